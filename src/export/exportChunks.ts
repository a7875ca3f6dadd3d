import type { Incident } from '../incidents/incident.ts'
import type { ExportChunk } from '../query/incidentSource.ts'
import type { RecordWriter, WriterContext } from './recordWriter.ts'

/**
 * A file with the records, as its writer makes it from one group after the other. It throws what loading a group throws.
 * @param total number of records in all groups
 */
export async function* exportChunks(
  write: RecordWriter,
  groups: AsyncIterable<readonly Incident[]>,
  total: number,
  context: WriterContext,
): AsyncGenerator<ExportChunk, void> {
  let done = 0
  async function* counted() {
    for await (const records of groups) {
      done += records.length
      yield records
    }
  }
  for await (const bytes of write(counted(), context)) yield { bytes, done, total }
}
