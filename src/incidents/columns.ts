import { codeFieldIds, codesFieldIds, fields, idsFieldIds, type FieldIdOf, type Fields } from './fields.ts'
import type { Actor, DatasetAbout, Place, Publisher } from './incident.ts'

/** Indices into a dictionary or vocabulary: two bytes each where `shortIds` has made them so. */
export type Ids = Uint16Array | Uint32Array

/** Largest dictionary whose indices take two bytes: 2^15 - 1 entries, as some readers of Arrow need signed indices. */
const SHORT_DICTIONARY = 0x7fff

/**
 * The same indices in the narrowest array that fits.
 * @param entries how many entries the dictionary has
 */
export function shortIds(ids: Uint32Array, entries: number): Ids {
  return entries <= SHORT_DICTIONARY ? Uint16Array.from(ids) : ids
}

/**
 * A list of indices into a dictionary or vocabulary for each row: the items of row r are `ids[offsets[r]]` to
 * `ids[offsets[r + 1] - 1]`, without duplicates.
 */
export interface ListColumn {
  /** rows + 1 entries, ascending, the first 0. */
  offsets: Uint32Array
  ids: Ids
}

/** The items of one row, as a view of the column's memory. @throws RangeError where the column has no such row */
export function listAt({ offsets, ids }: ListColumn, row: number): Ids {
  const start = offsets[row]
  const end = offsets[row + 1]
  if (start === undefined || end === undefined) throw new RangeError(`no row ${row}`)
  return ids.subarray(start, end)
}

/** A text for each row: UTF-8, from `bytes[offsets[r]]` to `bytes[offsets[r + 1] - 1]`. */
export interface TextColumn {
  /** rows + 1 entries, ascending, the first 0. */
  offsets: Uint32Array
  bytes: Uint8Array
}

/** What the columns hold indices into: index i in a column stands for entry i of its dictionary. */
export interface Dictionaries {
  actors: Actor[]
  places: Place[]
  publishers: Publisher[]
  tags: string[]
}

/** The columns of the fields of kind `code`: `type`, `subtype`, `status`, ... */
type CodeColumns = { [Id in FieldIdOf<'code'> as Fields[Id]['column']]: Uint8Array }

/** The columns of the fields of kind `ids`: `actors`, `publishers`, `tags`. */
type IdsColumns = { [Id in FieldIdOf<'ids'> as Fields[Id]['column']]: ListColumn }

/**
 * The columns of the fields of kind `codes`: `weapons`. Absent where no record of the data set gives a value; where
 * present, no row is empty, as a row without a value has the code of `notKnown`.
 */
type CodesColumns = { [Id in FieldIdOf<'codes'> as Fields[Id]['column']]?: ListColumn }

/**
 * Incidents as typed arrays: entry r of each column belongs to row r. Rows are in ascending order of `day`. Built once,
 * then read only. The columns that the three base types add follow from `fields`.
 */
export interface IncidentColumns extends CodeColumns, IdsColumns, CodesColumns {
  /** How many rows each column has. */
  rows: number
  /** Ids of the incidents. */
  id: TextColumn
  /** First and last Day on which it may have happened: the stated days, widened by `timePrecision`. */
  dayFrom: Int32Array
  dayTo: Int32Array
  /** The stated first Day, not widened: the rows are sorted by it. */
  day: Int32Array
  /** Days from `day` to the stated last day: 0 for an incident of one day. */
  days: Uint16Array
  /** Degrees, WGS 84; both NaN where no position is given. */
  lng: Float32Array
  lat: Float32Array
  /** Indices into `timePrecisions`. */
  timePrecision: Uint8Array
  /** `standing` of the toll of dead (toll.ts): indices into `tollStandings`. */
  deaths: Uint8Array
  /**
   * `min` and `max` of the toll of dead (toll.ts), in people; -1 stands for null. Both are -1 where no claimant gives a
   * number; `fatalitiesMax` alone is -1 where the toll has no upper end ("at least").
   */
  fatalitiesMin: Int32Array
  fatalitiesMax: Int32Array
  /** How many sources each row has, at most 65,535. */
  sources: Uint16Array
  /** 1 for incidents of the user's own files where the table holds published ones too; absent where it holds one kind. */
  isOwn?: Uint8Array
  /** The place that the record names, as an index into `dictionaries.places`; its parents follow from there. */
  place: Ids
  dictionaries: Dictionaries
}

/** A record with one value for each code column, by column name. @param of computes it from the id of the field */
export function byCodeColumn<T>(of: (id: FieldIdOf<'code'>) => T): Record<keyof CodeColumns, T> {
  return byColumn(codeFieldIds, (id) => fields[id].column, of)
}

