import { describe, expect, it } from 'vitest'
import { mapColours } from '../../../src/map/mapColours.ts'
import { styleImage } from '../../../src/map/groundImages.ts'
import { roomFeatures, roomLayer } from '../../../src/map/markRooms.ts'
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
