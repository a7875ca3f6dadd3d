import { describe, expect, it } from 'vitest'
import { mapColours } from '../../../src/map/mapColours.ts'
import { dotImage, roomFeatures, roomLayer, styleImage } from '../../../src/map/markRooms.ts'
import { cellWith } from './cellWith.ts'

describe('the room of the marks', () => {
  it('is a point with the radius of each mark', () => {
    const { features } = roomFeatures([cellWith({ position: [36.5, 36.2], radius: 20, count: 9 })])
    expect(features).toEqual([
      {
        type: 'Feature',
        properties: { radius: 20 },
        geometry: { type: 'Point', coordinates: [36.5, 36.2] },
      },
    ])
  })

  it('is kept for the largest where there are too many', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => cellWith({ position: [at / 10, 0], count: at }))
    const kept = roomFeatures(many).features.map(({ geometry }) =>
      geometry.type === 'Point' ? geometry.coordinates[0] : undefined,
    )
    expect(kept).toHaveLength(400)
    expect(Math.min(...kept.map(Number))).toBeCloseTo(60)
  })

  it('is taken by a picture of which nothing is seen', () => {
    expect(roomLayer).toMatchObject({ layout: { 'icon-image': 'room' } })
    const room = styleImage('room', mapColours.light)
    expect(room?.image.data.every((part) => part === 0)).toBe(true)
    expect(room).toMatchObject({ pixelRatio: 1, image: { width: 8, height: 8 } })
  })
})

describe('the dots of towns', () => {
  const pixel = (id: string, x: number, y: number) => {
    const { data } = styleImage(id, mapColours.light)?.image ?? { data: new Uint8ClampedArray() }
    return Array.from(data.slice(4 * (16 * y + x), 4 * (16 * y + x) + 4))
  }

  it('are of the colour of the names, and nothing beside their halo', () => {
    expect(pixel(dotImage.town, 8, 8)).toEqual([0x33, 0x36, 0x3a, 255])
    expect(pixel(dotImage.town, 0, 0)[3]).toBe(0)
  })

  it('are larger for capitals', () => {
    const solid = (id: string) =>
      styleImage(id, mapColours.dark)?.image.data.filter((part, at) => at % 4 === 3 && part === 255).length ??
      0
    expect(solid(dotImage.capital)).toBeGreaterThan(solid(dotImage.town))
  })

  it('leave pictures that are not theirs to others', () => {
    expect(styleImage('anything', mapColours.light)).toBeUndefined()
  })
})
