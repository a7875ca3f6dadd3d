import { describe, expect, it } from 'vitest'
import { eachOnScreen, slopeOf, type MapScreen } from '../../../src/map/mapScreen.ts'

/** A flat world, seen straight down: so many pixels to a degree, this longitude in the middle. */
function flat(middle: number, pixelsToDegree: number, change: Partial<MapScreen> = {}): MapScreen {
  const [width, height] = [800, 600]
  const half = width / 2 / pixelsToDegree
  return {
    width,
    height,
    zoom: 0,
    west: middle - half,
    east: middle + half,
    slope: 0,
    project: (lng, lat) => ({
      x: width / 2 + (lng - middle) * pixelsToDegree,
      y: height / 2 - lat * pixelsToDegree,
    }),
    ...change,
  }
}

function seen(screen: MapScreen, lng: number, lat = 0, reach = 10) {
  const places: { x: number; y: number; scale: number }[] = []
  eachOnScreen(screen, [{ position: [lng, lat], reach }], (_, x, y, scale) => places.push({ x, y, scale }))
  return places
}

describe('what is drawn upright', () => {
  it('is drawn in every copy of the world that is in sight', () => {
    expect(seen(flat(0, 1), 0).map(({ x }) => x)).toEqual([40, 400, 760])
    expect(seen(flat(720, 1), 0).map(({ x }) => x)).toEqual([40, 400, 760])
  })

  it('is drawn across the antimeridian', () => {
    expect(seen(flat(179, 100), -179).map(({ x }) => x)).toEqual([600])
    expect(seen(flat(-179, 100), 179).map(({ x }) => x)).toEqual([200])
    expect(seen(flat(180, 100), 180).map(({ x }) => x)).toEqual([400])
  })

  it('is left out if no part of it is on the screen', () => {
    const screen = flat(0, 100)
    expect(seen(screen, 4.09)).toHaveLength(1)
    expect(seen(screen, 4.11)).toHaveLength(0)
    expect(seen(screen, -4.09)).toHaveLength(1)
    expect(seen(screen, -4.11)).toHaveLength(0)
    expect(seen(screen, 0, 3.09)).toHaveLength(1)
    expect(seen(screen, 0, 3.11)).toHaveLength(0)
    expect(seen(screen, 0, -3.09)).toHaveLength(1)
    expect(seen(screen, 0, -3.11)).toHaveLength(0)
  })

  it('is drawn at the edge of the map near the poles', () => {
    const at: number[] = []
    const screen = flat(0, 1, { project: (_, lat) => ({ x: at.push(lat), y: 0 }) })
    seen(screen, 0, 90)
    expect(new Set(at.map((lat) => Math.round(lat)))).toEqual(new Set([85]))
  })

  it('is visited in order', () => {
    const order: number[] = []
    const things = [3, 1, 2].map((lng) => ({ position: [lng, 0] as const, reach: 1 }))
    eachOnScreen(flat(0, 100), things, (thing) => order.push(thing.position[0]))
    expect(order).toEqual([3, 1, 2])
  })
})

describe('a tilted map', () => {
  it('draws nearer things larger, as it does its labels', () => {
    // A field of view of 90 degrees: the eye is half the height away.
    const slope = slopeOf(45, 90, 600)
    expect(slope).toBeCloseTo(1 / 300)
    const screen = flat(0, 100, { slope })
    const scales = [2, 0, -2].map((lat) => seen(screen, 0, lat)[0]?.scale)
    expect(scales).toEqual([2 / 3, 1, 4 / 3].map((scale) => expect.closeTo(scale) as number))
  })

  it('draws all at one scale when seen from straight above', () => {
    expect(slopeOf(0, 37, 600)).toBe(0)
    expect(seen(flat(0, 100), 0, 2)[0]?.scale).toBe(1)
  })
})
