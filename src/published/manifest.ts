import type { ByListColumn } from '../incidents/columns.ts'
import type { DatasetAbout } from '../incidents/incident.ts'

/** Version of the published form that is written. */
export const SCHEMA_VERSION = 6

/**
 * Oldest version that is read. Version 5 has shorter vocabularies (no `not-stated`, no `none-or-unknown`), which are the
 * beginnings of today's. Version 4 differs in two more ways: its records say `place.lon` where today's say `place.lng`
 * (`incidents/olderRecord.ts` renames it), and it has no list of weapons, which a data set of today may lack as well.
 */
export const OLDEST_VERSION = 4

/** One file of a published data set, in the folder of its manifest or below. */
export interface PublishedFile {
  /** Relative to the manifest. */
  name: string
  /** Length as written, gzipped. */
  bytes: number
  /** Of the content after gunzip, in hex: a host may unpack the file on the way. */
  sha256: string
}

/** `manifest.json` of a published data set: what it is, and which files it consists of. */
export interface Manifest {
  /** From OLDEST_VERSION to SCHEMA_VERSION. */
  schemaVersion: number
  /** Time of publication, ISO 8601, UTC. */
  generated: string
  /** Changes whenever the content does: SHA-256 over the hashes of the files and of each page, and `about`. */
  version: string
  /** Number of incidents. */
  rows: number
  about: DatasetAbout
  /** JSON: `Dictionaries`. */
  dictionaries: PublishedFile
  /** Arrow IPC: one row for each incident, sorted by day and id. */
  columns: PublishedFile
  /** Arrow IPC: the items of each list column, row after row. A list of codes is absent where the data set lacks it. */
  lists: ByListColumn<PublishedFile>
  /** Arrow IPC: titles, summaries and addresses, in row order. */
  texts: PublishedFile
  /** Full records in one page; the last page may have fewer. */
  pageSize: number
  /**
   * JSON: the list of pages, each a JSON file with an array of full records, in row order. The list is a file of its
   * own because it is long for a large data set, and needed only when a record is opened.
   */
  pages: PublishedFile
}
