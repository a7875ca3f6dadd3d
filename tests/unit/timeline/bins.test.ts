import { describe, expect, it } from 'vitest'
import { binAt, binOfDay, binTotals, denseSpan, highestBin } from '../../../src/timeline/bins.ts'
import { day, literalHistogram, span, type Entry } from './literalHistogram.ts'

const weeks = literalHistogram('week', span('2025-10-01', '2025-10-31'), [
  { day: '2025-10-21', type: 0, certain: 3, uncertain: 1 },
  { day: '2025-10-22', type: 5, certain: 2 },
  { day: '2025-10-30', type: 2, uncertain: 1 },
])

describe('bins', () => {
  it('have their days and counts', () => {
    expect(binAt(weeks, 3)).toEqual({
      ...span('2025-10-20', '2025-10-26'),
      certain: [3, 0, 0, 0, 0, 2, 0],
      uncertain: [1, 0, 0, 0, 0, 0, 0],
      sure: 5,
      maybe: 1,
    })
  })

  it('are found by a day', () => {
    expect(binOfDay(weeks, day('2025-10-26'))).toBe(3)
    expect(binOfDay(weeks, day('2025-10-27'))).toBe(4)
    expect(binOfDay(weeks, day('2025-09-28'))).toBeUndefined()
    expect(binOfDay(weeks, day('2025-11-03'))).toBeUndefined()
  })

  it('include uncertain incidents in their height', () => {
    expect([...binTotals(weeks)]).toEqual([0, 0, 0, 6, 1])
    expect(highestBin(weeks)).toBe(6)
  })
})

describe('the days shown at first', () => {
  const whole = span('2020-01-01', '2026-06-30')
  const busy: Entry[] = [8, 9, 10, 11].map((month) => ({
    day: `2025-${String(month).padStart(2, '0')}-10`,
    type: 0,
    certain: 25,
  }))

  it('leave out a few outliers', () => {
    const histogram = literalHistogram('month', whole, [{ day: '2020-05-03', type: 0, certain: 1 }, ...busy])
    expect(denseSpan(histogram, whole)).toEqual({ from: day('2025-08-01'), to: whole.to })
  })

  it('leave out no more than a few', () => {
    const histogram = literalHistogram('month', whole, [{ day: '2020-05-03', type: 0, certain: 9 }, ...busy])
    expect(denseSpan(histogram, whole).from).toBeLessThanOrEqual(day('2020-05-03'))
  })

  it('are all days if incidents are spread evenly, and if there are none', () => {
    const even = Array.from({ length: 7 }, (_, at) => ({ day: `${2020 + at}-02-01`, type: 1, certain: 5 }))
    expect(denseSpan(literalHistogram('month', whole, even), whole)).toEqual(whole)
    expect(denseSpan(literalHistogram('month', whole, []), whole)).toEqual(whole)
  })
})
