import type { RecordWriter, WriterContext } from '../../export/recordWriter.ts'
import type { Incident } from '../../incidents/incident.ts'
import type { ExportChunk, ExportFormat } from '../../query/incidentSource.ts'
import { laterCode } from '../laterCode.ts'

/**
 * A file with the records, as its writer makes it from one group after the other.
 * @param total number of records in all groups
 * @throws SourceError where the code that writes the format, or a group, cannot be loaded
 */
export async function* exportChunks(
  format: ExportFormat,
  groups: AsyncIterable<readonly Incident[]>,
  total: number,
  context: WriterContext,
): AsyncGenerator<ExportChunk, void> {
  const write = await writerOf(format)
  let done = 0
  async function* counted() {
    for await (const records of groups) {
      done += records.length
      yield records
    }
  }
  for await (const bytes of write(counted(), context)) yield { bytes, done, total }
}

async function writerOf(format: ExportFormat): Promise<RecordWriter> {
  switch (format) {
    case 'csv':
      return (await laterCode(() => import('../../export/csv.ts'))).writeCsv
    case 'xlsx':
      return (await laterCode(() => import('../../export/xlsx.ts'))).writeXlsx
    case 'geojson':
      return (await laterCode(() => import('../../export/geojson.ts'))).writeGeojson
    case 'geoparquet':
      return (await laterCode(() => import('../../export/geoparquet.ts'))).writeGeoparquet
    case 'json':
      return (await laterCode(() => import('../../export/fullJson.ts'))).writeFullJson
  }
}
