import type { Incident } from '../../incidents/incident.ts'
import type { Connection } from '../connection.ts'
import type { OpenLoad } from './loadSteps.ts'
import { priorRecords, storedId, visibleRows } from './priorRecords.ts'

/** Row numbers that are looked through at once. */
const SLICE = 500_000

/** What a load changes in the version of the base that it adds to. */
export class Changes {
  private readonly connection: Connection
  private readonly load: OpenLoad
  /** Rows of the version before that the load hides. */
  readonly hidden = new Set<number>()
  /** Rows of the version before whose incidents the load has with the same record. */
  private readonly same = new Set<number>()
  /** Records so far. */
  records = 0
  /** Rows that the load writes. */
  written = 0
  replaced = 0
  withdrawn = 0
  notThere = 0

  constructor(connection: Connection, load: OpenLoad) {
    this.connection = connection
    this.load = load
  }

  /** Counts a record that is to be written, as the base is empty. */
  addNew(): void {
    this.records += 1
    this.written += 1
  }

  get unchanged(): number {
    return this.records - this.written
  }

  /**
   * Of each record whether it is to be written: where the base lacks it, or has it with other content. All records are
   * to be given, in their order.
   */
  async areChanged(records: readonly Incident[]): Promise<boolean[]> {
    const prior = await priorRecords(
      this.connection,
      this.load.before,
      records.map(({ id }) => id),
    )
    const areChanged = records.map((incident) => {
      const known = prior.get(storedId(incident.id))
      if (known && known.json === JSON.stringify(incident)) {
        for (const row of known.rows) this.same.add(row)
        return false
      }
      if (known) {
        this.replaced += 1
        for (const row of known.rows) this.hidden.add(row)
      }
      this.written += 1
      return true
    })
    this.records += records.length
    return areChanged
  }

  /** Withdraws incidents, but for those that the load itself has brought. */
  async withdraw(ids: readonly string[]): Promise<void> {
    const prior = await priorRecords(this.connection, this.load.before, ids)
    this.notThere += new Set(ids.map(storedId)).size - prior.size
    for (const { rows } of prior.values()) this.withdrawRows(rows)
  }

  /** Withdraws all incidents of the version before that the load does not have. */
  async withdrawOthers(): Promise<void> {
    for (let from = 0; this.load.before > 0 && from < this.load.firstRow; from += SLICE) {
      const rows = await visibleRows(
        this.connection,
        this.load.before,
        from,
        Math.min(from + SLICE, this.load.firstRow),
      )
      this.withdrawRows(rows.filter((row) => !this.same.has(row)))
    }
  }

  private withdrawRows(rows: readonly number[]): void {
    const shown = rows.filter((row) => !this.hidden.has(row))
    if (shown.length > 0) this.withdrawn += shown.length
    for (const row of shown) this.hidden.add(row)
  }
}
