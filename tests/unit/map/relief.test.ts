import { expect, it } from 'vitest'
import { colourLevels, reliefTones } from '../../../src/map/relief.ts'

/** Red, green, blue and alpha of a level in a theme. */
function coloured(level: number, theme: 'light' | 'dark') {
  const pixels = Uint8ClampedArray.of(level, level, level, 255)
  colourLevels(pixels, theme)
  return [...pixels]
}

it('leaves flat land as it is', () => {
  for (const level of [124, 126, 128, 130, 132]) expect(coloured(level, 'light')[3]).toBe(0)
})

it('shades slopes in the dark and lightens those in the light, at most as the theme says', () => {
  const { shade, light } = reliefTones.dark
  expect(coloured(0, 'dark')).toEqual([0x05, 0x08, 0x0b, Math.round(255 * shade.opacity)])
  expect(coloured(255, 'dark')).toEqual([0x93, 0xa6, 0xb8, Math.round(255 * light.opacity)])
  expect(coloured(62, 'dark')[3]).toBe(Math.round((255 * shade.opacity) / 2))
})
