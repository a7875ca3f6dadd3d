import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOrderOf } from '../../../src/engine/table/dayOrder.ts'
import { DayDeltas } from '../../../src/engine/filter/dayDelta.ts'
import { dayFilter } from '../../../src/engine/filter/dayFilter.ts'
import { daySelection } from '../../../src/engine/filter/daySelection.ts'
import type { DayRange } from '../../../src/query/incidentQuery.ts'

/** Rows in the order of their days, every third of them wide: it may have happened on days around its own. */
const anyDays = fc
  .array(fc.record({ day: fc.integer({ min: 0, max: 40 }), before: fc.nat(9), after: fc.nat(9) }), {
    maxLength: 60,
  })
  .map((rows) => {
    const sorted = rows.toSorted((a, b) => a.day - b.day)
    const spread = (at: number, by: number) => (at % 3 === 0 ? by : 0)
    return {
      rows: sorted.length,
      day: Int32Array.from(sorted, ({ day }) => day),
      dayFrom: Int32Array.from(sorted, ({ day, before }, at) => day - spread(at, before)),
      dayTo: Int32Array.from(sorted, ({ day, after }, at) => day + spread(at, after)),
    }
  })

const end = fc.option(fc.integer({ min: -5, max: 50 }))
const anyRange: fc.Arbitrary<DayRange> = fc
  .record({ from: end, to: end })
  .map(({ from, to }) => (from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }))

const allRows = (count: number) => Array.from({ length: count }, (_, row) => row)

describe('daySelection', () => {
  it('lists the rows that pass, ascending, or those that do not', () => {
    fc.assert(
      fc.property(anyDays, anyRange, (days, range) => {
        const selection = daySelection(dayOrderOf(days), days, range)
        const passes = dayFilter(days, range)
        const { kind } = selection
        expect(['only', 'except']).toContain(kind)
        expect('rows' in selection && [...selection.rows]).toEqual(
          allRows(days.rows).filter((row) => passes(row) === (kind === 'only')),
        )
      }),
    )
  })
})

describe('DayDeltas', () => {
  it('names each row that is added or removed between two ranges, once', () => {
    fc.assert(
      fc.property(anyDays, anyRange, anyRange, (days, before, after) => {
        const delta = new DayDeltas(dayOrderOf(days), days).between(before, after, Infinity)
        const [passed, passes] = [dayFilter(days, before), dayFilter(days, after)]
        const all = allRows(days.rows)
        const ascending = (rows: Uint32Array | undefined) => [...(rows ?? [])].toSorted((a, b) => a - b)
        expect(ascending(delta?.added)).toEqual(all.filter((row) => passes(row) && !passed(row)))
        expect(ascending(delta?.removed)).toEqual(all.filter((row) => passed(row) && !passes(row)))
      }),
    )
  })

  it('gives no delta where counting anew visits fewer rows', () => {
    const day = Int32Array.from(allRows(100))
    const days = { rows: 100, day, dayFrom: day, dayTo: day }
    const deltas = new DayDeltas(dayOrderOf(days), days)
    const [early, late] = [
      { from: 0, to: 29 },
      { from: 60, to: 69 },
    ]
    expect(deltas.between(early, late, 0)).toBeUndefined()
    expect(deltas.between(late, { from: 61, to: 70 }, 0)).toEqual({
      added: Uint32Array.of(70),
      removed: Uint32Array.of(60),
    })
  })
})
