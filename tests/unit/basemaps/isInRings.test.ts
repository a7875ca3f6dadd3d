import { assert, double, pre, property } from 'fast-check'
import { expect, it } from 'vitest'
import { isInRings } from '../../../src/basemaps/isInRings.ts'
import { propertyRuns } from '../../propertyRuns.ts'

const degrees = double({ min: -80, max: 80, noNaN: true })
const size = double({ min: 0.1, max: 5, noNaN: true })

it('tells what lies in a rectangle from what does not', () => {
  assert(
    property(degrees, degrees, size, size, degrees, degrees, (west, south, width, height, lng, lat) => {
      const [east, north] = [west + width, south + height]
      const ring = [
        [west, south],
        [west, north],
        [east, north],
        [east, south],
      ] as const
      const isIn = lng > west && lng < east && lat > south && lat < north
      const isOnEdge = [west, east].includes(lng) || [south, north].includes(lat)
      pre(!isOnEdge)
      expect(isInRings([lng, lat], [ring])).toBe(isIn)
      expect(isInRings([west + width / 2, south + height / 2], [[], ring])).toBe(true)
    }),
    { numRuns: propertyRuns(300) },
  )
})
