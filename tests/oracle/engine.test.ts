import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../src/engine/engine.ts'
import { formatIsoDay } from '../../src/incidents/day.ts'
import type { DatasetAbout } from '../../src/incidents/incident.ts'
import { mercatorX, mercatorY } from '../../src/incidents/place.ts'
import {
  eventTypes,
  geoPrecisions,
  statuses,
  subEventTypes,
  weapons,
} from '../../src/incidents/vocabulary.ts'
import { fieldIds, facetIds, type FieldId } from '../../src/incidents/fields.ts'
import { noFilters, type Choice, type Filters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import type { IncidentResult } from '../../src/query/incidentResult.ts'
import { binCounts, facetCounts, failsOf, passing } from './naiveAnswer.ts'
import { anyTable, toColumns, toTexts, type PlainIncident } from './plainIncident.ts'
import { indexAll } from './indexAll.ts'

const choice = <Id extends string>(ids: readonly Id[]): fc.Arbitrary<Choice<Id>> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({ include: [], exclude: [] }) },
    {
      weight: 1,
      arbitrary: fc.record({
        include: fc.subarray([...ids]),
        exclude: fc.subarray([...ids], { maxLength: 1 }),
      }),
    },
  )
const sometimes = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null, freq: 3 })
const day = fc.integer({ min: 19_990, max: 20_070 })

const about: DatasetAbout = {
  title: { en: 'x' },
  description: { en: 'x' },
  publisher: 'x',
  licence: { name: 'x', url: 'https://example.org/' },
  citation: 'x',
  coverage: { en: 'x' },
  languages: ['en'],
  updated: '2026-01-01',
}

/** A few fields at a time: where all are set, nothing passes, and nothing is tested. */
const fewOf = (filters: Filters, kept: readonly FieldId[]): Filters => ({
  ...noFilters,
  ...Object.fromEntries(kept.map((field) => [field, filters[field]])),
})

const anyQuery: fc.Arbitrary<IncidentQuery> = fc.record({
  filters: fc
    .tuple(
      fc.record({
        days: fc.record({ from: sometimes(day), to: sometimes(day) }),
        type: choice(eventTypes),
        subtype: choice(subEventTypes),
        actor: fc
          .tuple(choice(['police', 'army', 'rebels', 'nobody', 'unknown']), fc.boolean())
          .map(([of, all]) => ({ ...of, all })),
        publisher: choice(['paper', 'radio', 'blog']),
        weapon: choice(weapons),
        country: choice(['sy', 'idlib', 'unknown']),
        place: choice(['harem', 'idlib', 'homs', 'sy']),
        status: choice(statuses),
        precision: choice(geoPrecisions),
        tag: choice(['statement', 'raid', 'truce', 'unknown']),
        fatalities: fc.record({ min: sometimes(fc.nat(30)), max: sometimes(fc.nat(30)) }),
        text: fc.oneof(
          fc.constant(''),
          fc.constantFrom(
            'clash',
            'cea',
            'strike -camp',
            'حارم',
            'harim',
            'general',
            'شرط',
            '-radio',
            'nowhere',
          ),
        ),
        area: fc.oneof(
          { weight: 3, arbitrary: fc.constant(null) },
          {
            weight: 1,
            arbitrary: fc.constantFrom(
              { west: 35, south: 32, east: 42, north: 37 },
              { west: 170, south: -20, east: -170, north: 20 },
              { west: 36.5, south: 36.25, east: 36.5, north: 36.25 },
            ),
          },
        ),
      }),
      fc.subarray([...fieldIds], { minLength: 1, maxLength: 3 }),
    )
    .map(([filters, kept]) => fewOf(filters, kept)),
  facets: fc.subarray([...facetIds]),
  map: fc.record({
    bounds: fc.constant({ west: -180, south: -90, east: 180, north: 90 }),
    zoom: fc.double({ min: 0, max: 14, noNaN: true }),
    mode: fc.constantFrom('cells', 'points', 'heat'),
  }),
  bins: fc.record({
    unit: fc.constantFrom('day', 'week', 'month', 'quarter', 'year'),
    span: fc.tuple(day, day).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  }),
  list: fc.record({
    order: fc.constantFrom('newest', 'oldest', 'deadliest'),
    offset: fc.nat(20),
    limit: fc.nat(30),
    within: fc.constant(null),
  }),
  open: fc.option(
    fc.nat(60).map((n) => `i${n}`),
    { nil: null },
  ),
})

