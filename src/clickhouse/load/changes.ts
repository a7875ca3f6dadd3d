import type { Incident } from '../../incidents/incident.ts'
import type { Connection } from '../connection.ts'
import type { OpenLoad } from './loadSteps.ts'
import { priorRecords, storedId, visibleRows } from './priorRecords.ts'
import { RowSet } from './rowSet.ts'
import { SameIds } from './sameIds.ts'

/** Row numbers that are looked through at once. */
const SLICE = 500_000

/** What a load changes in the version of the base that it adds to. */
export class Changes {
  private readonly connection: Connection
  private readonly load: OpenLoad
  /** Rows of the version before that the load hides. */
  readonly hidden = new RowSet()
  /** Rows of the version before whose incidents the load has with the same record. */
  private readonly same = new RowSet()
  /** Ids that are withdrawn, also where the load has a record of them. */
  private readonly withdrawnIds: ReadonlySet<string>
  /** Records whose ids the version before has, with other content. */
  readonly sameIds = new SameIds()
  /** Records so far. */
  records = 0
  /** Rows that the load writes. */
  written = 0
  replaced = 0
  withdrawn = 0
  notThere = 0
  /** Records that are not written, as their incidents are withdrawn. */
  withheld = 0

  /** @param withdraw ids of incidents that are withdrawn, whether the load has records of them or not */
  constructor(connection: Connection, load: OpenLoad, withdraw: readonly string[]) {
    this.connection = connection
    this.load = load
    this.withdrawnIds = new Set(withdraw.map(storedId))
  }

  /** Counts a record of a base that is empty. @returns whether it is to be written */
  addNew(incident: Incident): boolean {
    this.records += 1
    if (this.isWithheld(incident)) return false
    this.written += 1
    return true
  }

  get unchanged(): number {
    return this.records - this.written - this.withheld
  }

  /**
   * Of each record whether it is to be written: where the base lacks it, or has it with other content, or an earlier record
   * of the load has replaced what it has. All records are to be given, in their order.
   */
  async areChanged(records: readonly Incident[]): Promise<boolean[]> {
    const prior = await priorRecords(
      this.connection,
      this.load.before,
      records.map(({ id }) => id),
    )
    const areChanged = records.map((incident) => {
      if (this.isWithheld(incident)) return false
      const known = prior.get(storedId(incident.id))
      if (known && !known.rows.some((row) => this.hidden.has(row))) {
        if (known.json === JSON.stringify(incident)) {
          for (const row of known.rows) this.same.add(row)
          return false
        }
        this.replaced += 1
        // The loader wrote it: the shape is its own.
        this.sameIds.add(JSON.parse(known.json) as Incident, incident)
        for (const row of known.rows) this.hidden.add(row)
      }
      this.written += 1
      return true
    })
    this.records += records.length
    return areChanged
  }

  /** Withdraws the incidents that are named. */
  async withdraw(): Promise<void> {
    const ids = [...this.withdrawnIds]
    const prior = await priorRecords(this.connection, this.load.before, ids)
    this.notThere += ids.length - prior.size
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

  private isWithheld({ id }: Incident): boolean {
    if (!this.withdrawnIds.has(storedId(id))) return false
    this.withheld += 1
    return true
  }

  private withdrawRows(rows: readonly number[]): void {
    const shown = rows.filter((row) => !this.hidden.has(row))
    if (shown.length > 0) this.withdrawn += shown.length
    for (const row of shown) this.hidden.add(row)
  }
}
