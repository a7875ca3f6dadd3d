import type { ByListColumn } from '../incidents/columns.ts'
import type { DatasetAbout } from '../incidents/incident.ts'

/** Version of the published form; a reader refuses any other. */
export const SCHEMA_VERSION = 5

/** One file of a published data set, beside its manifest. */
export interface PublishedFile {
  /** Relative to the manifest. */
  name: string
  /** As transferred (gzip) and as hashed (after gunzip). */
  bytes: number
  /** Hex, of the content after gunzip: a host that unpacks it on the way changes nothing. */
  sha256: string
}

/**
 * What a data set is published with: `manifest.json`. Its files: `dictionaries` (JSON); `columns`, `texts` and one of
 * the items of each list, row after row (Arrow IPC); and `pages` (JSON): the files of full records, each an array of
 * `pageSize` incidents, in row order.
 */
export interface Manifest {
  schemaVersion: number
  /** ISO 8601, UTC. */
  generated: string
  /** Changes whenever the content does: SHA-256 over the hashes of the files and of each page, and `about`. */
  version: string
  rows: number
  about: DatasetAbout
  dictionaries: PublishedFile
  columns: PublishedFile
  /** Those of several codes only where the data set has them. */
  lists: ByListColumn<PublishedFile>
  texts: PublishedFile
  pageSize: number
  /** The list of the pages, itself a file: of a large data set it is read when a record is first opened. */
  pages: PublishedFile
}
