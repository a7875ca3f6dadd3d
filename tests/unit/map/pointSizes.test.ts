import { describe, expect, it } from 'vitest'
import { pointLook } from '../../../src/map/cellImage.ts'
import { LEAST_POINT, pointSizes, ROOMY_POINT } from '../../../src/map/pointSizes.ts'
import type { Cell } from '../../../src/query/incidentResult.ts'
import { cellWith } from './cellWith.ts'

const cell = (lng: number, lat: number, change: Partial<Cell> = {}) =>
  cellWith({ position: [lng, lat], ...change })

const ZOOM = 8
/** Degrees that so many pixels are at that zoom, near the equator. */
const pixels = (count: number) => (count * 360) / (512 * 2 ** ZOOM)

const crowd = (step: number, change: Partial<Cell> = {}) =>
  Array.from({ length: 400 }, (_, at) =>
    cell(pixels(step) * (at % 20), pixels(step) * Math.floor(at / 20), change),
  )

describe('points', () => {
  it('have the full size and opacity where they have room', () => {
    expect(pointSizes([cell(0, 0), cell(pixels(60), 0)], ZOOM)).toEqual([
      { radius: ROOMY_POINT, opacity: 1 },
      { radius: ROOMY_POINT, opacity: 1 },
    ])
  })

  it('are smaller and translucent in a crowd', () => {
    const [roomy, closer, thick] = [30, 8, 4].map((step) => pointSizes(crowd(step), ZOOM)[210])
    expect(roomy?.radius).toBe(ROOMY_POINT)
    expect(closer?.radius).toBeLessThan(ROOMY_POINT)
    expect(thick?.radius).toBeLessThan(closer?.radius ?? 0)
    expect(thick?.radius).toBeGreaterThanOrEqual(LEAST_POINT)
    expect(thick?.opacity).toBeLessThan(0.7)
  })

  it('never cover the whole area of a crowd', () => {
    for (const step of [4, 6, 8, 12, 16]) {
      const { radius = 0 } = pointSizes(crowd(step), ZOOM)[210] ?? {}
      expect(Math.PI * radius ** 2).toBeLessThan(step ** 2)
    }
  })

  it('are more opaque the more incidents each holds', () => {
    const few = pointSizes(crowd(4), ZOOM)[210]?.opacity ?? 0
    expect(pointSizes(crowd(4, { count: 500 }), ZOOM)[210]?.opacity).toBeGreaterThan(few)
  })

  it('have their full size again at a closer zoom', () => {
    expect(pointSizes(crowd(4), ZOOM + 4)[210]?.radius).toBe(ROOMY_POINT)
  })

  it('show the event types of a crowd in their true proportion', () => {
    const mixed = { count: 100, byType: [60, 0, 40, 0, 0, 0] }
    const looks = Array.from({ length: 2_000 }, (_, at) =>
      pointLook(cell(0, 0, { ...mixed, key: `7/${at}/${at * 3}` }), LEAST_POINT),
    )
    const shown = [0, 1, 2].map(
      (type) => looks.filter((look) => look.kind === 'dot' && look.parts[type] === 1).length,
    )
    expect(shown[1]).toBe(0)
    expect((shown[0] ?? 0) / looks.length).toBeGreaterThan(0.5)
    expect((shown[0] ?? 0) / looks.length).toBeLessThan(0.7)
  })
})
