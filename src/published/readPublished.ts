import { codedColumnNames, codedColumns } from '../incidents/codedColumns.ts'
import {
  byListColumn,
  idsIn,
  type ByListColumn,
  type Dictionaries,
  type IncidentColumns,
  type IncidentTexts,
  type ListColumn,
} from '../incidents/columns.ts'
import { byId } from '../incidents/fields.ts'
import { EARLIEST_DAY, LATEST_DAY } from '../incidents/day.ts'
import { SourceError } from '../query/incidentSource.ts'
import type { Manifest } from './manifest.ts'
import { ArrowReader } from './arrowReader.ts'

/**
 * Reads `columns.arrow` and the items of its lists, unpacked, as views of the bytes. Every index, code, day and position
 * is within bounds.
 * @param items content of the file of each list that the manifest names
 * @throws SourceError 'malformed'
 */
export function readColumns(
  content: Uint8Array,
  items: ByListColumn<Uint8Array>,
  manifest: Manifest,
  dictionaries: Dictionaries,
): IncidentColumns {
  const { name } = manifest.columns
  const table = new ArrowReader(content, manifest.rows, name)
  const lists = byListColumn<ListColumn>(({ column, published, words }) => {
    const [bytes, listed] = [items[column], manifest.lists[column]]
    if (!bytes || !listed) return undefined
    const offsets = offsetsOf(table.uint16(`${published}_count`))
    const file = new ArrowReader(bytes, offsets.at(-1) ?? 0, listed.name)
    return { offsets, ids: file.indices(published, words(dictionaries)) }
  })
  const columns: IncidentColumns = {
    rows: manifest.rows,
    id: table.texts('id'),
    dayFrom: table.days('day_from'),
    dayTo: table.days('day_to'),
    day: table.days('day'),
    days: table.uint16('days'),
    lng: table.float32('lng'),
    lat: table.float32('lat'),
    fatalitiesMin: table.int32('fatalities_min'),
    fatalitiesMax: table.int32('fatalities_max'),
    sources: table.uint16('source_count'),
    place: table.indices('place', idsIn(dictionaries.places)),
    ...byId(codedColumnNames, (column) => {
      const { published, vocabulary } = codedColumns[column]
      return table.codes(published, vocabulary)
    }),
    ...lists,
    dictionaries,
  }
  const fault = faultOf(columns)
  if (fault !== undefined) throw new SourceError('malformed', fault, name)
  return columns
}

/**
 * Reads `texts.arrow`, unpacked, as views of the bytes.
 * @throws SourceError 'malformed'
 */
export function readTexts(content: Uint8Array, manifest: Manifest): IncidentTexts {
  const table = new ArrowReader(content, manifest.rows, manifest.texts.name)
  const inLanguages = (field: 'title' | 'summary') => ({
    en: table.texts(`${field}_en`),
    ar: table.texts(`${field}_ar`),
    fr: table.texts(`${field}_fr`),
  })
  return {
    rows: manifest.rows,
    title: inLanguages('title'),
    summary: inLanguages('summary'),
    urls: table.texts('urls'),
  }
}

/** The offset of each list among the items of all, and of the end; from the length of each. */
function offsetsOf(lengths: Uint16Array): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1)
  for (let row = 0; row < lengths.length; row += 1) offsets[row + 1] = at(offsets, row) + at(lengths, row)
  return offsets
}

function at(array: ArrayLike<number>, row: number): number {
  return array[row] ?? Number.NaN
}

/** The first row whose days, position or counts are out of bounds, as a sentence; undefined where there is none. */
function faultOf(columns: IncidentColumns): string | undefined {
  const { day, dayFrom, dayTo, lng, lat, fatalitiesMin, fatalitiesMax } = columns
  for (let row = 0; row < columns.rows; row++) {
    const [from, on, to] = [at(dayFrom, row), at(day, row), at(dayTo, row)]
    if (!(from >= EARLIEST_DAY && from <= on && on <= to && to <= LATEST_DAY))
      return `row ${row} has no such days`
    const [east, north] = [at(lng, row), at(lat, row)]
    const isGiven = !Number.isNaN(east) || !Number.isNaN(north)
    if (isGiven && !(Math.abs(east) <= 180 && Math.abs(north) <= 90)) return `row ${row} lies nowhere`
    if (!(at(fatalitiesMin, row) >= -1 && at(fatalitiesMax, row) >= -1)) return `row ${row} counts below none`
  }
  return undefined
}
