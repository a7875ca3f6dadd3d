import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellSizes, LARGEST_RADIUS, SINGLE_RADIUS, SMALLEST_DISC } from '../../../src/query/cellSize.ts'

const area = (radius: number) => radius ** 2

describe('cellSizes', () => {
  it('gives radii that grow with the count and stay within the limits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000_000 }),
        fc.nat(5_000_000),
        fc.nat(5_000_000),
        (most, a, b) => {
          const sizes = cellSizes(most)
          const [less, more] = [sizes(Math.min(a, b)), sizes(Math.max(a, b))]
          expect(less).toBeLessThanOrEqual(more)
          expect(less).toBeGreaterThanOrEqual(SINGLE_RADIUS)
          expect(more).toBeLessThanOrEqual(LARGEST_RADIUS)
          expect(more).toBeGreaterThanOrEqual(Math.max(a, b) > 1 ? SMALLEST_DISC : SINGLE_RADIUS)
        },
      ),
    )
  })

  it('makes areas proportional to counts where the range of counts is small', () => {
    const sizes = cellSizes(19)
    expect(area(sizes(12)) / area(sizes(4))).toBeCloseTo(3)
    expect(area(sizes(19)) / area(sizes(2))).toBeCloseTo(9.5)
  })

  it('multiplies the area by a constant factor for each tenfold count where the range is large', () => {
    const sizes = cellSizes(1_000_000)
    const steps = [10, 100, 1_000, 10_000].map((count) => area(sizes(10 * count)) / area(sizes(count)))
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0)
    expect(sizes(1_000_000)).toBeCloseTo(LARGEST_RADIUS)
  })

  it('makes a disc of 750,000 clearly larger than one of 20,000', () => {
    const sizes = cellSizes(1_000_000)
    expect(area(sizes(754_837)) / area(sizes(19_028))).toBeGreaterThan(1.7)
  })
})
