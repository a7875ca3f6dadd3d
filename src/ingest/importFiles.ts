import type { BuiltColumns } from '../incidents/columnsBuilder.ts'
import type { Day } from '../incidents/day.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'
import type { ImportChoices, ImportProgress, ImportReport, RejectionCode } from '../query/importReport.ts'
import type { CountryShapes } from './laws/countryShapes.ts'
import type { FaultyFile, ReadFile } from './readers/fileTable.ts'
import { readTableFile } from './readers/tableFile.ts'

/** A file as it is given. */
export interface InputFile {
  name: string
  bytes: Uint8Array
}

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

/**
 * Reads the tables of files. Several come from an archive. A file whose name and bytes equal those of an earlier one is
 * given back with the fault `same-file`.
 */
export async function readFiles(
  files: readonly InputFile[],
  { signal, onProgress }: ImportOptions = {},
): Promise<(ReadFile | FaultyFile)[]> {
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const read: (ReadFile | FaultyFile)[] = []
  let before = 0
  for (const { name, bytes } of files) {
    const start = before
    read.push(
      await readTableFile(name, bytes, {
        ...(signal && { signal }),
        onProgress: (share) => onProgress?.({ bytes: start + share * bytes.length, totalBytes, records: 0 }),
      }),
    )
    before += bytes.length
  }
  return read
}

/**
 * Reads the records of all tables as incidents.
 * @param read as `readFiles` gives them
 * @param choices what the user decided, by key of the table
 */
export declare function interpretFiles(
  read: readonly (ReadFile | FaultyFile)[],
  choices: ImportChoices,
  options: InterpretOptions,
): Promise<ImportedDataset>
