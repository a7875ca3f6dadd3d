import type { Dictionaries } from '../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'

/** What a record's file needs beside the records. */
export interface WriterContext {
  /**
   * What the ids of the records stand for. The lists may grow at their ends before a group is given; those of a file
   * that holds the dictionaries themselves are whole from the start.
   */
  dictionaries: Dictionaries
  about: DatasetAbout
  /** Lines about the export, for formats that can begin with comments; [] for none. */
  notes: readonly string[]
}

/**
 * Writes records to a file, group by group: the bytes of the file in order, made only as they are asked for.
 * @param groups records in the order of the file; the memory that a writer takes does not grow with their number
 */
export type RecordWriter = (
  groups: AsyncIterable<readonly Incident[]>,
  context: WriterContext,
) => AsyncIterable<Uint8Array<ArrayBuffer>>
