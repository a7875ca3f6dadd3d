import { describe, expect, it } from 'vitest'
import { formatIsoDay } from '../../../src/incidents/day.ts'
import { localDay } from '../../../src/incidents/localDay.ts'

describe('localDay', () => {
  it.each([
    [2025, 9, 22, 0, 5, '2025-10-22'],
    [2025, 9, 22, 23, 55, '2025-10-22'],
    [2024, 1, 29, 12, 0, '2024-02-29'],
  ])('is the day of the reader’s clock: %i %i %i %i:%i', (year, month, day, hour, minute, expected) => {
    expect(formatIsoDay(localDay(new Date(year, month, day, hour, minute)))).toBe(expected)
  })
})
