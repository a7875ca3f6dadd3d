import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { mapColours } from '../../../src/map/mapColours.ts'
import { themes } from '../../../src/view/view.ts'

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
