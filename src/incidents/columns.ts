import {
  byId,
  codeFieldIds,
  codesFieldIds,
  fields,
  idsFieldIds,
  type FieldIdOf,
  type Fields,
} from './fields.ts'
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

/** A code a row, for each field of that kind. */
type CodeColumns = { [Id in FieldIdOf<'code'> as Fields[Id]['column']]: Uint8Array }

/** Entries of a dictionary, for each field of that kind. */
type IdsColumns = { [Id in FieldIdOf<'ids'> as Fields[Id]['column']]: ListColumn }

/** Several codes a row, each row with one at least (`notKnown`); absent where no record has any. */
type CodesColumns = { [Id in FieldIdOf<'codes'> as Fields[Id]['column']]?: ListColumn }

/**
 * Incidents as typed arrays, one entry a row, in the order of the file. Built once, then read only. The columns of
 * codes and of lists are those of `fields`.
 */
export interface IncidentColumns extends CodeColumns, IdsColumns, CodesColumns {
  rows: number
  id: TextColumn
  /** First and last day on which it may have happened (Day), widened to what its time precision allows. */
  dayFrom: Int32Array
  dayTo: Int32Array
  /** Day it is filed under: the stated start, not widened. */
  day: Int32Array
  /** Days from `day` to the stated end: 0 for an incident of one day. */
  days: Uint16Array
  /** Degrees, WGS 84. */
  lng: Float32Array
  lat: Float32Array
  /** Codes of `timePrecisions`. */
  timePrecision: Uint8Array
  /** How the claimants stand to each other on the number of dead: codes of `tollStandings`. */
  deaths: Uint8Array
  /** Least and most dead that any claimant gives; -1 where no one gives a number, and `fatalitiesMax` -1 also where open-ended ("at least"). */
  fatalitiesMin: Int32Array
  fatalitiesMax: Int32Array
  /** How many sources each row has. */
  sources: Uint16Array
  /** The place that the record names; what it lies in is told by the dictionary. */
  place: Ids
  dictionaries: Dictionaries
}

/** One value for each column of codes, by its name. */
export function byCodeColumn<T>(of: (id: FieldIdOf<'code'>) => T): Record<keyof CodeColumns, T> {
  return byColumn(codeFieldIds, of)
}

/** One value for each column of ids, by its name. */
export function byIdsColumn<T>(of: (id: FieldIdOf<'ids'>) => T): Record<keyof IdsColumns, T> {
  return byColumn(idsFieldIds, of)
}

/** One value for each column of several codes that the data set has, by its name. @param of undefined: it lacks it */
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

function byColumn<Id extends FieldIdOf<'code' | 'ids'>, T>(
  ids: readonly Id[],
  of: (id: Id) => T,
): Record<Fields[Id]['column'], T> {
  const idOfColumn = new Map<Fields[Id]['column'], Id>(ids.map((id) => [fields[id].column, id]))
  return byId([...idOfColumn.keys()], (column) => {
    const id = idOfColumn.get(column)
    if (id === undefined) throw new RangeError(`no field has the column ${column}`)
    return of(id)
  })
}

/** Columns of one code a row, of lists that every data set has, and of lists that it may lack. */
export type CodeColumnName = keyof CodeColumns
export type IdsColumnName = keyof IdsColumns
export type CodesColumnName = keyof CodesColumns
export type ListColumnName = IdsColumnName | CodesColumnName

/** One value for each list column of a data set. */
export type ByListColumn<T> = Record<IdsColumnName, T> & Partial<Record<CodesColumnName, T>>

/** @param of of a column of several codes undefined where the data set lacks it */
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

/** What one list column holds, by its name. */
export interface ListLayout {
  column: ListColumnName
  /** Name of one item in the published columns. */
  published: string
  /** What its items are indices into. */
  words: (dictionaries: Dictionaries) => readonly string[]
}

/** Every list column, in the order of the fields. */
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

/** The ids of a dictionary's entries; a tag is its own. */
export function idsIn(entries: readonly (string | { id: string })[]): string[] {
  return entries.map((entry) => (typeof entry === 'string' ? entry : entry.id))
}

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
