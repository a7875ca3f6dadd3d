import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine, type Engine } from '../../src/engine/engine.ts'
import type { ListOrder } from '../../src/query/incidentQuery.ts'
import { anyChange, anyFilters, everything } from './anyQuery.ts'
import { ask, expectNaiveAnswer } from './compareAnswers.ts'
import { expectEqual } from './expectEqual.ts'
import { indexAll } from './indexAll.ts'
import { naiveList } from './naiveAnswer.ts'
import { largeTable, toColumns, toTexts, type PlainIncident } from './plainIncident.ts'
import { seed, seeded } from './seeded.ts'

/** Several of the blocks of rows that the list skips, and more rows than the first posting lists have room for. */
const ROWS = 5_000

function indexedEngine(rows: readonly PlainIncident[]): Engine {
  const engine = createEngine(toColumns(rows))
  indexAll(engine, toTexts(rows))
  return engine
}

describe(`the engine over ${ROWS} rows (seed ${seed})`, () => {
  const rows = largeTable(ROWS, seed)
  let built: Engine | undefined
  // Within the first test that asks: what throws before the tests begin is no failure of a test.
  const engine = () => (built ??= indexedEngine(rows))

  it('answers as a plain look at each row does after each step of a walk', { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(fc.array(anyChange(ROWS), { minLength: 4, maxLength: 8 }), (changes) => {
        let query = everything
        for (const change of changes) {
          query = change(query)
          expectNaiveAnswer(rows, query, ask(engine(), query, ROWS))
        }
      }),
      seeded(12),
    )
  })

  it.each<ListOrder>(['newest', 'oldest', 'deadliest'])(
    'has, page after page, each row that passes once and in order: %s',
    { timeout: 120_000 },
    (order) => {
      fc.assert(
        fc.property(anyFilters, fc.integer({ min: 300, max: 1_500 }), (filters, limit) => {
          const listAt = (offset: number) => ({ order, offset, limit, within: null })
          const expected = naiveList(rows, { ...everything, filters, list: { ...listAt(0), limit: ROWS } })
          const ids: string[] = []
          for (let offset = 0; offset < ROWS; offset += limit) {
            const { list } = engine().answer({ ...everything, map: null, filters, list: listAt(offset) })
            expectEqual(list.total, expected.total)
            ids.push(...list.rows.map(({ id }) => id))
          }
          expectEqual(
            ids,
            expected.rows.map(({ id }) => id),
          )
        }),
        seeded(20),
      )
    },
  )

  it('lists within the bounds of a cell at least the rows of the cell', () => {
    const { result, cellOf } = ask(engine(), everything, ROWS)
    expect(result.cells?.length).toBeGreaterThan(100)
    for (const [at, { bounds, count }] of (result.cells ?? []).entries()) {
      // Each is compared with all rows of the table: one cell in 40 takes long enough.
      if (at % 40 !== 0) continue
      const inCell = [...cellOf].filter(([, cellAt]) => cellAt === at).map(([id]) => id)
      expectEqual(inCell.length, count)
      const list = { order: 'oldest' as const, offset: 0, limit: ROWS, within: bounds }
      const query = { ...everything, map: null, list }
      const listed = engine().answer(query).list
      expectEqual(listed, naiveList(rows, query))
      const ids = new Set(listed.rows.map(({ id }) => id))
      expectEqual(
        inCell.filter((id) => !ids.has(id)),
        [],
      )
    }
  })
})
