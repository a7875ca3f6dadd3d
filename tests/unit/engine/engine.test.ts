import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../../src/engine/engine.ts'
import { noFilters, type Filters } from '../../../src/query/incidentQuery.ts'
import { propertyRuns } from '../../propertyRuns.ts'
import { eventTypes } from '../../../src/incidents/vocabulary.ts'
import { anyTable, publishers, toColumns, toTexts, type PlainIncident } from '../../oracle/plainIncident.ts'
import { isDrawn } from '../../oracle/naiveFilters.ts'
import { queryWith, rowWith, world } from './sampleTable.ts'
import { indexAll } from '../../oracle/indexAll.ts'

const idsIn = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)

function listOf(rows: readonly PlainIncident[], filters: Partial<Filters>): string[] {
  return idsIn(createEngine(toColumns(rows)).answer(queryWith({ filters })).list.rows)
}

describe('the list', () => {
  it('holds only rows within the bounds that its query names, while counts ignore these bounds', () => {
    const box = { west: 36, south: 32, east: 38, north: 37 }
    fc.assert(
      fc.property(anyTable, (rows) => {
        const { list, total } = createEngine(toColumns(rows)).answer(
          queryWith({ list: { order: 'oldest', within: box, limit: 100 } }),
        )
        const expected = rows.filter(
          ({ lng, lat, geoPrecision }) =>
            geoPrecision !== 'country' && Math.fround(lng) >= 36 && lng <= 38 && lat >= 32 && lat <= 37,
        )
        expect(idsIn(list.rows)).toEqual(idsIn(expected))
        expect(list.total).toBe(expected.length)
        expect(total).toBe(rows.length)
      }),
    )
  })

  it('within the bounds of each cell reaches every incident that the map draws', () => {
    fc.assert(
      fc.property(anyTable, fc.integer({ min: 0, max: 12 }), (rows, zoom) => {
        const engine = createEngine(toColumns(rows))
        const { cells } = engine.answer(queryWith({ map: { bounds: world, zoom, mode: 'cells' } }))
        const reached = (cells ?? []).flatMap(({ bounds, count }) => {
          const { list } = engine.answer(queryWith({ list: { within: bounds, limit: 100 } }))
          expect(list.total).toBeGreaterThanOrEqual(count)
          return idsIn(list.rows)
        })
        const drawn = rows.filter(isDrawn)
        expect(new Set(reached)).toEqual(new Set(idsIn(drawn)))
      }),
      { numRuns: propertyRuns(60) },
    )
  })

  it('has an empty page beyond its end, and for a limit of 0', () => {
    const engine = createEngine(toColumns([rowWith({})]))
    expect(engine.answer(queryWith({ list: { offset: 7 } })).list).toEqual({ total: 1, offset: 7, rows: [] })
    expect(engine.answer(queryWith({ list: { limit: 0 } })).list.rows).toEqual([])
  })

  it('by deaths puts incidents without a number after those reported with none', () => {
    const rows = [
      rowWith({ id: 'unknown' }),
      rowWith({ id: 'none', fatalities: [0, 0] }),
      rowWith({ id: 'some', fatalities: [2, -1] }),
      rowWith({ id: 'many', fatalities: [1, 9] }),
    ]
    const { list } = createEngine(toColumns(rows)).answer(queryWith({ list: { order: 'deadliest' } }))
    expect(idsIn(list.rows)).toEqual(['many', 'some', 'none', 'unknown'])
  })
})

describe('filters', () => {
  const days = (from: number | null, to: number | null) => ({ days: { from, to } })

  it('on days pass an incident of several days, or of an unknown day in a month, where any of them lies in the range', () => {
    const rows = [
      rowWith({ id: 'long', day: 20_000, days: 5 }),
      rowWith({ id: 'month', day: 20_010, timePrecision: 'month' }),
    ]
    // Day 20,010 is 2024-10-14.
    expect(listOf(rows, days(20_005, 20_005))).toEqual(['month', 'long'])
    expect(listOf(rows, days(20_006, 20_009))).toEqual(['month'])
    expect(listOf(rows, days(20_028, null))).toEqual([])
    expect(listOf(rows, days(null, 19_996))).toEqual([])
    expect(listOf(rows, days(null, 19_997))).toEqual(['month'])
  })

  it('match no row by an included id that the data lacks, and every row by an excluded one', () => {
    const rows = [rowWith({})]
    expect(listOf(rows, { publisher: { include: ['nobody'], exclude: [] } })).toEqual([])
    expect(listOf(rows, { publisher: { include: [], exclude: ['nobody'] } })).toEqual(['one'])
    expect(listOf(rows, { actor: { include: ['police', 'nobody'], exclude: [], all: false } })).toEqual([
      'one',
    ])
    expect(listOf(rows, { actor: { include: ['police', 'nobody'], exclude: [], all: true } })).toEqual([])
  })

  it('on deaths fail an incident without a number, and treat "at least" as open upwards', () => {
    const rows = [
      rowWith({ id: 'unknown' }),
      rowWith({ id: 'none', fatalities: [0, 0] }),
      rowWith({ id: 'least', fatalities: [3, -1] }),
    ]
    expect(listOf(rows, { fatalities: { min: 0, max: null } })).toEqual(['least', 'none'])
    expect(listOf(rows, { fatalities: { min: 100, max: null } })).toEqual(['least'])
    expect(listOf(rows, { fatalities: { min: null, max: 2 } })).toEqual(['none'])
  })

  it('tell for each filter how many more rows would pass without it', () => {
    const engine = createEngine(toColumns([rowWith({})]))
    const { total, relaxed, facets, extent } = engine.answer(
      queryWith({ filters: { status: { include: ['disputed'], exclude: [] } } }),
    )
    expect([total, extent]).toEqual([0, null])
    expect(relaxed).toMatchObject({ status: 1, type: 0 })
    expect([...(facets.status ?? [])]).toEqual([1, 0, 0])
    expect([...(facets.type ?? [])]).toEqual([0, 0, 0, 0, 0, 0, 0])
  })
})

