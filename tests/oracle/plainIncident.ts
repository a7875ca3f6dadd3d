import * as fc from 'fast-check'
import type { IncidentColumns, IncidentTexts, TextColumn } from '../../src/incidents/columns.ts'
import type { Actor, Place, Publisher } from '../../src/incidents/incident.ts'
import { unnamedPlace } from '../../src/incidents/unnamedPlace.ts'
import { daysOfIncident } from '../../src/incidents/precision.ts'
import {
  eventTypes,
  geoPrecisions,
  statuses,
  subtypesAllowed,
  subEventTypes,
  timePrecisions,
  tollStandings,
  weapons,
  type EventType,
  type GeoPrecision,
  type Status,
  type SubEventType,
  type TimePrecision,
  type Weapon,
} from '../../src/incidents/vocabulary.ts'

/** An incident as plain as the engine's oracle needs it. */
export interface PlainIncident {
  id: string
  day: number
  days: number
  timePrecision: TimePrecision
  /** Degrees; both NaN where no position is given. */
  lng: number
  lat: number
  geoPrecision: GeoPrecision
  type: EventType
  subtype: SubEventType
  status: Status
  fatalities: [min: number, max: number]
  actors: string[]
  publishers: string[]
  places: string[]
  tags: string[]
  /** At least one; `not-known` alone where none is named. */
  weapons: Weapon[]
  title: string
}

export const actors: Actor[] = ['police', 'army', 'rebels', 'nobody'].map((id) => ({
  id,
  name: { en: `The ${id}`, ar: 'الشرطة' },
  aliases: id === 'police' ? ['General Security'] : [],
  kind: 'state-forces',
}))
export const places: Place[] = [
  { id: 'harem', kind: 'locality', name: { en: 'Harem', ar: 'حارم' }, aliases: ['Harim'], parent: 'idlib' },
  { id: 'idlib', kind: 'region', name: { en: 'Idlib' }, aliases: [], parent: 'sy' },
  { id: 'homs', kind: 'region', name: { en: 'Homs' }, aliases: [], parent: 'sy' },
  { id: 'sy', kind: 'country', name: { en: 'Syria' }, aliases: [] },
  { id: 'tripoli', kind: 'locality', name: { en: 'Tripoli' }, aliases: [], parent: 'lb' },
  { id: 'lb', kind: 'country', name: { en: 'Lebanon' }, aliases: [] },
  // A place that lies in no other, and is no country.
  { id: 'sea', kind: 'region', name: { en: 'High sea' }, aliases: [] },
  unnamedPlace,
]
export const publishers: Publisher[] = [
  { id: 'paper', name: 'The paper' },
  { id: 'radio', name: 'The radio', domain: 'waves.example' },
  { id: 'blog', name: 'The blog' },
]
export const tags = ['statement', 'raid', 'truce']

/** Each place that an incident may name, with what it lies in. */
const chains = [
  ['harem', 'idlib', 'sy'],
  ['idlib', 'sy'],
  ['homs', 'sy'],
  ['sy'],
  ['tripoli', 'lb'],
  ['lb'],
  ['sea'],
  [unnamedPlace.id],
]
const words = ['clash', 'ceasefire', 'Strike', 'حارم', 'camp']

const anyPosition = fc.oneof(
  fc.constant<[number, number]>([NaN, NaN]),
  // Many at the very same position; some at the edges of the world.
  fc.constantFrom<[number, number]>(
    [36.5, 36.25],
    [36.5, 36.25],
    [36.52, 36.25],
    [180, 0],
    [-180, 0],
    [0, 90],
    [10, -90],
  ),
  fc
    .tuple(fc.integer({ min: -1800, max: 1800 }), fc.integer({ min: -850, max: 850 }))
    .map(([x, y]): [number, number] => [x / 10, y / 10]),
  fc
    .tuple(fc.integer({ min: 350, max: 420 }), fc.integer({ min: 320, max: 370 }))
    .map(([x, y]): [number, number] => [x / 10, y / 10]),
)

const anyFatalities = fc.oneof(
  fc.constant<[number, number]>([-1, -1]),
  fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]),
  fc.nat(30).map((min): [number, number] => [min, -1]),
  fc.nat(30).map((max): [number, number] => [-1, max]),
)

const anyRow = fc.record({
  day: fc.integer({ min: 20_000, max: 20_060 }),
  days: fc.oneof(fc.constant(0), fc.nat(40)),
  timePrecision: fc.constantFrom(...timePrecisions),
  position: anyPosition,
  geoPrecision: fc.constantFrom(...geoPrecisions),
  type: fc.constantFrom(...eventTypes),
  subtype: fc.nat(30),
  status: fc.constantFrom(...statuses),
  fatalities: anyFatalities,
  actors: fc.subarray(['police', 'army', 'rebels']),
  publishers: fc.subarray(['paper', 'radio', 'blog']),
  places: fc.constantFrom(...chains),
  tags: fc.subarray(tags),
  weapons: fc
    .subarray<Weapon>(['small-arms', 'drone'])
    .map((named): Weapon[] => (named.length > 0 ? named : ['not-known'])),
  title: fc.subarray(words, { minLength: 1 }).map((some) => some.join(' ')),
})
type AnyRow = typeof anyRow extends fc.Arbitrary<infer Row> ? Row : never

