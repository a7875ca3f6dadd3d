import type { DaySpan } from '../incidents/day.ts'
import type { Bounds } from '../incidents/place.ts'
import type { Language } from '../incidents/vocabulary.ts'

/*
 * What is said of files that are read as incidents: plain data, which the page shows and the command line prints. Texts
 * for the codes are in i18n.
 */

/** Formats of files that can be read. */
export const fileFormats = [
  'table',
  'json',
  'json-lines',
  'geojson',
  'kml',
  'xlsx',
  'parquet',
  'atlas-yaml',
  'atlas-published',
] as const
export type FileFormat = (typeof fileFormats)[number]

/** Forms of tables whose columns are known; `mapping`: any other table, read by its columns' mapping. */
export const profileIds = [
  'atlas',
  'acled',
  'ucdp-ged',
  'gdelt-2',
  'gdelt-1',
  'timemap',
  'geoconfirmed',
  'viina',
  'airwars',
  'ushahidi',
  'kobo',
  'my-maps',
  'police-uk',
  'mapping',
] as const
export type ProfileId = (typeof profileIds)[number]

/** What a column can hold. A field may have several columns: two actors, three links. */
export const mappedFields = [
  'id',
  'title',
  'description',
  'day',
  'end-day',
  'year',
  'month',
  'day-of-month',
  'time',
  'latitude',
  'longitude',
  'position',
  'country',
  'region',
  'district',
  'place',
  'geo-precision',
  'category',
  'actor',
  'target',
  'killed',
  'killed-min',
  'killed-max',
  'wounded',
  'wounded-min',
  'wounded-max',
  'killed-or-wounded',
  'source',
  'url',
  'tag',
] as const
export type MappedField = (typeof mappedFields)[number]

/** Order of day and month in dates such as 02/03/2024. */
export const dayOrders = ['day-first', 'month-first'] as const
export type DayOrder = (typeof dayOrders)[number]

/** Why a record was rejected. */
export const rejectionCodes = [
  'no-date',
  'unreadable-date',
  'ambiguous-date',
  'no-such-day',
  'end-before-start',
  'half-position',
  'unreadable-position',
  'position-out-of-range',
  'required-field',
  'unknown-field',
  'invalid-field',
  'not-a-record',
  'damaged-record',
  'too-deep',
  'cell-too-long',
  'too-many-cells',
] as const
export type RejectionCode = (typeof rejectionCodes)[number]

/** What is doubtful about an accepted record. Nothing is changed unless the user says so for the table. */
export const flagCodes = [
  'repeated-id',
  'repeated-url',
  'same-day-place-type',
  'position-exchanged',
  'null-island',
  'outside-country',
  'future-date',
  'absurd-value',
  'unreadable-count',
  'unreadable-url',
  'counts-disagree',
  'inside-shape',
  'by-gazetteer',
] as const
export type FlagCode = (typeof flagCodes)[number]

/** Flags whose cause the user may have corrected for a whole table. */
export const correctableFlags = ['position-exchanged', 'null-island'] as const satisfies readonly FlagCode[]
export type CorrectableFlag = (typeof correctableFlags)[number]

/** What a table is that holds no incidents. */
export const notIncidentsCodes = [
  'no-date-and-no-place',
  'no-date',
  'counts-by-period',
  'points-without-text',
  'survey',
  'article-mentions',
  'lookup-table',
] as const
export type NotIncidentsCode = (typeof notIncidentsCodes)[number]

/** Why a file could not be read at all; each text says what to try. */
export const fileFaultCodes = [
  'empty-file',
  'unreadable-file',
  'binary-content',
  'unsupported-encoding',
  'text-too-long',
  'too-many-columns',
  'file-too-large',
  'unpacks-too-large',
  'damaged-archive',
  'archive-without-data',
  'encrypted',
  'damaged-file',
  'time-limit',
  'too-deep',
  'xls',
  'ods',
  'shapefile',
  'geopackage',
  'flatgeobuf',
  'gpx',
  'network-link',
  'html',
  'pdf',
  'unsupported-compression',
  'other-xml',
  'yaml',
  'same-file',
  'published-incomplete',
  'published-altered',
  'published-version',
] as const
export type FileFaultCode = (typeof fileFaultCodes)[number]

