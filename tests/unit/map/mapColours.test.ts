import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { mapColours, onImagery } from '../../../src/map/mapColours.ts'
import { reliefTones } from '../../../src/map/relief.ts'
import { typeColours } from '../../../src/ui/typeColours.ts'
import { themes } from '../../../src/view/view.ts'

/** Contrast of two colours, by WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** A colour laid over another. @param opacity 0 to 1 */
function over(above: string, opacity: number, below: string): string {
  const mixed = [1, 3, 5].map((at) => {
    const [top, bottom] = [above, below].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16))
    return Math.round((top ?? 0) * opacity + (bottom ?? 0) * (1 - opacity))
  })
  return `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

/** What names and marks may lie on: the relief at its darkest and lightest is one of it. */
function grounds(theme: (typeof themes)[number]) {
  const { water, land, urban, river, halo } = mapColours[theme]
  const { shade, light } = reliefTones[theme]
  return {
    water,
    land,
    urban,
    river,
    halo,
    'land in the shade': over(shade.colour, shade.opacity, land),
    'land in the light': over(light.colour, light.opacity, land),
  }
}

const onEachGround = themes.flatMap((theme) =>
  Object.entries(grounds(theme)).map(([name, ground]) => ({ theme, name, ground })),
)

it.each(onEachGround)('writes names that can be read on $name: $theme', ({ theme, ground }) => {
  const { country, divisionName, town, village } = mapColours[theme]
  const least = Math.min(...[country, divisionName, town, village].map((name) => contrast(name, ground)))
  expect(least).toBeGreaterThanOrEqual(4.5)
})

it.each(onEachGround)('outlines marks by 3:1 on $name: $theme', ({ theme, ground }) => {
  const { outline, accent } = mapColours[theme]
  expect(contrast(outline, ground)).toBeGreaterThanOrEqual(3)
  expect(contrast(accent, ground)).toBeGreaterThanOrEqual(3)
})

it.each(themes)('tells the type that is not stated from the ground by 3:1: %s', (theme) => {
  const { land, water, disc } = mapColours[theme]
  for (const ground of [land, water, disc])
    expect(contrast(typeColours['not-stated'], ground)).toBeGreaterThanOrEqual(3)
})

const tokens = readFileSync('src/ui/tokens.css', 'utf8')

/** The value that a theme gives to a custom property. */
function tokenIn(theme: (typeof themes)[number], name: string): string | undefined {
  const start = theme === 'dark' ? tokens.indexOf("[data-theme='dark']") : 0
  return new RegExp(`--${name}: (#\\w+);`).exec(tokens.slice(start))?.[1]
}

it.each(themes)('draws highlights and outlines in the colours of the page: %s', (theme) => {
  const { accent, outline } = mapColours[theme]
  expect({ accent, outline }).toEqual({
    accent: tokenIn(theme, 'accent'),
    outline: tokenIn(theme, 'type-outline'),
  })
})

/** Every tone of ground, from black to white. */
const tones = Array.from({ length: 256 }, (_, tone) => `#${tone.toString(16).padStart(2, '0').repeat(3)}`)

it.each(themes)('keeps marks apart from a ground of any tone by their outline or their halo: %s', (theme) => {
  const { outline, accent } = mapColours[theme]
  const halo = onImagery.markHalo[theme]
  for (const ground of tones)
    expect(Math.max(contrast(outline, ground), contrast(halo, ground))).toBeGreaterThanOrEqual(3)
  expect(contrast(outline, halo)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(accent, halo)).toBeGreaterThanOrEqual(3)
})

it('keeps names and lines readable on a ground of any tone by their halo', () => {
  const { label, line, halo } = onImagery
  expect(contrast(label, halo)).toBeGreaterThanOrEqual(7)
  for (const ground of tones)
    expect(Math.max(contrast(line, ground), contrast(halo, ground))).toBeGreaterThanOrEqual(3)
})