/** Rows in the order of days, as a published table has them. */
function tableOf(rows: readonly AnyRow[]): PlainIncident[] {
  return rows
    .map(({ position: [lng, lat], subtype, ...row }, index): PlainIncident => {
      const subtypes = subtypesAllowed(row.type)
      return { ...row, id: `i${index}`, lng, lat, subtype: subtypes[subtype % subtypes.length] ?? 'other' }
    })
    .toSorted((a, b) => a.day - b.day)
}

/** Tables of at most 60 rows. */
export const anyTable: fc.Arbitrary<PlainIncident[]> = fc.array(anyRow, { maxLength: 60 }).map(tableOf)

/** One table of any size: the same for the same seed. */
export function largeTable(rows: number, seed: number): PlainIncident[] {
  return tableOf(fc.sample(anyRow, { numRuns: rows, seed }))
}

/** The country that a row lies in; [] for the sea. */
export function countryOf({ places: chain }: PlainIncident): string[] {
  return chain.filter((id) => places.find((place) => place.id === id)?.kind === 'country')
}

export function spanOf({ day, days, timePrecision }: PlainIncident) {
  return daysOfIncident(day, day + days, timePrecision)
}

function texts(of: readonly string[]): TextColumn {
  const encoder = new TextEncoder()
  const parts = of.map((text) => encoder.encode(text))
  const offsets = Uint32Array.from([
    0,
    ...parts.map((_, index) => parts.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0)),
  ])
  return { offsets, bytes: Uint8Array.from(parts.flatMap((part) => [...part])) }
}

function lists(of: readonly (readonly string[])[], ids: readonly string[]) {
  const flat = of.flatMap((items) => items.map((item) => ids.indexOf(item)))
  let at = 0
  return {
    offsets: Uint32Array.from([0, ...of.map((items) => (at += items.length))]),
    ids: Uint32Array.from(flat),
  }
}

const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)

/** Index of the place that the row names, in the dictionary. */
export function indexOfPlace({ places: [named] }: PlainIncident): number {
  return places.findIndex(({ id }) => id === named)
}

/** Written out plainly, apart from the product's own builder. */
export function toColumns(rows: readonly PlainIncident[]): IncidentColumns {
  const codes = <Id extends string>(ids: readonly Id[], get: (row: PlainIncident) => Id) =>
    Uint8Array.from(rows, (row) => ids.indexOf(get(row)))
  return {
    rows: rows.length,
    id: texts(rows.map(({ id }) => id)),
    dayFrom: Int32Array.from(rows, (row) => spanOf(row).from),
    dayTo: Int32Array.from(rows, (row) => spanOf(row).to),
    day: Int32Array.from(rows, ({ day }) => day),
    days: Uint16Array.from(rows, ({ days }) => days),
    lng: Float32Array.from(rows, ({ lng }) => lng),
    lat: Float32Array.from(rows, ({ lat }) => lat),
    type: codes(eventTypes, ({ type }) => type),
    subtype: codes(subEventTypes, ({ subtype }) => subtype),
    status: codes(statuses, ({ status }) => status),
    geoPrecision: codes(geoPrecisions, ({ geoPrecision }) => geoPrecision),
    timePrecision: codes(timePrecisions, ({ timePrecision }) => timePrecision),
    deaths: codes(tollStandings, ({ fatalities: [min, max] }) =>
      min < 0 && max < 0 ? 'not-reported' : 'one-claimant',
    ),
    fatalitiesMin: Int32Array.from(rows, ({ fatalities: [min] }) => min),
    fatalitiesMax: Int32Array.from(rows, ({ fatalities: [, max] }) => max),
    actors: lists(
      rows.map((row) => row.actors),
      idsOf(actors),
    ),
    publishers: lists(
      rows.map((row) => row.publishers),
      idsOf(publishers),
    ),
    sources: Uint16Array.from(rows, (row) => row.publishers.length),
    place: Uint32Array.from(rows, indexOfPlace),
    tags: lists(
      rows.map((row) => row.tags),
      tags,
    ),
    weapons: lists(
      rows.map((row) => row.weapons),
      weapons,
    ),
    dictionaries: { actors, places, publishers, tags },
  }
}

export function toTexts(rows: readonly PlainIncident[]): IncidentTexts {
  const empty = texts(rows.map(() => ''))
  return {
    rows: rows.length,
    title: { en: texts(rows.map(({ title }) => title)), ar: empty, fr: empty },
    summary: { en: empty, ar: empty, fr: empty },
    urls: texts(rows.map(({ id }) => `example.org/${id}`)),
  }
}
