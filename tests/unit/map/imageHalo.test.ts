import { afterEach, expect, it, vi } from 'vitest'
import { drawHighlight } from '../../../src/map/drawHighlight.ts'
import { HALO, withHalo } from '../../../src/map/imageHalo.ts'
import { mapColours } from '../../../src/map/mapColours.ts'
import { recordedContext, recordedDocument } from './recordedContext.ts'

afterEach(() => vi.unstubAllGlobals())

function imageOf(size: number) {
  const { document, canvases } = recordedDocument()
  vi.stubGlobal('document', document)
  const canvas = globalThis.document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  return { canvas, canvases }
}

it('makes room for a halo on every side, in its colour, with the image on top', () => {
  const { canvas, canvases } = imageOf(40)
  const halo = withHalo({ canvas, radius: 10 }, '#abcdef', 2)
  expect([halo.canvas.width, halo.canvas.height]).toEqual([40 + 4 * HALO, 40 + 4 * HALO])
  expect(halo.radius).toBe(10 + HALO)
  const steps = canvases.at(-1)?.steps ?? []
  const fill = steps.findIndex(({ name }) => name === 'fillRect')
  expect(steps[fill]?.fillStyle).toBe('#abcdef')
  const shifts = steps.slice(0, fill).map(({ args }) => args.slice(1) as [number, number])
  for (const [x, y] of shifts) expect(Math.hypot(x - 2 * HALO, y - 2 * HALO)).toBeCloseTo(2 * HALO)
  expect(shifts.length).toBeGreaterThanOrEqual(8)
  expect(steps.at(-1)).toMatchObject({ name: 'drawImage', args: [canvas, 2 * HALO, 2 * HALO] })
})

it('says so where there is no context to draw on', () => {
  const { canvas } = imageOf(40)
  vi.stubGlobal('document', recordedDocument(false).document)
  expect(() => withHalo({ canvas, radius: 10 }, '#fff', 1)).toThrow('no canvas')
})

it('puts a wider ring below a highlight', () => {
  const { context, steps } = recordedContext()
  drawHighlight(context, { x: 0, y: 0, scale: 1 }, { radius: 10, open: true }, 'light', '#fff')
  const strokes = steps.filter(({ name }) => name === 'stroke')
  expect(strokes.map(({ strokeStyle }) => strokeStyle)).toEqual(['#fff', mapColours.light.accent])
  expect((strokes[0]?.lineWidth ?? 0) - (strokes[1]?.lineWidth ?? 0)).toBe(2 * HALO)
})
