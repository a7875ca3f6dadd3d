import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextValue, rangeOfPage, type Groups } from '../../../src/clickhouse/answer/groups.ts'
import { propertyRuns } from '../../propertyRuns.ts'

const anyGroups = fc
  .uniqueArray(fc.integer({ min: -50, max: 50 }), { maxLength: 12 })
  .map((values) => values.toSorted((a, b) => a - b))
  .chain((values) =>
    fc
      .array(fc.integer({ min: 1, max: 5 }), { minLength: values.length, maxLength: values.length })
      .map((counts): Groups => ({ values, counts, total: counts.reduce((sum, count) => sum + count, 0) })),
  )

/** The values of all rows of the list, in its order. */
function listOf({ values, counts }: Groups, direction: 1 | -1): number[] {
  const ascending = values.flatMap((value, at) => Array.from({ length: counts[at] ?? 0 }, () => value))
  return direction > 0 ? ascending : ascending.toReversed()
}

describe('groups of a list', () => {
  it('hold a page from the rows skipped in the first to the last of its rows', () => {
    fc.assert(
      fc.property(
        anyGroups,
        fc.nat(70),
        fc.nat(20),
        fc.constantFrom<1 | -1>(1, -1),
        (groups, offset, limit, direction) => {
          const list = listOf(groups, direction)
          const page = list.slice(offset, offset + limit)
          const range = rangeOfPage(groups, offset, limit, direction)
          expect(range && [range.first, range.last]).toEqual(
            page.length > 0 ? [page[0], page.at(-1)] : undefined,
          )
          const inGroups = list.filter(
            (value) =>
              range &&
              value >= Math.min(range.first, range.last) &&
              value <= Math.max(range.first, range.last),
          )
          expect(inGroups.slice(range?.skip, (range?.skip ?? 0) + limit)).toEqual(page)
        },
      ),
      { numRuns: propertyRuns(500) },
    )
  })

  it('have a next value on either side, or none', () => {
    const groups = { values: [3, 5, 9], counts: [1, 1, 1], total: 3 }
    expect([nextValue(groups, 5, 1), nextValue(groups, 5, -1)]).toEqual([9, 3])
    expect([nextValue(groups, 4, 1), nextValue(groups, 4, -1)]).toEqual([5, 3])
    expect([nextValue(groups, 9, 1), nextValue(groups, 3, -1)]).toEqual([undefined, undefined])
  })
})