function sameAsNaive(rows: readonly PlainIncident[], query: IncidentQuery, result: IncidentResult): void {
  const left = passing(rows, query)
  expect(result.total).toBe(left.length)
  expect(result.of).toBe(rows.length)
  expect(Object.keys(result.facets).toSorted()).toEqual([...query.facets].toSorted())
  for (const facet of query.facets)
    expect(Array.from(result.facets[facet] ?? [])).toEqual(facetCounts(rows, query, facet))
  for (const field of fieldIds) {
    const relaxed = rows.filter((row) => failsOf(row, query).join() === field)
    expect(result.relaxed[field]).toBe(relaxed.length)
  }
  const { min, max } = query.filters.fatalities
  const unnumbered = rows.filter(
    (row) => failsOf(row, query).join() === 'fatalities' && row.fatalities.every((end) => end < 0),
  )
  expect(result.unnumbered).toBe(min === null && max === null ? 0 : unnumbered.length)
  expect(result.textMatches).toBe(rows.filter((row) => !failsOf(row, query).includes('text')).length)
  expect(histogramOf(result)).toEqual(binCounts(rows, query))
  sameList(left, query, result)
  sameCells(left, query, result)
  sameStanding(rows, left, query, result)
}

function histogramOf({ histogram }: IncidentResult): Map<string, number> {
  const counts = new Map<string, number>()
  if (!histogram) return counts
  for (const kind of ['certain', 'uncertain'] as const) {
    for (const [at, count] of histogram[kind].entries()) {
      const start = histogram.starts[Math.floor(at / eventTypes.length)] ?? 0
      if (count > 0) counts.set(`${formatIsoDay(start)} ${eventTypes[at % eventTypes.length]} ${kind}`, count)
    }
  }
  return counts
}

function sameList(left: readonly PlainIncident[], { list }: IncidentQuery, result: IncidentResult): void {
  const deaths = ({ fatalities }: PlainIncident) => Math.max(...fatalities)
  const ordered = {
    oldest: () => [...left],
    newest: () => left.toReversed(),
    deadliest: () => left.toReversed().toSorted((a, b) => deaths(b) - deaths(a)),
  }[list.order]()
  expect(result.list.total).toBe(left.length)
  expect(result.list.rows.map(({ id }) => id)).toEqual(
    ordered.slice(list.offset, list.offset + list.limit).map(({ id }) => id),
  )
}

function sameCells(
  left: readonly PlainIncident[],
  { map }: IncidentQuery,
  { cells, countryOnly }: IncidentResult,
): void {
  const drawn = left.filter(({ geoPrecision }) => geoPrecision !== 'country')
  expect(countryOnly.reduce((sum, { count }) => sum + count, 0)).toBe(left.length - drawn.length)
  expect((cells ?? []).reduce((sum, { count }) => sum + count, 0)).toBe(drawn.length)
  for (const cell of cells ?? []) {
    expect(cell.byType.reduce((sum, count) => sum + count, 0)).toBe(cell.count)
    expect(cell.incident === undefined).toBe(cell.count > 1)
    expect(cell.imprecise).toBeLessThanOrEqual(cell.count)
  }
  for (const [index, type] of eventTypes.entries()) {
    const sum = (cells ?? []).reduce((total, { byType }) => total + (byType[index] ?? 0), 0)
    expect(sum).toBe(drawn.filter((row) => row.type === type).length)
  }
  if (map?.mode === 'cells') expectNoOverlap(cells ?? [], map.zoom)
}

function expectNoOverlap(cells: NonNullable<IncidentResult['cells']>, zoom: number): void {
  const world = 512 * 2 ** zoom
  for (const [index, a] of cells.entries()) {
    for (const b of cells.slice(index + 1)) {
      const apart = Math.hypot(
        (mercatorX(a.position[0]) - mercatorX(b.position[0])) * world,
        (mercatorY(a.position[1]) - mercatorY(b.position[1])) * world,
      )
      expect(apart).toBeGreaterThan(a.radius + b.radius)
    }
  }
}

function sameStanding(
  rows: readonly PlainIncident[],
  left: readonly PlainIncident[],
  query: IncidentQuery,
  { open }: IncidentResult,
): void {
  const at = rows.findIndex(({ id }) => id === query.open)
  const row = rows[at]
  if (query.open === null) expect(open).toBeNull()
  else if (!row) expect(open).toEqual({ fails: [], earlier: null, later: null })
  else {
    expect(open?.summary?.id).toBe(row.id)
    expect(open?.fails).toEqual(failsOf(row, query))
    const passingIds = new Set(left.map(({ id }) => id))
    expect(open?.earlier ?? null).toBe(rows.slice(0, at).findLast(({ id }) => passingIds.has(id))?.id ?? null)
    expect(open?.later ?? null).toBe(rows.slice(at + 1).find(({ id }) => passingIds.has(id))?.id ?? null)
  }
}

