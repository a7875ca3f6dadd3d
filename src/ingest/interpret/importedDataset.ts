import type { BuiltColumns } from '../../incidents/columnsBuilder.ts'
import type { Day } from '../../incidents/day.ts'
import type { DatasetAbout, Incident } from '../../incidents/incident.ts'
import type { ImportProgress, ImportReport, RejectionCode } from '../../query/importReport.ts'
import type { CountryShapes } from '../laws/countryShapes.ts'

export interface ImportOptions {
  /** Aborting it rejects the promise with the signal's reason, within half a second. */
  signal?: AbortSignal
  onProgress?: (progress: ImportProgress) => void
}

export interface InterpretOptions extends ImportOptions {
  /** The current day: later dates are flagged. */
  today: Day
  /** Where countries are; absent: whether positions lie in the stated country is not looked at. */
  shapes?: CountryShapes
}

/** Incidents of files, and what became of every row. */
export interface ImportedDataset {
  report: ImportReport
  about: DatasetAbout
  /** Incidents as columns; `order` of them is of no use here: `record` takes rows. */
  columns: BuiltColumns
  /** The full record of a row of the columns, read again from its file. @throws RangeError where there is no such row */
  record(row: number): Incident
  /**
   * The rejected records of a table as lines of CSV, header first: the original columns, then `rejected_reason`,
   * `rejected_line`, `rejected_column` and `rejected_file`. Mended and given again, they join the table.
   * @param key of a TableReport
   * @param reason text for a code; English where absent
   * @throws RangeError where no table has that key
   */
  rejectedRows(key: string, reason?: (code: RejectionCode) => string): Generator<string, void, void>
}