describe('an engine', () => {
  it('answers the same whatever it was asked before, exports included', () => {
    fc.assert(
      fc.property(
        anyTable,
        fc.array(
          fc.record({
            days: fc.record({ from: fc.constantFrom(null, 20_020), to: fc.constantFrom(null, 20_040) }),
            tag: fc.record({ include: fc.subarray(['raid', 'truce']), exclude: fc.constant([]) }),
            text: fc.constantFrom('', 'clash', 'camp'),
          }),
          { minLength: 2, maxLength: 5 },
        ),
        (rows, filters) => {
          const used = createEngine(toColumns(rows))
          indexAll(used, toTexts(rows))
          for (const some of filters) {
            const query = queryWith({ filters: some, map: { bounds: world, zoom: 4, mode: 'cells' } })
            const fresh = createEngine(toColumns(rows))
            indexAll(fresh, toTexts(rows))
            const answer = used.answer(query)
            expect(answer).toEqual(fresh.answer(query))
            expect(used.passing({ ...noFilters, text: some.text })).toHaveLength(
              fresh.answer(queryWith({ filters: { text: some.text } })).total,
            )
            expect(used.answer(query)).toEqual(answer)
          }
        },
      ),
      { numRuns: propertyRuns(60) },
    )
  })

  it('finds rows by their ids, and none for an unknown id', () => {
    const engine = createEngine(toColumns([rowWith({}), rowWith({ id: '4000000000' })]))
    expect(engine.rowOf('4000000000')).toBe(1)
    expect(engine.rowOf('two')).toBeUndefined()
    expect(engine.summary(1)).toMatchObject({ id: '4000000000', title: {}, sources: 1 })
    expect(engine.summary(1).deaths).toEqual({ standing: 'not-reported', min: null, max: null })
  })

  it('treats ids as text, also those that look like numbers or like properties of Object', () => {
    const ids = [
      '4294967296',
      '4294967295',
      '0',
      '00',
      '-1',
      '1e3',
      '1000',
      'NaN',
      'constructor',
      '__proto__',
    ]
    const columns = toColumns(ids.map((id) => rowWith({ id })))
    const named = ids.map((id) => ({ id, name: { en: id }, aliases: [], kind: 'state-forces' as const }))
    const engine = createEngine({
      ...columns,
      actors: {
        offsets: Uint32Array.from({ length: ids.length + 1 }, (_, row) => row),
        ids: Uint32Array.from(ids.keys()),
      },
      dictionaries: { ...columns.dictionaries, actors: named },
    })
    for (const [row, id] of ids.entries()) {
      expect(engine.rowOf(id)).toBe(row)
      const actor = { include: [id], exclude: [], all: false }
      expect(engine.answer(queryWith({ filters: { actor } })).list.rows.map((each) => each.id)).toEqual([id])
    }
    expect([engine.rowOf('01'), engine.rowOf('4294967297'), engine.rowOf('toString')]).toEqual(
      Array.from({ length: 3 }),
    )
    const unknown = { include: ['toString'], exclude: [], all: false }
    expect(engine.answer(queryWith({ filters: { actor: unknown } })).total).toBe(0)
  })

  it('has an empty result where every filter passes nothing', () => {
    const engine = createEngine(toColumns([rowWith({}), rowWith({ id: 'two' })]))
    const none = { include: ['unknown'], exclude: ['police'], all: true }
    const filters = { days: { from: 30_000, to: 30_001 }, actor: none, place: none, tag: none, text: 'zzzz' }
    const answer = engine.answer(
      queryWith({ filters, map: { bounds: world, zoom: 3, mode: 'cells' }, open: 'two' }),
    )
    expect(answer).toMatchObject({ total: 0, of: 2, cells: [], extent: null, list: { total: 0, rows: [] } })
    expect(answer.open?.fails).toEqual(['days', 'actor', 'place', 'tag', 'text'])
    expect(engine.answer(queryWith()).total).toBe(2)
  })

  it('counts each of ten thousand publishers of one incident', () => {
    const columns = toColumns([rowWith({})])
    const many = Array.from({ length: 10_000 }, (_, index) => ({ id: `p${index}`, name: `Paper ${index}` }))
    const engine = createEngine({
      ...columns,
      publishers: {
        offsets: Uint32Array.of(0, many.length),
        ids: Uint32Array.from(many.keys()),
      },
      sources: Uint16Array.of(many.length),
      dictionaries: { ...columns.dictionaries, publishers: many },
    })
    const { facets } = engine.answer(
      queryWith({ filters: { publisher: { include: ['p9999'], exclude: [] } } }),
    )
    expect(facets.publisher?.every((count) => count === 1)).toBe(true)
    expect(facets.publisher).toHaveLength(many.length)
  })

  it('counts 0 for actors and publishers that no row names', () => {
    const { facets } = createEngine(toColumns([rowWith({ actors: [] })])).answer(queryWith())
    expect([...(facets.actor ?? [])]).toEqual([0, 0, 0, 0])
    expect([...(facets.publisher ?? [])]).toEqual(publishers.map(({ id }) => (id === 'paper' ? 1 : 0)))
  })

  it('refuses rows that are not in the order of their days', () => {
    expect(() => createEngine(toColumns([rowWith({ day: 2 }), rowWith({ day: 1 })]))).toThrow(RangeError)
  })
})

