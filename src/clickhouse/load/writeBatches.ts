import type { Incident } from '../../incidents/incident.ts'
import type { Connection } from '../connection.ts'
import { SourceError } from '../../query/incidentSource.ts'
import type { BatchBuilder } from './batchBuilder.ts'
import type { BatchReader } from './batchReader.ts'
import type { BatchWriter } from './batchWriter.ts'
import type { Changes } from './changes.ts'
import type { NextRecord } from './nextRecord.ts'
import { logBegin, type OpenLoad } from './loadSteps.ts'
import type { WrittenBatches } from './rowTables.ts'

/** What batches are written with. */
export interface BatchParts {
  connection: Connection
  load: OpenLoad
  reader: BatchReader
  changes: Changes
  written: WrittenBatches
  writer: BatchWriter
}

/**
 * Writes all records that are not there yet, in batches.
 * @param onBatch called after each batch, and when all have arrived
 * @throws SourceError `malformed` for a record that the columns cannot hold
 */
export async function writeBatches(next: NextRecord, parts: BatchParts, onBatch: () => void): Promise<void> {
  const { connection, load, reader, written, writer } = parts
  for (let batch = 0, isLast = false; !isLast; batch += 1) {
    writer.begin(await written.read(batch))
    const builder = reader.begin()
    const firstRow = load.firstRow + batch * load.batchSize
    // Records of an empty base need not be compared, and so need not be kept.
    const count = load.before === 0 ? addNew : addChanged
    isLast = (await count(next, firstRow, builder, parts)) < load.batchSize
    const columns = builder.build()
    if (columns.columns.rows > 0) {
      await logBegin(connection, load)
      await writer.send(columns, await reader.indicesOf(columns))
    }
    onBatch()
  }
  await writer.finish()
  onBatch()
}

/** Adds the next records to a batch of an empty base. @returns how many there were */
async function addNew(
  next: NextRecord,
  firstRow: number,
  builder: BatchBuilder,
  { load, changes, writer }: BatchParts,
): Promise<number> {
  for (let count = 0; count < load.batchSize; count += 1) {
    const step = next()
    const incident = step instanceof Promise ? await step : step
    if (!incident) return count
    if (changes.addNew(incident)) writer.add(added(builder, firstRow + count, incident))
  }
  return load.batchSize
}

/** Adds the records that have changed to a batch. @returns how many there were, changed or not */
async function addChanged(
  next: NextRecord,
  firstRow: number,
  builder: BatchBuilder,
  { load, changes, writer }: BatchParts,
): Promise<number> {
  const records: Incident[] = []
  while (records.length < load.batchSize) {
    const step = next()
    const incident = step instanceof Promise ? await step : step
    if (!incident) break
    records.push(incident)
  }
  const areChanged = await changes.areChanged(records)
  for (const [at, incident] of records.entries())
    if (areChanged[at]) writer.add(added(builder, firstRow + at, incident))
  return records.length
}

function added(builder: BatchBuilder, row: number, incident: Incident) {
  try {
    return builder.add(row, incident)
  } catch (reason) {
    throw reason instanceof RangeError ? new SourceError('malformed', reason.message) : reason
  }
}