/** A record with one value for each ids column, by column name. @param of computes it from the id of the field */
export function byIdsColumn<T>(of: (id: FieldIdOf<'ids'>) => T): Record<keyof IdsColumns, T> {
  return byColumn(idsFieldIds, (id) => fields[id].column, of)
}

/**
 * A record with one value for each codes column that the data set has, by column name.
 * @param of computes it from the id of the field; undefined where the data set lacks the column
 */
export function byCodesColumn<T>(
  of: (id: FieldIdOf<'codes'>) => T | undefined,
): Partial<Record<keyof CodesColumns, T>> {
  const values: Partial<Record<keyof CodesColumns, T>> = {}
  for (const id of codesFieldIds) {
    const value = of(id)
    if (value !== undefined) values[fields[id].column] = value
  }
  return values
}

function byColumn<Id, Column extends string, T>(
  ids: readonly Id[],
  columnOf: (id: Id) => Column,
  of: (id: Id) => T,
): Record<Column, T> {
  const values: Partial<Record<Column, T>> = {}
  for (const id of ids) values[columnOf(id)] = of(id)
  // The loop has set every column; the compiler cannot see that.
  return values as Record<Column, T>
}

/** Names of the columns with exactly one code a row. */
export type CodeColumnName = keyof CodeColumns

/** Names of the list columns of dictionary ids, which every data set has. */
export type IdsColumnName = keyof IdsColumns

/** Names of the list columns of codes, which a data set may lack. */
export type CodesColumnName = keyof CodesColumns

/** Names of all list columns. */
export type ListColumnName = IdsColumnName | CodesColumnName

/** One value for each list column that a data set has. */
export type ByListColumn<T> = Record<IdsColumnName, T> & Partial<Record<CodesColumnName, T>>

/**
 * A record with one value for each list column that a data set has, by column name.
 * @param of computes it from the layout of the column; undefined where the data set lacks the column
 * @throws RangeError where `of` gives undefined for an ids column, which no data set lacks
 */
export function byListColumn<T>(of: (layout: ListLayout) => T | undefined): ByListColumn<T> {
  const values = new Map(listLayouts.map((layout) => [layout.column, of(layout)]))
  return {
    ...byIdsColumn((id) => {
      const value = values.get(fields[id].column)
      if (value === undefined) throw new RangeError(`every data set has ${fields[id].column}`)
      return value
    }),
    ...byCodesColumn((id) => values.get(fields[id].column)),
  }
}

/** How one list column is named and what its items stand for. */
export interface ListLayout {
  column: ListColumnName
  /** The column of one list item in the published file. */
  published: string
  /** The ids that its items are indices into: those of the dictionary or of the vocabulary. */
  words: (dictionaries: Dictionaries) => readonly string[]
}

/** Every list column: those of dictionary ids, then those of codes, each in the order of the fields. */
export const listLayouts: readonly ListLayout[] = [
  ...idsFieldIds.map((id) => {
    const { column, published } = fields[id]
    return { column, published, words: (dictionaries: Dictionaries) => idsIn(dictionaries[column]) }
  }),
  ...codesFieldIds.map((id) => {
    const { column, published, vocabulary } = fields[id]
    return { column, published, words: () => vocabulary }
  }),
]

/** The ids of the entries of a dictionary; a tag is its own id. */
export function idsIn(entries: readonly (string | { id: string })[]): string[] {
  return entries.map((entry) => (typeof entry === 'string' ? entry : entry.id))
}

/** The texts of every row, for the list and for search; read after the columns, as they are larger. */
export interface IncidentTexts {
  rows: number
  title: { en: TextColumn; ar: TextColumn; fr: TextColumn }
  summary: { en: TextColumn; ar: TextColumn; fr: TextColumn }
  /** URLs of a row's sources and of their archived copies in canonical form (`canonicalUrl`), one a line. */
  urls: TextColumn
}

/** A whole data set but for its texts and full records. */
export interface DatasetTable {
  about: DatasetAbout
  columns: IncidentColumns
}

const decoder = new TextDecoder()

/** The text of one row; '' where it has none. @throws RangeError where the column has no such row */
export function textAt(column: TextColumn, row: number): string {
  const start = column.offsets[row]
  const end = column.offsets[row + 1]
  if (start === undefined || end === undefined) throw new RangeError(`no row ${row}`)
  return start === end ? '' : decoder.decode(column.bytes.subarray(start, end))
}
