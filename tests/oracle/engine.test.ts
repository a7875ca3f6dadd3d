import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../src/engine/engine.ts'
import { noFilters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import { anyChange, anyQuery, everything } from './anyQuery.ts'
import { ask, expectNaiveAnswer } from './compareAnswers.ts'
import { indexAll } from './indexAll.ts'
import { leastAbout } from './leastAbout.ts'
import { naiveDescription } from './naiveAnswer.ts'
import {
  actors,
  anyTable,
  places,
  publishers,
  tags,
  toColumns,
  toTexts,
  type PlainIncident,
} from './plainIncident.ts'
import { seed, seeded } from './seeded.ts'

function engineOf(rows: readonly PlainIncident[]): Engine {
  const engine = createEngine(toColumns(rows))
  indexAll(engine, toTexts(rows))
  return engine
}

function expectNaiveAnswers(rows: readonly PlainIncident[], queries: readonly IncidentQuery[]): void {
  const engine = engineOf(rows)
  for (const query of queries) expectNaiveAnswer(rows, query, ask(engine, query, rows.length))
}

describe(`the engine (seed ${seed})`, () => {
  it('answers as a plain look at each row does, query after query', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(anyTable, fc.array(anyQuery(60), { minLength: 1, maxLength: 4 }), expectNaiveAnswers),
      seeded(1_500),
    )
  })

  it('answers as a plain look does where queries differ in one part', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(anyTable, fc.array(anyChange(60), { minLength: 2, maxLength: 8 }), (rows, changes) => {
        const queries = [everything]
        for (const change of changes) queries.push(change(queries.at(-1) ?? everything))
        expectNaiveAnswers(rows, queries)
      }),
      seeded(500),
    )
  })

  const each =
    (change: (row: PlainIncident, index: number) => Partial<PlainIncident>) =>
    (rows: readonly PlainIncident[]): PlainIncident[] =>
      rows.map((row, index) => ({ ...row, ...change(row, index) }))

  it.each([
    ['there is no incident', (): PlainIncident[] => []],
    ['there is one incident', (rows: readonly PlainIncident[]) => rows.slice(0, 1)],
    ['all are on one day', each(() => ({ day: 20_000, days: 0 }))],
    ['all are at one point', each(() => ({ lng: 36.5, lat: 36.25 }))],
    [
      'all are about the antimeridian',
      each((_, at) => ({ lng: [180, -180, 179.9, -179.9][at % 4] ?? 0, lat: at })),
    ],
    ['all are at the poles', each((_, at) => ({ lng: at, lat: at % 2 === 0 ? -90 : 90 }))],
    ['none has a position', each(() => ({ lng: NaN, lat: NaN }))],
    ['all are known only to their country', each(() => ({ geoPrecision: 'country' }))],
    ['all have the same title', each(() => ({ title: 'clash at camp' }))],
    ['none has an actor, a publisher or a tag', each(() => ({ actors: [], publishers: [], tags: [] }))],
  ])('answers as a plain look does where %s', (_, change) => {
    fc.assert(
      fc.property(anyTable.map(change), fc.array(anyQuery(60), { maxLength: 3 }), expectNaiveAnswers),
      seeded(80),
    )
  })

  it('describes the table, whatever is asked before', () => {
    fc.assert(
      fc.property(anyTable, anyQuery(60), (rows, query) => {
        const engine = engineOf(rows)
        const described = {
          ...naiveDescription(rows),
          about: leastAbout,
          dictionaries: { actors, places, publishers, tags },
        }
        expect(engine.describe(leastAbout)).toEqual(described)
        engine.answer(query)
        expect(engine.describe(leastAbout)).toEqual(described)
      }),
      seeded(200),
    )
  })

  it('keeps every visible cell as it is while one pans', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: -20, max: 20 }), (rows, step) => {
        const engine = createEngine(toColumns(rows))
        const cellsAt = (shift: number) => {
          const bounds = { west: 35 + shift, south: 32, east: 42 + shift, north: 37 }
          return engine.answer({ ...everything, map: { bounds, zoom: 7, mode: 'cells' } }).cells ?? []
        }
        const isInBoth = ({ position: [lng, lat] }: { position: readonly [number, number] }) =>
          lng > 37 && lng < 40 && lat > 33 && lat < 36
        expect(cellsAt(step / 10).filter(isInBoth)).toEqual(cellsAt(0).filter(isInBoth))
      }),
      seeded(200),
    )
  })

  it('refuses more time bins than a screen has pixels', () => {
    const engine = createEngine(toColumns([]))
    const days = (count: number): IncidentQuery => ({
      ...everything,
      bins: { unit: 'day', span: { from: 0, to: count - 1 } },
    })
    expect(engine.answer(days(4_000)).histogram?.starts).toHaveLength(4_000)
    expect(() => engine.answer(days(4_001))).toThrow(RangeError)
  })

  it('says that text is pending until texts have come, and searches names meanwhile', () => {
    const rows = fc.sample(
      anyTable.filter((some) => some.length > 5),
      { numRuns: 1, seed: 7 },
    )[0]
    if (!rows) throw new Error('no table')
    const engine = createEngine(toColumns(rows))
    const query = { ...everything, filters: { ...noFilters, text: 'syria' } }
    const named = rows.filter((row) => row.places.includes('sy')).length
    expect(engine.answer(query)).toMatchObject({ textPending: true, total: named })
    expect(engine.answer(everything).textPending).toBe(false)
    indexAll(engine, toTexts(rows))
    expect(engine.answer(query)).toMatchObject({ textPending: false, total: named })
  })
})
