import { describe, expect, it } from 'vitest'
import { boundsContain } from '../../../src/incidents/place.ts'
import { frameMap } from '../../../src/map/mapFrame.ts'

const syria = { west: 35.6, south: 32.3, east: 42.4, north: 37.3 }

describe('frameMap', () => {
  it('shows all of the bounds, as large as the size allows', () => {
    const { bounds, camera } = frameMap(syria, 800, 480, 10)
    for (const [lng, lat] of [
      [syria.west, syria.south],
      [syria.east, syria.north],
    ] as const)
      expect(boundsContain(bounds, lng, lat)).toBe(true)
    expect(camera.zoom).toBeLessThan(10)
    expect(bounds.north - bounds.south).toBeLessThan((syria.north - syria.south) * 1.2)
  })

  it('keeps the proportions of the size in Mercator', () => {
    const { bounds } = frameMap({ west: -1, south: -1, east: 1, north: 1 }, 800, 400, 10)
    expect((bounds.east - bounds.west) / (bounds.north - bounds.south)).toBeCloseTo(2, 2)
  })

  it('zooms no closer to a single position than asked', () => {
    const { camera, bounds } = frameMap({ west: 36.5, south: 36.2, east: 36.5, north: 36.2 }, 800, 280, 8)
    expect(camera).toEqual({
      zoom: 8,
      lat: expect.closeTo(36.2, 9) as number,
      lng: expect.closeTo(36.5, 9) as number,
      bearing: 0,
      pitch: 0,
    })
    expect((bounds.west + bounds.east) / 2).toBeCloseTo(36.5, 9)
  })

  it('takes the short way across the antimeridian', () => {
    const { camera, bounds } = frameMap({ west: 170, south: -20, east: -170, north: 0 }, 800, 480, 10)
    expect(Math.abs(camera.lng)).toBe(180)
    expect(bounds.east - bounds.west).toBeLessThan(60)
  })
})
