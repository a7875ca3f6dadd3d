import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CellLook } from '../../../src/map/cellImage.ts'
import { drawCell, GLYPH_RADIUS } from '../../../src/map/drawCell.ts'
import { mapColours } from '../../../src/map/mapColours.ts'
import { SHAPED_POINT } from '../../../src/map/pointSizes.ts'
import { glyphPaths } from '../../../src/ui/glyphPaths.ts'
import { typeColours } from '../../../src/ui/typeColours.ts'
import { recordedDocument, RecordedPath, type DrawingStep } from './recordedContext.ts'

let canvases: ReturnType<typeof recordedDocument>['canvases']

beforeEach(() => {
  const recorded = recordedDocument()
  canvases = recorded.canvases
  vi.stubGlobal('document', recorded.document)
  vi.stubGlobal('Path2D', RecordedPath)
})
afterEach(() => vi.unstubAllGlobals())

/** What is drawn of a look, in the light theme. */
function stepsOf(look: CellLook): DrawingStep[] {
  drawCell(look, 'light', 1)
  return canvases.at(-1)?.steps ?? []
}
const named = (steps: readonly DrawingStep[], name: string) => steps.filter((step) => step.name === name)

const single = { kind: 'single', type: 1, hollow: false, disputed: false } as const
const disc = { kind: 'disc', radius: 20, label: '37', ring: [12, 0, 12, 0, 0, 0], hollow: false } as const
const { outline, disc: inside } = mapColours.light

describe('the image of a cell', () => {
  it('holds the look with a margin, at the density of the screen', () => {
    const { canvas, radius } = drawCell({ ...disc, radius: 20 }, 'light', 2)
    expect(radius).toBe(23)
    expect([canvas.width, canvas.height]).toEqual([92, 92])
    expect(drawCell(single, 'light', 1.5).canvas.width).toBe(Math.ceil(2 * (GLYPH_RADIUS + 3) * 1.5))
  })

  it('is not made without a context to draw on', () => {
    vi.stubGlobal('document', recordedDocument(false).document)
    expect(() => drawCell(single, 'light', 1)).toThrow('no canvas')
  })
})

describe('a single incident', () => {
  it('has the shape and the colour of its event type', () => {
    const [fill] = named(stepsOf(single), 'fill')
    expect(fill?.args).toEqual([new RecordedPath(glyphPaths['explosions-remote-violence'])])
    expect(fill?.fillStyle).toBe(typeColours['explosions-remote-violence'])
  })

  it('is an outline in that colour if only an area is known', () => {
    const steps = stepsOf({ ...single, hollow: true })
    expect(named(steps, 'fill').map(({ fillStyle }) => fillStyle)).toEqual([inside])
    expect(named(steps, 'stroke').map(({ strokeStyle }) => strokeStyle)).toEqual([
      outline,
      typeColours['explosions-remote-violence'],
    ])
  })

  it('has a dot of two halves if it is disputed', () => {
    const halves = named(stepsOf({ ...single, disputed: true }), 'arc')
    expect(halves.map(({ args }) => Number(args[4]) - Number(args[3]))).toEqual([
      2 * Math.PI,
      expect.closeTo(Math.PI),
      2 * Math.PI,
    ])
    expect(named(stepsOf(single), 'arc')).toEqual([])
  })
})

describe('a disc', () => {
  /** Angles and colours of the ring's parts. */
  const partsOf = (steps: readonly DrawingStep[]) =>
    named(steps, 'stroke')
      .map((stroke) => ({ stroke, arc: steps[steps.indexOf(stroke) - 1] }))
      .filter(({ stroke }) => Object.values(typeColours).includes(String(stroke.strokeStyle)))
      .map(({ stroke, arc }) => ({
        colour: stroke.strokeStyle,
        angle: Number(arc?.args[4]) - Number(arc?.args[3]),
      }))

  it('shows its count', () => {
    expect(named(stepsOf(disc), 'fillText')[0]?.args[0]).toBe('37')
  })

  it('has a ring whose parts make up the whole circle, in the shares of the event types', () => {
    expect(partsOf(stepsOf({ ...disc, ring: [18, 0, 6, 0, 0, 0] }))).toEqual([
      { colour: typeColours.battles, angle: expect.closeTo(1.5 * Math.PI) as number },
      { colour: typeColours['violence-against-civilians'], angle: expect.closeTo(0.5 * Math.PI) as number },
    ])
  })

  it('has a gap after each part, but none in a ring of one event type', () => {
    const gaps = (look: CellLook) => named(stepsOf(look), 'lineTo').length
    expect(gaps(disc)).toBe(2)
    expect(gaps({ ...disc, ring: [24, 0, 0, 0, 0, 0] })).toBe(0)
  })

  it('has a dashed edge only if all of it is known only to areas', () => {
    const dashes = (look: CellLook) => named(stepsOf(look), 'stroke').map(({ dash }) => dash.length)
    expect(dashes({ ...disc, hollow: true })).toContain(2)
    expect(Math.max(...dashes(disc))).toBe(0)
  })
})

describe('a dot', () => {
  it('has an outline only if it is not small', () => {
    const outlines = (radius: number) =>
      named(stepsOf({ kind: 'dot', radius, parts: [1, 0, 0, 0, 0, 0] }), 'stroke').filter(
        ({ strokeStyle }) => strokeStyle === outline,
      ).length
    expect(outlines(SHAPED_POINT)).toBe(1)
    expect(outlines(SHAPED_POINT - 0.5)).toBe(0)
  })
})
