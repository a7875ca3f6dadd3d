import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quartersWithin, type Quarter } from '../../../src/clickhouse/answer/quarters.ts'

const anyRows = fc.array(
  fc.tuple(fc.integer({ min: -2_000, max: 2_000 }), fc.oneof(fc.nat(10), fc.nat(2_000))),
  { maxLength: 30 },
)
const anyEnd = fc.option(fc.integer({ min: -3_000, max: 5_000 }), { nil: null })

const quarterAt = (day: number) => Math.floor(day / 90)

/** The quarters of rows, each row given by its first day and how long it lasts. */
function quartersOf(rows: readonly (readonly [from: number, length: number])[]): Quarter[] {
  const last = new Map<number, number>()
  for (const [from, length] of rows) {
    const quarter = quarterAt(from)
    last.set(quarter, Math.max(last.get(quarter) ?? -Infinity, from + length))
  }
  return [...last]
    .map(([quarter, lastDay]) => ({ quarter, lastDay }))
    .toSorted((a, b) => a.quarter - b.quarter)
}

/** Whether the condition lets a quarter be read, by its text. */
function isRead(condition: string | undefined, quarter: number): boolean {
  if (condition === undefined) return true
  if (condition === '0') return false
  const ranges = [...condition.matchAll(/day_from >= (-?\d+) AND day_from < (-?\d+)/g)]
  return ranges.some(([, start, end]) => quarter * 90 >= Number(start) && quarter * 90 < Number(end))
}

describe('quartersWithin', () => {
  it('reads the quarters that can have a row of the range, and no others', () => {
    fc.assert(
      fc.property(anyRows, anyEnd, anyEnd, (rows, from, to) => {
        const quarters = quartersOf(rows)
        const condition = quartersWithin(quarters, { from, to })?.text
        for (const { quarter, lastDay } of quarters) {
          const isNeeded = (to === null || quarter <= quarterAt(to)) && (from === null || lastDay >= from)
          expect(isRead(condition, quarter)).toBe(isNeeded)
        }
      }),
    )
  })

  it('names a quarter far before the range by itself', () => {
    const quarters = [10, 11, 12, 13, 14].map((quarter) => ({ quarter, lastDay: quarter * 90 + 89 }))
    const wide = quarters.with(0, { quarter: 10, lastDay: 5_000 })
    expect(quartersWithin(wide, { from: 1_180, to: 1_200 })?.text).toBe(
      '((day_from >= 900 AND day_from < 990) OR (day_from >= 1170 AND day_from < 1260))',
    )
    expect(quartersWithin(quarters, { from: 9_000, to: null })?.text).toBe('0')
    expect(quartersWithin(quarters, { from: 0, to: 9_000 })).toBeUndefined()
  })
})
