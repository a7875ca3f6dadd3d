import { facetIds } from '../../src/incidents/fields.ts'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { syntheticDataset } from '../../src/cli/synthetic/syntheticDataset.ts'
import { createEngine } from '../../src/engine/engine.ts'
import { createColumnsBuilder } from '../../src/incidents/columnsBuilder.ts'
import { eventTypes, statuses } from '../../src/incidents/vocabulary.ts'
import { noFilters, type Filters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import { indexAll } from './indexAll.ts'
import { seed, seeded } from './seeded.ts'

/** Enough rows that the engine takes each of its ways: row deltas, listed rows, counting anew. */
const ROWS = 40_000

function syntheticTable() {
  const { actors, places, incidents } = syntheticDataset(ROWS, 3)
  const builder = createColumnsBuilder(actors, places)
  for (const incident of incidents) builder.append(incident)
  return builder.build()
}

const choice = <Id extends string>(ids: readonly Id[], most: number) =>
  fc.record({
    include: fc.subarray([...ids], { maxLength: most }),
    exclude: fc.subarray([...ids], { maxLength: 1 }),
  })
const day = fc.option(fc.integer({ min: 14_600, max: 20_460 }), { nil: null, freq: 3 })
const actorIds = ['actor-1', 'actor-2', 'actor-9', 'actor-40', 'actor-300', 'nobody']

/** What one act changes: one filter, and the others stay. */
const anyChange: fc.Arbitrary<Partial<Filters>> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ days: fc.record({ from: day, to: day }) }) },
  { weight: 2, arbitrary: fc.record({ type: choice(eventTypes, 2) }) },
  {
    weight: 3,
    arbitrary: fc.tuple(choice(actorIds, 2), fc.boolean()).map(([of, all]) => ({ actor: { ...of, all } })),
  },
  { weight: 1, arbitrary: fc.record({ status: choice(statuses, 1) }) },
  {
    weight: 1,
    arbitrary: fc.record({ place: choice(['country-saa', 'country-sab-2', 'town-1', 'town-30'], 2) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      text: fc.constantFrom('', 'r', 'reported', 'shelling', 'قصف', '-reported', '"reported shelling"'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      fatalities: fc.record({ min: fc.constantFrom(null, 1, 20), max: fc.constant(null) }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ area: { west: 20, south: 0, east: 50, north: 40 } }) },
  { weight: 2, arbitrary: fc.constant(noFilters) },
)

const anyScreen = fc.record({
  map: fc.record({
    bounds: fc.constantFrom(
      { west: -20, south: -10, east: 75, north: 50 },
      { west: 30, south: 30, east: 42, north: 38 },
      { west: 150, south: -60, east: -60, north: 60 },
    ),
    zoom: fc.constantFrom(2, 4.5, 7),
    mode: fc.constantFrom('cells' as const, 'points' as const),
  }),
  bins: fc.record({
    unit: fc.constantFrom('month' as const, 'year' as const),
    span: fc.constant({ from: 14_610, to: 20_453 }),
  }),
})

const asked = <T>(before: T, change: Partial<T>): T => ({ ...before, ...change })

it(
  `answers after any walk of changes as an engine that is asked only the last query (seed ${seed})`,
  { timeout: 240_000 },
  () => {
    const { columns, texts } = syntheticTable()
    const ways = new Set<string>()
    fc.assert(
      fc.property(fc.array(fc.tuple(anyChange, anyScreen), { minLength: 4, maxLength: 14 }), (walk) => {
        const used = createEngine(columns)
        indexAll(used, texts)
        let query: IncidentQuery = {
          filters: noFilters,
          facets: facetIds,
          map: null,
          bins: null,
          list: { order: 'newest', offset: 0, limit: 5, within: null },
          open: null,
        }
        for (const [change, screen] of walk) {
          query = asked(query, { ...screen, filters: asked(query.filters, change) })
          used.answer(query)
          ways.add(used.lastStep())
        }
        const fresh = createEngine(columns)
        indexAll(fresh, texts)
        expect(used.answer(query)).toEqual(fresh.answer(query))
      }),
      seeded(12),
    )
    expect([...ways].toSorted()).toEqual(['delta', 'listed', 'none', 'recount'])
  },
)
