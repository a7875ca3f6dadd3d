import type { FileFaultCode, FileFormat, FileWarning, RejectionCode } from '../../query/importReport.ts'
import type { CsvDialect } from './csvDialect.ts'
import type { EncodingReason } from './decodeText.ts'

/** One record of a table as read: every value as text. */
export interface TableRecord {
  /** Index of its entry in the account of its file. */
  entry: number
  /** As many as the record has, which may be fewer or more than the columns. '' for an absent value. */
  cells: string[]
}

/**
 * A table of a file, whatever its format. The reader of each format says what its columns are: a GeoJSON feature gives
 * `longitude` and `latitude` beside its properties; a nested object gives one column a leaf, named by its path with
 * dots; a list stays in one cell, as JSON.
 */
export interface FileTable {
  /** Name of the sheet, list or layer; '' where the file has one table. */
  name: string
  /** Names of the columns as read; empty where the table has no header. */
  columns: readonly string[]
  /** HXL tags of the columns, https://hxlstandard.org; absent where the table has no row of them. */
  hxl?: readonly string[]
  /** Number of cells of an ordinary record. */
  width: number
  /** Number of records. */
  records: number
  /** The records in file order; may be called any number of times. */
  rows(): Iterable<TableRecord>
  /**
   * The cells of one column in file order, '' where a record has none, without reading the others; absent, or undefined
   * for a column, where going through `rows` is as fast.
   */
  column?(index: number): Iterable<string> | undefined
  /** One record, from 0. @throws RangeError where there is none */
  record(index: number): TableRecord
  /** One record as JSON, as it stands in the file; absent for other formats. @throws RangeError where there is none */
  recordJson?(index: number): string
}

/** What an entry of an account is. `structure`: what holds the records of a nested format together. */
export type EntryKind =
  'record' | 'header' | 'hxl' | 'preamble' | 'blank' | 'comment' | 'footer' | 'refused' | 'structure'

/** Where an entry is. */
export interface FileEntry {
  kind: EntryKind
  /** First and last line of a text, or row of a sheet or table, from 1. */
  line: number
  lastLine: number
  /** Byte range in the file, end exclusive; absent for formats that are not read in file order. */
  startByte?: number
  endByte?: number
  /** Why a `refused` entry is no record; absent: `not-a-record`. */
  refusal?: RejectionCode
  /** Path, with dots, and text of the value for which it was refused, where a single one is at fault. */
  fault?: { field: string; value: string }
  /** Path of the file that it is in, where several were read as one. */
  file?: string
}

/** What became of every entry of a file; the counts add up to `entries`. */
export interface FileAccount {
  entries: number
  counts: Readonly<Partial<Record<EntryKind, number>>>
  /** @throws RangeError where there is no entry of that index */
  entry(index: number): FileEntry
}

/** A file as read. */
export interface ReadFile {
  /** Name of the file, with the path inside an archive behind it: `a.zip/doc.kml`. */
  name: string
  format: FileFormat
  bytes: number
  /** WHATWG name of the character encoding; '' for binary formats. */
  encoding: string
  tables: FileTable[]
  account: FileAccount
  warnings: FileWarning[]
  /** What the file says of its whole data set, as plain data that has not been checked. */
  about?: unknown
  /** How a table in text is written. */
  written?: { dialect: CsvDialect; encodingReason: EncodingReason; lines: number }
}

/** A file that could not be read, and why. */
export interface FaultyFile {
  name: string
  bytes: number
  fault: FileFaultCode
}

/** Reads one format. @returns several where the file holds files */
export type FileReader = (
  name: string,
  bytes: Uint8Array,
  options: ReadOptions,
) => Promise<(ReadFile | FaultyFile)[]>

export interface ReadOptions {
  /** Aborting it rejects the promise with the signal's reason. */
  signal?: AbortSignal
  /** @param share of the file that has been gone through, from 0 to 1 */
  onProgress?: (share: number) => void
  /** Reads Parquet in a process that can be ended; without it Parquet is read like any other format. */
  readParquet?: FileReader
}
