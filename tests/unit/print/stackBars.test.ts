import { describe, expect, it } from 'vitest'
import { eventTypes } from '../../../src/incidents/vocabulary.ts'
import { stackBars } from '../../../src/print/stackBars.ts'
import type { Histogram } from '../../../src/query/incidentResult.ts'

const size = { width: 100, height: 60 }
const span = { from: 0, to: 9 }
/** The counts of a bin without incidents. */
const none = eventTypes.map(() => 0)

/** Two bins of five days. */
const histogram = (certain: number[], uncertain: number[]): Histogram => ({
  unit: 'day',
  starts: Int32Array.of(0, 5),
  end: 10,
  certain: Uint32Array.from(certain),
  uncertain: Uint32Array.from(uncertain),
  before: 0,
  after: 0,
})

describe('stackBars', () => {
  it('stacks certain counts upwards, and uncertain ones above them', () => {
    const parts = stackBars(
      histogram([2, 0, 0, 0, 1, 0, 0, ...none], [0, 0, 0, 1, 0, 0, 0, ...none]),
      span,
      size,
    )
    expect(parts.map(({ type, isCertain }) => [type, isCertain])).toEqual([
      ['battles', true],
      ['riots', true],
      ['protests', false],
    ])
    expect(parts.map(({ y }) => y)).toEqual([30, 15, 0])
    expect(parts.every(({ x, width }) => x === 0 && width < 50)).toBe(true)
  })

  it('cuts off what lies beyond the days on the axis', () => {
    const counts = [1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    expect(stackBars(histogram(counts, [...none, ...none]), { from: 5, to: 9 }, size)).toHaveLength(1)
    const [first] = stackBars(histogram(counts, [...none, ...none]), { from: 3, to: 12 }, size)
    expect(first).toMatchObject({ x: 0 })
    expect(first?.width).toBeLessThan(20)
  })
})
