import type { DatasetAbout, Place } from '../../src/incidents/incident.ts'
import { foldWords } from '../../src/incidents/foldText.ts'
import { mercatorX, mercatorY } from '../../src/incidents/place.ts'
import {
  eventTypes,
  geoPrecisions,
  statuses,
  subEventTypes,
  timePrecisions,
  tollStandings,
  weapons,
} from '../../src/incidents/vocabulary.ts'
import type { Connection } from '../../src/clickhouse/connection.ts'
import { keyOf } from '../../src/clickhouse/keyOf.ts'
import {
  entryKinds,
  loadStates,
  NO_ENTRY,
  NOWHERE,
  type EntryKind,
  type TableName,
} from '../../src/clickhouse/tables.ts'
import { urlHash } from '../../src/clickhouse/urlHash.ts'
import {
  actors,
  countryOf,
  indexOfPlace,
  places,
  publishers,
  spanOf,
  tags,
  type PlainIncident,
} from '../oracle/plainIncident.ts'
import { isDrawn } from '../oracle/naiveFilters.ts'
import { insertTsv } from './insertTsv.ts'

const PUBLISHED = loadStates.indexOf('published')

/** What each load says of the data set. */
export const about: DatasetAbout = {
  title: { en: 'Plain incidents' },
  description: {},
  publisher: '',
  languages: ['en'],
  updated: '2025-01-01',
}

/** Lattice points across the world. */
const LATTICE = 2 ** 28

/** Column `x` and `y` of a row that the map draws. */
export function latticeOf({ lng, lat }: PlainIncident): [x: number, y: number] {
  return [
    Math.round(mercatorX(Math.fround(lng)) * LATTICE),
    Math.round(mercatorY(Math.fround(lat)) * LATTICE),
  ]
}

/** The canonical URL that a row cites. */
const urlOf = ({ id }: PlainIncident) => `example.org/${id}`

/** Ids of the folded words of all rows, from 1 on. */
const terms = new Map<string, number>()

function termId(term: string): number {
  const id = terms.get(term) ?? terms.size + 1
  terms.set(term, id)
  return id
}

/** A row of TabSeparated; texts have no character that must be escaped there. */
function line(values: readonly (number | string | readonly number[])[]): string {
  return values.map((value) => (typeof value === 'object' ? `[${value.join()}]` : String(value))).join('\t')
}

function incidentLine(row: PlainIncident, number: number, load: number): string {
  const { from, to } = spanOf(row)
  const [x, y] = isDrawn(row) ? latticeOf(row) : [NOWHERE, NOWHERE]
  const placeIndices = row.places.map((id) => places.findIndex((place) => place.id === id))
  const country = places.findIndex(({ id }) => id === countryOf(row)[0])
  const indices = (ids: readonly string[], of: readonly { id: string }[]) =>
    ids.map((id) => of.findIndex((entry) => entry.id === id))
  return line([
    load,
    number,
    keyOf(row.id).tier,
    row.day,
    row.days,
    from,
    to,
    timePrecisions.indexOf(row.timePrecision),
    ...[x, y, row.lng, row.lat].map((value) => (Number.isNaN(value) ? 'nan' : value)),
    geoPrecisions.indexOf(row.geoPrecision),
    indexOfPlace(row),
    placeIndices,
    country < 0 ? NO_ENTRY : country,
    eventTypes.indexOf(row.type),
    subEventTypes.indexOf(row.subtype),
    statuses.indexOf(row.status),
    row.weapons.map((id) => weapons.indexOf(id)),
    indices(row.actors, actors),
    indices(row.publishers, publishers),
    row.tags.map((id) => tags.indexOf(id)),
    tollStandings.indexOf(row.fatalities.every((end) => end < 0) ? 'not-reported' : 'one-claimant'),
    ...row.fatalities,
    row.publishers.length,
    foldWords(row.title).map(termId),
    [urlHash(urlOf(row))],
  ])
}

/** What the base holds of an entry of a dictionary. */
interface StoredEntry {
  id: string
  /** As they are searched. */
  names: readonly string[]
  domain?: string | undefined
  json: object
}

const named = ({ name, aliases }: Pick<Place, 'name' | 'aliases'>) => [...Object.values(name), ...aliases]

const storedEntries: Readonly<Record<EntryKind, readonly StoredEntry[]>> = {
  actors: actors.map((actor) => ({ id: actor.id, names: named(actor), json: actor })),
  places: places.map((place) => ({ id: place.id, names: named(place), json: place })),
  publishers: publishers.map((publisher) => ({
    id: publisher.id,
    names: [publisher.name],
    domain: publisher.domain,
    json: publisher,
  })),
  tags: tags.map((id) => ({ id, names: [id], json: { id } })),
}

function entryLines(load: number): string[] {
  return entryKinds.flatMap((kind, code) =>
    storedEntries[kind].map(({ id, names, domain, json }, index) => {
      const folded = names.map((name) => `' ${foldWords(name).join(' ')}'`)
      if (domain !== undefined) folded.push(`'@ ${foldWords(domain).join(' ')}'`)
      return [code, index, load, id, `[${folded.join()}]`, JSON.stringify(json)].join('\t')
    }),
  )
}

/**
 * Writes rows, apart from the product's own loader: row r gets the number `first + r`. Rows of earlier loads are hidden.
 * @param load number of the load
 */
export async function loadPlain(
  connection: Connection,
  rows: readonly PlainIncident[],
  { load, first }: { load: number; first: number },
): Promise<void> {
  const insert = (table: TableName, lines: readonly string[]) => insertTsv(connection, table, lines)
  await insert(
    'hidden',
    Array.from({ length: first }, (_, row) => `${row}\t${load}`),
  )
  await insert(
    'incidents',
    rows.map((row, at) => incidentLine(row, first + at, load)),
  )
  await insert(
    'records',
    rows.map((row, at) =>
      [first + at, load, row.id, row.title, '', '', `['${urlOf(row)}']`, '{}'].join('\t'),
    ),
  )
  await insert(
    'keys',
    rows.map((row, at) => [keyOf(row.id).key, first + at, spanOf(row).from, load].join('\t')),
  )
  await insert(
    'terms',
    Array.from(terms, ([term, id]) => [term, id, load].join('\t')),
  )
  await insert('entries', entryLines(load))
  await insert('loads', [
    [load, PUBLISHED, 0, '', first, rows.length, `load-${load}-plain`, JSON.stringify(about)].join('\t'),
  ])
}
