import type { RecordWriter, WriterContext } from '../../export/recordWriter.ts'
import type { Incident } from '../../incidents/incident.ts'
import type { ExportChunk, ExportFormat } from '../../query/incidentSource.ts'
import { laterCode } from '../laterCode.ts'

/**
 * A file with the records, written group by group: one chunk for each group, and one for the end of the file.
 * @param total number of records in all groups
 * @throws SourceError where the code that writes the format, or a group, cannot be loaded
 */
export async function* exportChunks(
  format: ExportFormat,
  groups: AsyncIterable<readonly Incident[]>,
  total: number,
  context: WriterContext,
): AsyncGenerator<ExportChunk, void> {
  const writer = await writerOf(format, context)
  const encoder = new TextEncoder()
  let done = 0
  let before = writer.head
  for await (const records of groups) {
    done += records.length
    yield { bytes: encoder.encode(before + writer.write(records)), done, total }
    before = writer.separator
  }
  yield { bytes: encoder.encode(done === 0 ? before + writer.tail : writer.tail), done, total }
}

async function writerOf(format: ExportFormat, context: WriterContext): Promise<RecordWriter> {
  switch (format) {
    case 'csv':
      return (await laterCode(() => import('../../export/csv.ts'))).csvWriter(context)
    case 'geojson':
      return (await laterCode(() => import('../../export/geojson.ts'))).geojsonWriter(context)
  }
}
