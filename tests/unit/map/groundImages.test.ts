import { describe, expect, it } from 'vitest'
import { AIRPORT_IMAGE, dotImage, styleImage } from '../../../src/map/groundImages.ts'
import { mapColours } from '../../../src/map/mapColours.ts'
import { themes } from '../../../src/view/view.ts'

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

describe('the sign of an airport', () => {
  it.each(themes)('is the same on both sides, in the colour of its name: %s', (theme) => {
    const { data, width, height } = styleImage(AIRPORT_IMAGE, mapColours[theme])?.image ?? {
      data: new Uint8ClampedArray(),
      width: 0,
      height: 0,
    }
    const pixel = (x: number, y: number) =>
      Array.from(data.slice(4 * (width * y + x), 4 * (width * y + x) + 4))
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width / 2; x += 1) expect(pixel(x, y)).toEqual(pixel(width - 1 - x, y))
    const name = [1, 3, 5].map((at) => Number.parseInt(mapColours[theme].village.slice(at, at + 2), 16))
    expect(pixel(width / 2, height / 2)).toEqual([...name, 255])
    expect(pixel(0, 0)[3]).toBe(0)
  })
})
