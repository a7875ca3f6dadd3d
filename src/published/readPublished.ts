import { codedColumns } from '../incidents/codedColumns.ts'
import type {
  Dictionaries,
  IncidentColumns,
  IncidentTexts,
  ListColumn,
  ListName,
} from '../incidents/columns.ts'
import { EARLIEST_DAY, LATEST_DAY } from '../incidents/day.ts'
import { SourceError } from '../query/incidentSource.ts'
import type { Manifest } from './manifest.ts'
import { arrowReader } from './arrowColumn.ts'

/**
 * Reads `columns.arrow` and the items of its lists, unpacked: views of the bytes, whose every index, code, day and
 * position is within bounds.
 * @throws SourceError 'malformed'
 */
export function readColumns(
  content: Uint8Array,
  items: Readonly<Record<ListName, Uint8Array>>,
  manifest: Manifest,
  dictionaries: Dictionaries,
): IncidentColumns {
  const { name } = manifest.columns
  const table = arrowReader(content, manifest.rows, name)
  const listOf = (list: ListName, item: string, words: readonly string[]): ListColumn => {
    const offsets = offsetsOf(table.uint16(`${item}_count`))
    const file = arrowReader(items[list], offsets.at(-1) ?? 0, manifest.lists[list].name)
    return { offsets, ids: file.indices(item, words) }
  }
  const columns: IncidentColumns = {
    rows: manifest.rows,
    id: table.texts('id'),
    dayFrom: table.days('day_from'),
    dayTo: table.days('day_to'),
    day: table.days('day'),
    days: table.uint16('days'),
    lng: table.float32('lng'),
    lat: table.float32('lat'),
    type: table.codes('type', codedColumns.type),
    subtype: table.codes('subtype', codedColumns.subtype),
    status: table.codes('status', codedColumns.status),
    geoPrecision: table.codes('geo_precision', codedColumns.geoPrecision),
    timePrecision: table.codes('time_precision', codedColumns.timePrecision),
    deaths: table.codes('deaths', codedColumns.deaths),
    fatalitiesMin: table.int32('fatalities_min'),
    fatalitiesMax: table.int32('fatalities_max'),
    actors: listOf('actors', 'actor', idsOf(dictionaries.actors)),
    publishers: listOf('publishers', 'publisher', idsOf(dictionaries.publishers)),
    sources: table.uint16('source_count'),
    place: table.indices('place', idsOf(dictionaries.places)),
    tags: listOf('tags', 'tag', dictionaries.tags),
    dictionaries,
  }
  const fault = faultOf(columns)
  if (fault !== undefined) throw new SourceError('malformed', fault, name)
  return columns
}

/**
 * Reads `texts.arrow`, unpacked: views of the bytes.
 * @throws SourceError 'malformed'
 */
export function readTexts(content: Uint8Array, manifest: Manifest): IncidentTexts {
  const table = arrowReader(content, manifest.rows, manifest.texts.name)
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

/** Where each list begins, of lists that follow one another. */
function offsetsOf(lengths: Uint16Array): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1)
  for (let row = 0; row < lengths.length; row += 1) offsets[row + 1] = at(offsets, row) + at(lengths, row)
  return offsets
}

function idsOf(items: readonly { id: string }[]): string[] {
  return items.map(({ id }) => id)
}

function at(array: ArrayLike<number>, row: number): number {
  return array[row] ?? Number.NaN
}

function faultOf(columns: IncidentColumns): string | undefined {
  const { day, dayFrom, dayTo, lng, lat, fatalitiesMin, fatalitiesMax } = columns
  for (let row = 0; row < columns.rows; row++) {
    const [from, on, to] = [at(dayFrom, row), at(day, row), at(dayTo, row)]
    if (!(from >= EARLIEST_DAY && from <= on && on <= to && to <= LATEST_DAY))
      return `row ${row} has no such days`
    if (!(Math.abs(at(lng, row)) <= 180 && Math.abs(at(lat, row)) <= 90)) return `row ${row} lies nowhere`
    if (!(at(fatalitiesMin, row) >= -1 && at(fatalitiesMax, row) >= -1)) return `row ${row} counts below none`
  }
  return undefined
}
