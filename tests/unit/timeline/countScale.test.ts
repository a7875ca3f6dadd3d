import { describe, expect, it } from 'vitest'
import { labelledCounts, roundMost } from '../../../src/timeline/countScale.ts'

describe('the count axis', () => {
  it.each([
    [0, 1],
    [1, 1],
    [7, 8],
    [9, 10],
    [11, 12],
    [13, 15],
    [41, 50],
    [754_837, 800_000],
    [1_000_000, 1_000_000],
    [1_000_001, 1_200_000],
  ])('with a highest bar of %d ends at %d', (highest, most) => {
    expect(roundMost(highest)).toBe(most)
  })

  it('labels its top, and its half if that is a whole number', () => {
    expect(labelledCounts(8)).toEqual([8, 4])
    expect(labelledCounts(5)).toEqual([5])
    expect(labelledCounts(1)).toEqual([1])
  })
})