/** How a column got its field. */
export type GuessReason = 'name' | 'content' | 'name-and-content' | 'profile' | 'remembered' | 'user'

/** What is done with one table; what is absent is done as recognized. */
export interface TableChoices {
  /** Reads the table in another way than recognized. */
  profile?: ProfileId
  /** One a column, in order; null for a column that holds no field. Used by the profile `mapping`. */
  fields?: readonly (MappedField | null)[]
  dayOrder?: DayOrder | undefined
  /** Language of the texts of the table. */
  lang?: Language
  corrections?: readonly CorrectableFlag[]
  /** true: the table is left out. */
  skip?: boolean
}

/** Choices by `TableReport.key`. */
export type ImportChoices = Readonly<Record<string, TableChoices>>

/** A record that was rejected. */
export interface Rejection {
  /** First and last line of the file, or row of the sheet, from 1. */
  line: number
  lastLine: number
  /** Name of the column at fault, and its text; both '' where no single column is. */
  column: string
  value: string
  code: RejectionCode
  /** Path of the file that the record is in, where several were read as one. */
  file?: string | undefined
}

/** What became of the records of a table; `records` = `accepted` + `rejected` + `leftOut`. */
export interface RowCounts {
  records: number
  accepted: number
  rejected: number
  /**
   * Records of a table that is skipped or holds no incidents, and records that another file of the same import gives
   * again: mended, or a second time.
   */
  leftOut: number
}

/** A column of a table as it is read. */
export interface ColumnReport {
  name: string
  field: MappedField | null
  /** From 0 to 1. */
  confidence: number
  reason: GuessReason | null
  /** Texts of the first records, at most five. */
  samples: string[]
}

/** What is said of one table of a file. */
export interface TableReport {
  /** Identifies the table among all files that were given. */
  key: string
  /** Name of the file, with the path inside an archive behind it. */
  file: string
  /** Name of the sheet, list or layer; '' where the file has one table. */
  table: string
  format: FileFormat
  /** null where the table holds no incidents, which `notIncidents` explains. */
  profile: ProfileId | null
  /** Name of the recognized form as its publisher writes it; '' for `mapping`. */
  profileName: string
  /** Columns by which the form was recognized. */
  recognizedBy: string[]
  notIncidents: NotIncidentsCode | null
  skipped: boolean
  columns: ColumnReport[]
  /** Equal for tables with the same columns: a mapping is remembered by it. */
  headerKey: string
  /** What the user has to decide before all records can be read. */
  questions: 'day-order'[]
  /** The order in force, and whether the dates themselves decide it. */
  dayOrder: DayOrder | null
  lang: Language
  counts: RowCounts
  /** Incidents made of the accepted records: fewer where several records tell of one. */
  incidents: number
  /** Most frequent first. */
  rejections: { code: RejectionCode; count: number; /** At most 20. */ examples: Rejection[] }[]
  /**
   * Most frequent first. `position-exchanged` counts also the rejected records that would be readable with latitude and
   * longitude exchanged.
   */
  flags: { code: FlagCode; count: number }[]
  /** Terms of use that the publisher of the form states. */
  terms: { name: string; url: string } | null
}

/** A doubtful thing in the syntax of a file, with the lines, from 1, of the first cases. */
export interface FileWarning {
  code: string
  count: number
  /** At most 20. */
  lines: number[]
}

/** What is said of one file: `others` and the `counts.records` of its tables add up to `rows`. */
export interface FileReport {
  name: string
  bytes: number
  /** undefined where it could be read. */
  fault?: FileFaultCode | undefined
  /** Character encoding of a text, its WHATWG name; '' for other files. */
  encoding: string
  rows: number
  /**
   * Rows that are no records, by kind: header, hxl, preamble, blank, comment, footer, structure; and `refused` in a file
   * without any table.
   */
  others: Readonly<Record<string, number>>
  warnings: FileWarning[]
  tables: TableReport[]
}

/** What was found in all files. */
export interface ImportReport {
  files: FileReport[]
  incidents: number
  days: DaySpan | null
  bounds: Bounds | null
}

/** How far reading has come, in bytes of the files and in records. */
export interface ImportProgress {
  bytes: number
  totalBytes: number
  records: number
}
