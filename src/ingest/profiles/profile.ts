import type { Language } from '../../incidents/vocabulary.ts'
import type { DayOrder, FileFormat, FlagCode, NotIncidentsCode, ProfileId } from '../../query/importReport.ts'
import type { FileTable } from '../readers/fileTable.ts'
import type { RowOutcome } from '../rowIncident.ts'

/** What a profile can look at to recognize a table. */
export interface TableHead {
  /** Name of the file that the table is in, and of the table. */
  file: string
  table: string
  format: FileFormat
  columns: readonly string[]
  width: number
  records: number
  /** Cells of the first records, at most 100. */
  sample: readonly (readonly string[])[]
}

/** How a table was recognized. */
export type Recognition =
  /** Columns that no other form has together. */
  | { kind: 'incidents'; by: string[] }
  /** The form is known, and holds no incidents. */
  | { kind: 'not-incidents'; code: NotIncidentsCode; by: string[] }

/** What is in force for a table while its records are read. */
export interface ReadingContext {
  columns: readonly string[]
  /** Language of texts whose language the form does not state. */
  lang: Language
  /** undefined where neither the dates nor the user decide it. */
  dayOrder: DayOrder | undefined
  /** Who is named as claimant of a figure that the file attributes to nobody: the publisher or the file. */
  claimant: string
  /** Other tables of the same files, for forms of several tables. */
  others: readonly { head: TableHead; table: FileTable }[]
}

/** Reads the records that tell of one incident: mostly one. @param rows cells, each as in `TableRecord` */
export type RowReader = (rows: readonly (readonly string[])[]) => RowOutcome

/** How the tables of one publisher or program are recognized and read. One file a profile. */
export interface Profile {
  id: ProfileId
  /** Name of the form as its publisher writes it. */
  name: string
  /** Who gives the figures of the form, where that is always the same: `ACLED`. */
  claimant?: string
  /** Flags that say nothing of records of this form. */
  needlessFlags?: readonly FlagCode[]
  /** Terms of use that the publisher states. */
  terms?: { name: string; url: string }
  /** undefined where the table is not of this form. */
  recognize(head: TableHead): Recognition | undefined
  /** Columns that hold dates whose day and month may be in either order; [] where the form fixes it. */
  dateColumns(columns: readonly string[]): number[]
  /** The column by which records that tell of one incident are joined; undefined where each record is one. */
  joinColumn?(columns: readonly string[]): number | undefined
  /** A reader for one table. */
  reader(context: ReadingContext): RowReader
}
