import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SINGLE_RADIUS } from '../../../src/query/cellSize.ts'
import { drawHighlight, HIGHLIGHT_GAP } from '../../../src/map/drawHighlight.ts'
import { drawSign, SIGN_HEIGHT, SIGN_WIDTH, signs, type Sign } from '../../../src/map/drawSign.ts'
import { heatScale } from '../../../src/map/heatScale.ts'
import { lineStyles } from '../../../src/map/lineStyles.ts'
import { mapColours } from '../../../src/map/mapColours.ts'
import { themes, type Theme } from '../../../src/view/view.ts'
import { recordedContext, recordedDocument, RecordedPath } from './recordedContext.ts'

beforeEach(() => {
  vi.stubGlobal('document', recordedDocument().document)
  vi.stubGlobal('Path2D', RecordedPath)
})
afterEach(() => vi.unstubAllGlobals())

const drawn = (sign: Sign, theme: Theme = 'light') => {
  const { context, steps } = recordedContext()
  drawSign(context, sign, theme, 2)
  return steps
}
const inks = ['stroke', 'fill', 'fillRect', 'drawImage']

describe('a symbol of the legend', () => {
  it.each(signs.flatMap((sign) => themes.map((theme) => ({ sign, theme }))))(
    'is drawn within its picture: $sign, $theme',
    ({ sign, theme }) => {
      const steps = drawn(sign, theme)
      expect(steps.some(({ name }) => inks.includes(name))).toBe(true)
      for (const { name, args } of steps) {
        const [x, y] = args.slice(name === 'drawImage' ? 1 : 0).map(Number)
        if (!['moveTo', 'lineTo', 'arc', 'rect', 'drawImage'].includes(name)) continue
        expect(Math.abs(x ?? NaN)).toBeLessThanOrEqual(SIGN_WIDTH / 2)
        expect(Math.abs(y ?? NaN)).toBeLessThanOrEqual(SIGN_HEIGHT / 2 + 1)
      }
    },
  )

  it.each([
    ['area', lineStyles.area],
    ['halo', lineStyles.uncertainty],
    ['related', lineStyles.related],
    ['disputedBorder', lineStyles.disputedBorder],
  ] as const)('has the line of the map: %s', (sign, { width, dash }) => {
    const stroke = drawn(sign).find(({ name }) => name === 'stroke')
    expect(stroke?.lineWidth).toBe(width)
    expect(stroke?.dash).toEqual(dash.map((part) => part * width))
  })

  it('has the colours of the heat map', () => {
    const stops = drawn('heat', 'dark').filter(({ name }) => name === 'addColorStop')
    expect(stops.map(({ args }) => args)).toEqual(heatScale.dark.map((stop) => [...stop]))
  })

  it('shows a crowd as many small translucent points', () => {
    const points = drawn('crowd').filter(({ name }) => name === 'drawImage')
    expect(points).toHaveLength(20)
    expect(new Set(points.map(({ globalAlpha }) => globalAlpha))).toEqual(new Set([0.6]))
  })
})

describe('the ring of a highlight', () => {
  const ringOf = (open: boolean, scale: number) => {
    const { context, steps } = recordedContext()
    drawHighlight(context, { x: 10, y: 20, scale }, { radius: SINGLE_RADIUS, open }, 'light')
    return steps
  }

  it('lies outside of what it goes around, and grows with it', () => {
    for (const scale of [1, 1.5]) {
      const [arc, stroke] = ringOf(true, scale).filter(({ name }) => name !== 'beginPath')
      const [x, y, radius] = arc?.args.map(Number) ?? []
      expect([x, y]).toEqual([10, 20])
      const inner = (radius ?? 0) - (stroke?.lineWidth ?? 0) / 2
      expect(inner).toBeCloseTo((SINGLE_RADIUS + HIGHLIGHT_GAP) * scale)
    }
  })

  it('is thick and in the accent colour for the open incident only', () => {
    const [open, pointed] = [true, false].map((each) => ringOf(each, 1).at(-1))
    expect(open?.strokeStyle).toBe(mapColours.light.accent)
    expect(pointed?.strokeStyle).toBe(mapColours.light.outline)
    expect(open?.lineWidth).toBeGreaterThan(pointed?.lineWidth ?? Infinity)
  })
})
