import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDayFlips, dayOrderOf, daySelection } from '../../../src/engine/table/dayOrder.ts'
import { dayFilter } from '../../../src/engine/filter/dayFilter.ts'
import type { DayRange } from '../../../src/query/incidentQuery.ts'

/** Rows in the order of their days; some may have happened on days around it. */
const days = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 40 }), before: fc.nat(9), after: fc.nat(9) }), {
    maxLength: 60,
  })
  .map((rows) => {
    const sorted = rows.toSorted((a, b) => a.day - b.day)
    // Most know their day.
    const spread = (at: number, by: number) => (at % 3 === 0 ? by : 0)
    return {
      rows: sorted.length,
      day: Int32Array.from(sorted, ({ day }) => day),
      dayFrom: Int32Array.from(sorted, ({ day, before }, at) => day - spread(at, before)),
      dayTo: Int32Array.from(sorted, ({ day, after }, at) => day + spread(at, after)),
    }
  })

const end = fc.option(fc.integer({ min: -5, max: 50 }))
const range: fc.Arbitrary<DayRange> = fc
  .record({ from: end, to: end })
  .map(({ from, to }) => (from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }))

const numbered = (count: number) => Array.from({ length: count }, (_, row) => row)

describe('the rows of a range of days', () => {
  it('are those that pass, ascending, or all but those that do not', () => {
    fc.assert(
      fc.property(days, range, (columns, asked) => {
        const selection = daySelection(dayOrderOf(columns), columns, asked)
        const passes = dayFilter(columns, asked)
        const { kind } = selection
        expect(['only', 'but']).toContain(kind)
        expect('rows' in selection && [...selection.rows]).toEqual(
          numbered(columns.rows).filter((row) => passes(row) === (kind === 'only')),
        )
      }),
    )
  })

  it('change by exactly those that enter and those that leave, each named once', () => {
    fc.assert(
      fc.property(days, range, range, (columns, before, after) => {
        const flips = createDayFlips(dayOrderOf(columns), columns)(before, after, Infinity)
        const [passed, passes] = [dayFilter(columns, before), dayFilter(columns, after)]
        const all = numbered(columns.rows)
        const inOrder = (rows: Uint32Array | undefined) => [...(rows ?? [])].toSorted((a, b) => a - b)
        expect(inOrder(flips?.entering)).toEqual(all.filter((row) => passes(row) && !passed(row)))
        expect(inOrder(flips?.leaving)).toEqual(all.filter((row) => passed(row) && !passes(row)))
      }),
    )
  })

  it('are not told by their changes where counting anew looks at fewer', () => {
    const day = Int32Array.from(numbered(100))
    const columns = { rows: 100, day, dayFrom: day, dayTo: day }
    const flips = createDayFlips(dayOrderOf(columns), columns)
    const [early, late] = [
      { from: 0, to: 29 },
      { from: 60, to: 69 },
    ]
    expect(flips(early, late, 0)).toBeUndefined()
    expect(flips(late, { from: 61, to: 70 }, 0)).toEqual({
      entering: Uint32Array.of(70),
      leaving: Uint32Array.of(60),
    })
  })
})