describe('the engine', () => {
  it('answers as a plain re-count does, query after query', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyTable, fc.array(anyQuery, { minLength: 1, maxLength: 4 }), (rows, queries) => {
        const engine = createEngine(toColumns(rows))
        indexAll(engine, toTexts(rows))
        expect(engine.describe(about).incidents).toBe(rows.length)
        for (const query of queries) sameAsNaive(rows, query, engine.answer(query))
      }),
      { numRuns: 2_000 },
    )
  })

  const everything: IncidentQuery = {
    filters: noFilters,
    facets: [],
    map: { bounds: { west: 35, south: 32, east: 42, north: 37 }, zoom: 7, mode: 'cells' },
    bins: null,
    list: { order: 'newest', offset: 0, limit: 10, within: null },
    open: null,
  }

  it('keeps every visible cell as it is while one pans', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: -20, max: 20 }), (rows, step) => {
        const engine = createEngine(toColumns(rows))
        const cellsAt = (shift: number) =>
          engine.answer({
            ...everything,
            map: {
              bounds: { west: 35 + shift, south: 32, east: 42 + shift, north: 37 },
              zoom: 7,
              mode: 'cells',
            },
          }).cells ?? []
        const inBoth = ({ position: [lng, lat] }: { position: readonly [number, number] }) =>
          lng > 37 && lng < 40 && lat > 33 && lat < 36
        expect(cellsAt(step / 10).filter(inBoth)).toEqual(cellsAt(0).filter(inBoth))
      }),
      { numRuns: 200 },
    )
  })

  const each =
    (change: (row: PlainIncident, index: number) => Partial<PlainIncident>) =>
    (rows: readonly PlainIncident[]): PlainIncident[] =>
      rows.map((row, index) => ({ ...row, ...change(row, index) }))

  it.each([
    ['there is one incident', (rows: readonly PlainIncident[]) => rows.slice(0, 1)],
    ['all are on one day', each(() => ({ day: 20_000, days: 0 }))],
    ['all are at one point', each(() => ({ lng: 36.5, lat: 36.25 }))],
    ['all are about the antimeridian', each((_, at) => ({ lng: [180, -180, 179.9, -179.9][at % 4] ?? 0 }))],
    ['all are at the poles', each(({ lat }) => ({ lat: lat < 0 ? -90 : 90 }))],
    ['all say the same', each(() => ({ title: 'clash at camp' }))],
    ['all are by and of nobody', each(() => ({ actors: [], publishers: [], tags: [] }))],
  ])('answers as a plain re-count does where %s', (_, change) => {
    fc.assert(
      fc.property(anyTable.map(change), fc.array(anyQuery, { maxLength: 3 }), (rows, queries) => {
        const engine = createEngine(toColumns(rows))
        indexAll(engine, toTexts(rows))
        expect(engine.describe(about).incidents).toBe(rows.length)
        for (const query of queries) sameAsNaive(rows, query, engine.answer(query))
      }),
      { numRuns: 100 },
    )
  })

  it('has nothing to show of an empty table', () => {
    const result = createEngine(toColumns([])).answer(everything)
    expect(result).toMatchObject({ total: 0, of: 0, cells: [], extent: null, countryOnly: [] })
  })

  it('keeps what lies on both sides of the antimeridian together', () => {
    const at = (lng: number, id: string): PlainIncident => ({
      id,
      day: 20_000,
      days: 0,
      timePrecision: 'day',
      lng,
      lat: 0,
      geoPrecision: 'town',
      type: 'riots',
      subtype: 'mob-violence',
      status: 'reported',
      fatalities: [-1, -1],
      actors: [],
      publishers: ['paper'],
      places: ['sy'],
      tags: [],
      weapons: ['not-known'],
      title: 'x',
    })
    const { extent } = createEngine(toColumns([at(179, 'a'), at(-178, 'b')])).answer(everything)
    expect(extent).toEqual({ west: 179, east: -178, south: 0, north: 0 })
  })

  it('refuses more bins than a screen has pixels', () => {
    const engine = createEngine(toColumns([]))
    expect(() =>
      engine.answer({ ...everything, bins: { unit: 'day', span: { from: 0, to: 100_000 } } }),
    ).toThrow(RangeError)
  })

  it('says that text is pending until texts have come, and searches names meanwhile', () => {
    const rows =
      fc.sample(
        anyTable.filter((some) => some.length > 5),
        { numRuns: 1, seed: 7 },
      )[0] ?? []
    const engine = createEngine(toColumns(rows))
    const query = { ...everything, filters: { ...noFilters, text: 'syria' } }
    expect(engine.answer(query)).toMatchObject({ textPending: true, total: rows.length })
    indexAll(engine, toTexts(rows))
    expect(engine.answer(query)).toMatchObject({ textPending: false, total: rows.length })
  })

  it('finds by address the incidents that cite it', () => {
    const rows =
      fc.sample(
        anyTable.filter((some) => some.length > 5),
        { numRuns: 1, seed: 7 },
      )[0] ?? []
    const engine = createEngine(toColumns(rows))
    indexAll(engine, toTexts(rows))
    const found = engine.answer({
      ...everything,
      filters: { ...noFilters, text: `http://www.example.org/${rows[2]?.id}/?utm_source=x` },
    })
    expect(found.list.rows.map(({ id }) => id)).toEqual([rows[2]?.id])
    expect(
      engine.answer({ ...everything, filters: { ...noFilters, text: 'https://example.org/none' } }).total,
    ).toBe(0)
  })
})
