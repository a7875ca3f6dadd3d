import * as fc from 'fast-check'
import {
  eventTypes,
  geoPrecisions,
  statuses,
  subEventTypes,
  weapons,
} from '../../src/incidents/vocabulary.ts'
import { facetIds } from '../../src/incidents/fields.ts'
import { noFilters, type Choice, type Filters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import { filterNames } from './naiveFilters.ts'

const choice = <Id extends string>(ids: readonly Id[]): fc.Arbitrary<Choice<Id>> =>
  fc.oneof(
    fc.constant({ include: [], exclude: [] }),
    fc.record({ include: fc.subarray([...ids]), exclude: fc.subarray([...ids], { maxLength: 1 }) }),
  )
const sometimes = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 3 })
const day = fc.integer({ min: 19_990, max: 20_070 })

const world = { west: -180, south: -90, east: 180, north: 90 }
const levant = { west: 35, south: 32, east: 42, north: 37 }
const antimeridian = { west: 170, south: -20, east: -170, north: 20 }
const onePosition = { west: 36.5, south: 36.25, east: 36.5, north: 36.25 }

const anyText = fc.constantFrom(
  'clash',
  'cea',
  'strike -camp',
  '"clash ceasefire"',
  '-"strike cam"',
  '"ceasefire clash"',
  'حارم',
  'harim',
  'general',
  '"general sec"',
  'شرط',
  'waves',
  'waves.exa',
  '-radio',
  'leban',
  'nowhere',
  'https://example.org/i7',
  'https://example.org/none',
)

const allFilters: fc.Arbitrary<Filters> = fc.record({
  days: fc.record({ from: sometimes(day), to: sometimes(day) }),
  type: choice(eventTypes),
  subtype: choice(subEventTypes),
  actor: fc
    .tuple(choice(['police', 'army', 'rebels', 'nobody', 'unknown']), fc.boolean())
    .map(([of, all]) => ({ ...of, all })),
  publisher: choice(['paper', 'radio', 'blog', 'unknown']),
  weapon: choice(weapons),
  country: choice(['sy', 'lb', 'idlib', 'unknown']),
  place: choice(['harem', 'idlib', 'homs', 'sy', 'lb', 'sea']),
  status: choice(statuses),
  precision: choice(geoPrecisions),
  tag: choice(['statement', 'raid', 'truce', 'unknown']),
  fatalities: fc.record({ min: sometimes(fc.nat(30)), max: sometimes(fc.nat(30)) }),
  text: fc.oneof(fc.constant(''), anyText),
  area: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(levant, antimeridian, onePosition) },
  ),
})

/** A few filters at a time: where all are set, nothing passes, and nothing is tested. */
export const anyFilters: fc.Arbitrary<Filters> = fc
  .tuple(allFilters, fc.subarray([...filterNames], { minLength: 1, maxLength: 3 }))
  .map(([filters, kept]) => ({
    ...noFilters,
    ...Object.fromEntries(kept.map((name) => [name, filters[name]])),
  }))

/** @param rows size of the table: pages of the list begin anywhere in it, and end beyond it */
export function anyQuery(rows: number): fc.Arbitrary<IncidentQuery> {
  return fc.record({
    filters: anyFilters,
    facets: fc.subarray([...facetIds]),
    map: sometimes(
      fc.record({
        bounds: fc.constantFrom(world, world, levant, antimeridian),
        zoom: fc.double({ min: 0, max: 14, noNaN: true }),
        mode: fc.constantFrom('cells' as const, 'points' as const, 'heat' as const),
      }),
    ),
    bins: sometimes(
      fc.record({
        unit: fc.constantFrom(
          'day' as const,
          'week' as const,
          'month' as const,
          'quarter' as const,
          'year' as const,
        ),
        span: fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
      }),
    ),
    list: fc.record({
      order: fc.constantFrom('newest' as const, 'oldest' as const, 'deadliest' as const),
      offset: fc.oneof(fc.constant(0), fc.nat(rows + 5)),
      limit: fc.nat(30),
      within: sometimes(fc.constantFrom(world, levant, antimeridian, onePosition)),
    }),
    open: sometimes(fc.nat(rows + 1).map((n) => `i${n}`)),
  })
}

/** What one act changes of a query: one filter, the screen, the list or the open incident; the rest stays. */
export function anyChange(rows: number): fc.Arbitrary<(query: IncidentQuery) => IncidentQuery> {
  return fc
    .tuple(
      allFilters,
      anyQuery(rows),
      fc.constantFrom(...filterNames, 'facets', 'map', 'bins', 'list', 'open', 'clear'),
    )
    .map(([filters, other, what]) => (query) => {
      switch (what) {
        case 'facets':
        case 'map':
        case 'bins':
        case 'list':
        case 'open':
          return { ...query, [what]: other[what] }
        case 'clear':
          return { ...query, filters: noFilters }
        default:
          return { ...query, filters: { ...query.filters, [what]: filters[what] } }
      }
    })
}

/** All rows: the first page, the whole world and no bins. */
export const everything: IncidentQuery = {
  filters: noFilters,
  facets: facetIds,
  map: { bounds: world, zoom: 4, mode: 'cells' },
  bins: null,
  list: { order: 'newest', offset: 0, limit: 10, within: null },
  open: null,
}
