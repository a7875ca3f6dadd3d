import type { Batch, NumberedRecord } from './batchBuilder.ts'
import { recordAt, writeIncident, writeKey, writeRecord, type BaseIndices } from './encodeRows.ts'
import { RowBinary } from './rowBinary.ts'
import { rowTables, type RowTable, type WrittenRows } from './rowTables.ts'
import { insertRows, type Target } from './shards.ts'

/** The rows of one batch, for each table and target. */
type Rows = Record<RowTable, RowBinary[]>

/**
 * Writes the rows of batches that are not there yet. Two batches may be under way: one is sent while the next is
 * written, each with memory of its own that is used again.
 */
export class BatchWriter {
  private readonly targets: readonly Target[]
  private readonly load: number
  private writing: Rows
  private sending: Rows
  private sent: Promise<void> = Promise.resolve()
  private failure: { reason: unknown } | undefined
  private written: WrittenRows = { has: () => false }
  /** Bytes that the servers have received. */
  bytes = 0

  /** @param load number of the load */
  constructor(targets: readonly Target[], load: number) {
    this.targets = targets
    this.load = load
    this.writing = emptyRows(targets.length)
    this.sending = emptyRows(targets.length)
  }

  /** @param written what an earlier run has written of the batch that begins */
  begin(written: WrittenRows): void {
    this.written = written
  }

  /** Adds a record of the present batch. */
  add(record: NumberedRecord): void {
    const target = record.row % this.targets.length
    const records = this.rowsOf('records', target, record.row)
    if (records) writeRecord(records, record, this.load)
  }

  /** Ends the present batch, and sends it once the one before has arrived. @throws what failed with an earlier one */
  async send(batch: Batch, indices: BaseIndices): Promise<void> {
    for (let at = 0; at < batch.columns.rows; at += 1) {
      const row = batch.rows[recordAt(batch, at)] ?? 0
      const target = row % this.targets.length
      const keys = this.rowsOf('keys', target, row)
      if (keys) writeKey(keys, batch, at, this.load)
      const incidents = this.rowsOf('incidents', target, row)
      if (incidents) writeIncident(incidents, batch, indices, at, this.load)
    }
    await this.finish()
    ;[this.writing, this.sending] = [this.sending, this.writing]
    this.sent = this.sendAll(this.sending).catch((reason: unknown) => {
      this.failure = { reason }
    })
  }

  /** Waits until all that was sent has arrived. @throws what failed */
  async finish(): Promise<void> {
    await this.sent
    if (this.failure) throw this.failure.reason
  }

  /** Where the row is to be written; undefined where it is there already. */
  private rowsOf(table: RowTable, target: number, row: number): RowBinary | undefined {
    return this.written.has(table, target, row) ? undefined : this.writing[table][target]
  }

  private async sendAll(rows: Rows): Promise<void> {
    await Promise.all(
      this.targets.flatMap((target, at) =>
        rowTables.map(async (table) => {
          const bytes = rows[table][at]?.taken() ?? new Uint8Array()
          await insertRows(target, table, bytes)
          this.bytes += bytes.length
        }),
      ),
    )
  }
}

function emptyRows(targets: number): Rows {
  const forEach = () => Array.from({ length: targets }, () => new RowBinary())
  return { incidents: forEach(), keys: forEach(), records: forEach() }
}
