import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapePoint, type Position } from '../../../../src/ingest/readers/shapes/shapePoint.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

/** Whether a point is inside a ring, by the winding of the ring around it. */
function winds(ring: readonly Position[], [x, y]: Position): boolean {
  let angle = 0
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay]
    const turn = Math.atan2(by - y, bx - x) - Math.atan2(ay - y, ax - x)
    angle += turn > Math.PI ? turn - 2 * Math.PI : turn < -Math.PI ? turn + 2 * Math.PI : turn
  })
  return Math.abs(angle) > Math.PI
}

/** Rings around a centre, whose distance from it varies: stars, which need not be convex. */
const star = fc
  .record({
    centre: fc.tuple(
      fc.double({ min: -170, max: 170, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
    ),
    radii: fc.array(fc.double({ min: 0.01, max: 5, noNaN: true }), { minLength: 5, maxLength: 40 }),
  })
  .map(({ centre: [x, y], radii }) =>
    radii.map((radius, i): Position => {
      const angle = (2 * Math.PI * i) / radii.length
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
    }),
  )

describe('the point that stands for a shape', () => {
  it('is inside the polygon', () => {
    fc.assert(
      fc.property(star, (ring) => {
        const point = shapePoint({ points: [], lines: [], polygons: [[ring]] })
        expect(point && winds(ring, point)).toBe(true)
      }),
      { numRuns: propertyRuns(2000) },
    )
  })

  it('is not in a hole', () => {
    const square = (from: number, to: number): Position[] => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
    ]
    const point = shapePoint({ points: [], lines: [], polygons: [[square(0, 4), square(1, 3)]] })
    expect(point && winds(square(0, 4), point)).toBe(true)
    expect(point && winds(square(1, 3), point)).toBe(false)
  })

  it('is missing where there is no position', () => {
    expect(shapePoint({ points: [], lines: [[]], polygons: [[], [[]]] })).toBeUndefined()
  })
})
