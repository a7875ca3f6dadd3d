import type { Dictionaries } from '../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'

/** What a record's file needs beside the records: names behind ids, licence and citation. */
export interface WriterContext {
  dictionaries: Dictionaries
  about: DatasetAbout
}

/**
 * Writes records to a text file, group by group. The file is `head`, the texts of the groups with `separator` between
 * any two of them, and `tail`.
 */
export interface RecordWriter {
  head: string
  separator: string
  tail: string
  /** @param records at least one */
  write(records: readonly Incident[]): string
}
