import type { Actor, DatasetAbout, Place, Publisher } from './incident.ts'

/** Indices into a dictionary, two bytes each where it is short enough. */
export type Ids = Uint16Array | Uint32Array

/** Dictionaries of up to so many words are pointed into by two bytes: signed ones, as some readers of Arrow want them. */
const SHORT_DICTIONARY = 0x7fff

/** The same indices, as short as a dictionary of this size allows. */
export function shortIds(ids: Uint32Array, words: number): Ids {
  return words <= SHORT_DICTIONARY ? Uint16Array.from(ids) : ids
}

/** Row r's items are `ids[offsets[r]]` to `ids[offsets[r + 1] - 1]`: indices into a dictionary. */
export interface ListColumn {
  /** rows + 1 entries. */
  offsets: Uint32Array
  ids: Ids
}

/** Items of one row. */
export function listAt({ offsets, ids }: ListColumn, row: number): Ids {
  return ids.subarray(offsets[row] ?? 0, offsets[row + 1] ?? 0)
}

/** Row r's text is UTF-8 `bytes[offsets[r]]` to `bytes[offsets[r + 1] - 1]`. */
export interface TextColumn {
  /** rows + 1 entries. */
  offsets: Uint32Array
  bytes: Uint8Array
}

/** Every name that a row can point at, in the order of the ids that the columns hold. */
export interface Dictionaries {
  actors: Actor[]
  places: Place[]
  publishers: Publisher[]
  tags: string[]
}

/**
 * Incidents as typed arrays, one entry a row, in the order of the file. Built once, then read only.
 * Codes of vocabularies are indices into the lists of `vocabulary.ts`.
 */
export interface IncidentColumns {
  rows: number
  id: TextColumn
  /** First and last day on which it may have happened (Day), widened to what its time precision allows. */
  dayFrom: Int32Array
  dayTo: Int32Array
  /** Day it is filed under: the stated start, not widened. */
  day: Int32Array
  /** Days from `day` to the stated end: 0 for an incident of one day. */
  days: Uint16Array
  /** Degrees. */
  lng: Float32Array
  lat: Float32Array
  type: Uint8Array
  subtype: Uint8Array
  status: Uint8Array
  geoPrecision: Uint8Array
  timePrecision: Uint8Array
  /** How the claimants stand to each other on the number of dead: `standing` of a Toll. */
  deaths: Uint8Array
  /** Least and most dead that any claimant gives; -1 where no one gives a number, and `fatalitiesMax` -1 also where open-ended ("at least"). */
  fatalitiesMin: Int32Array
  fatalitiesMax: Int32Array
  /** Who takes part, in the record's order; a row may name an actor once. */
  actors: ListColumn
  /** Publisher of each source, in the record's order; a row names a publisher once. */
  publishers: ListColumn
  /** How many sources each row has. */
  sources: Uint16Array
  /** The place that the record names; what it lies in is told by the dictionary. */
  place: Ids
  tags: ListColumn
  dictionaries: Dictionaries
}

/** Columns of several ids a row. */
export const listColumns = ['actors', 'publishers', 'tags'] as const
export type ListName = (typeof listColumns)[number]

/** What is read after the columns: texts of every row, for the list and for search. */
export interface IncidentTexts {
  rows: number
  title: { en: TextColumn; ar: TextColumn; fr: TextColumn }
  summary: { en: TextColumn; ar: TextColumn; fr: TextColumn }
  /** Canonical addresses (`canonicalUrl`) of a row's sources, archived copies too, separated by line feeds. */
  urls: TextColumn
}

export interface DatasetTable {
  about: DatasetAbout
  columns: IncidentColumns
}

const decoder = new TextDecoder()

/** Text of one row; '' where it has none. */
export function textAt(column: TextColumn, row: number): string {
  const start = column.offsets[row]
  const end = column.offsets[row + 1]
  if (start === undefined || end === undefined) throw new RangeError(`no row ${row}`)
  return start === end ? '' : decoder.decode(column.bytes.subarray(start, end))
}