describe('the way that a change of filters takes', () => {
  const ROWS = 400
  // One row a day; an actor in every hundredth row, types by turns.
  const rows = Array.from({ length: ROWS }, (_, at) =>
    rowWith({
      id: `i${at}`,
      day: 20_000 + at,
      type: eventTypes[at % 2] ?? 'battles',
      actors: [at % 100 === 0 ? 'police' : 'army'],
    }),
  )
  const includes = (...include: string[]) => ({ include, exclude: [] })
  const walk = (steps: readonly Partial<Filters>[]) => {
    const engine = createEngine(toColumns(rows))
    return steps.map((filters) => {
      const query = queryWith({ filters, map: { bounds: world, zoom: 3, mode: 'cells' } })
      const { total, facets } = engine.answer(query)
      const fresh = createEngine(toColumns(rows)).answer(query)
      expect([total, facets]).toEqual([fresh.total, fresh.facets])
      return engine.lastStep()
    })
  }
  const days = (from: number, to: number) => ({ days: { from: 20_000 + from, to: 20_000 + to } })

  it('is a delta for a brush step', () => {
    expect(walk([days(100, 300), days(101, 301), days(99, 302)]).slice(1)).toEqual(['delta', 'delta'])
  })

  it('is none where no filter changes', () => {
    expect(walk([days(100, 300), days(100, 300)])[1]).toBe('none')
    expect(walk([{}])).toEqual(['none'])
  })

  it('is a recount for a jump of the range', () => {
    expect(walk([days(0, 150), days(200, 390)])[1]).toBe('recount')
  })

  it('is listed for a rare actor, and where it is dropped again', () => {
    const police = { actor: { ...includes('police'), all: false } }
    expect(walk([{}, police, {}])).toEqual(['none', 'listed', 'listed'])
  })

  it('is a recount where a rare actor is dropped after another filter has changed', () => {
    const police = { actor: { ...includes('police'), all: false } }
    expect(walk([police, { ...police, ...days(100, 390) }, days(100, 390)])[2]).toBe('recount')
  })

  it('is a recount for a type', () => {
    expect(walk([{ type: { include: ['battles'], exclude: [] } }, {}])).toEqual(['recount', 'recount'])
  })

  it('is none where an id is excluded that no row has', () => {
    expect(walk([{}, { tag: { include: [], exclude: ['truce'] } }])[1]).toBe('none')
  })
})

describe('an engine that is asked for less than before', () => {
  it('counts later what it left out meanwhile', () => {
    const engine = createEngine(toColumns([rowWith({}), rowWith({ id: 'two', day: 20_040 })]))
    const map = { bounds: world, zoom: 3, mode: 'cells' as const }
    const bins = { unit: 'month' as const, span: { from: 20_000, to: 20_050 } }
    const filters = { days: { from: 20_030, to: null } }
    engine.answer(queryWith({ map, bins }))
    expect(engine.answer(queryWith({ filters }))).toMatchObject({ cells: null, histogram: null, total: 1 })
    const { cells, histogram } = engine.answer(queryWith({ filters, map, bins }))
    expect(cells?.map(({ count }) => count)).toEqual([1])
    expect(histogram?.certain.reduce((sum, count) => sum + count, 0)).toBe(2)
  })
})
