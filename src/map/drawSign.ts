import { SINGLE_RADIUS } from '../query/cellSize.ts'
import { hatching } from '../ui/hatching.ts'
import type { Theme } from '../view/view.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import type { CellLook } from './cellImage.ts'
import { drawCell } from './drawCell.ts'
import { drawHighlight } from './drawHighlight.ts'
import { heatScale } from './heatScale.ts'
import { lineStyles } from './lineStyles.ts'
import { mapColours } from './mapColours.ts'
import { LEAST_POINT } from './pointSizes.ts'

/** The symbols that the legend explains, besides the event types. */
export const signs = [
  'cell',
  'dashedCell',
  'several',
  'crowd',
  'heat',
  'hollow',
  'disputed',
  'own',
  'openRing',
  'pointedRing',
  'halo',
  'related',
  'area',
  'disputedBorder',
  'hatching',
] as const
/** One symbol of the legend. */
export type Sign = (typeof signs)[number]

/** Width of a symbol's picture in CSS pixels. */
export const SIGN_WIDTH = 36
/** Height of a symbol's picture in CSS pixels. */
export const SIGN_HEIGHT = 32

type Context = CanvasRenderingContext2D

/**
 * Draws a symbol as the map or the timeline draws it, around the origin of the context.
 * @param density image pixels per CSS pixel
 */
export function drawSign(context: Context, sign: Sign, theme: Theme, density: number): void {
  const { accent, border } = mapColours[theme]
  const { area, disputedBorder } = lineStyles
  switch (sign) {
    case 'cell':
      drawLook(context, disc(false), theme, density)
      break
    case 'dashedCell':
      drawLook(context, disc(true), theme, density)
      break
    case 'several':
      drawLook(context, { kind: 'dot', radius: 7, parts: [3, 2, 0, 1, 0, 0] }, theme, density)
      break
    case 'crowd':
      drawCrowd(context, theme, density)
      break
    case 'heat':
      drawHeat(context, theme)
      break
    case 'hollow':
      drawLook(context, { kind: 'single', type: 0, hollow: true, disputed: false }, theme, density)
      break
    case 'disputed':
      drawLook(context, { kind: 'single', type: 0, hollow: false, disputed: true }, theme, density)
      break
    case 'own':
      drawLook(context, { kind: 'dot', radius: 8, parts: [3, 2, 0, 1, 0, 0], own: 16 }, theme, density)
      break
    case 'openRing':
      drawHighlight(context, { x: 0, y: 0, scale: 0.75 }, { radius: SINGLE_RADIUS, open: true }, theme)
      break
    case 'pointedRing':
      drawHighlight(context, { x: 0, y: 0, scale: 0.75 }, { radius: SINGLE_RADIUS, open: false }, theme)
      break
    case 'halo':
      drawHalo(context, accent)
      break
    case 'related':
      drawRelated(context, theme)
      break
    case 'area':
      context.rect(-14, -9, 28, 18)
      strokeDashed(context, accent, area)
      break
    case 'disputedBorder':
      drawLevel(context)
      strokeDashed(context, border, disputedBorder)
      break
    case 'hatching':
      context.fillStyle = hatching(context, 'battles')
      context.fillRect(-8, -9, 16, 18)
      break
  }
}

const disc = (hollow: boolean): CellLook => ({
  kind: 'disc',
  radius: 14,
  label: '7',
  ring: [10, 7, 0, 7, 0, 0],
  hollow,
})

function drawLook(context: Context, look: CellLook, theme: Theme, density: number): void {
  const { canvas, radius } = drawCell(look, theme, density)
  context.drawImage(canvas, -radius, -radius, canvas.width / density, canvas.height / density)
}

/** Twenty small points of four event types, close together. */
function drawCrowd(context: Context, theme: Theme, density: number): void {
  const points = [-9, -4, 1, 6, 10].flatMap((x, column) =>
    [-7, -2, 3, 8].map((y, row) => [x + (row % 2) * 2, y + (column % 2) * 2] as const),
  )
  for (const [index, [x, y]] of points.entries()) {
    const parts = eventTypes.map((_, type) => (type === index % 4 ? 1 : 0))
    const { canvas, radius } = drawCell({ kind: 'dot', radius: LEAST_POINT, parts }, theme, density)
    context.globalAlpha = 0.6
    context.drawImage(canvas, x - radius, y - radius, canvas.width / density, canvas.height / density)
  }
}

function drawHeat(context: Context, theme: Theme): void {
  const gradient = context.createLinearGradient(-16, 0, 16, 0)
  for (const [share, colour] of heatScale[theme]) gradient.addColorStop(share, colour)
  context.fillStyle = gradient
  context.fillRect(-16, -6, 32, 12)
}

function drawHalo(context: Context, colour: string): void {
  const { uncertainty } = lineStyles
  context.arc(0, 0, 12, 0, 2 * Math.PI)
  context.globalAlpha = uncertainty.fill
  context.fillStyle = colour
  context.fill()
  context.globalAlpha = 1
  strokeDashed(context, colour, uncertainty)
}

function drawRelated(context: Context, theme: Theme): void {
  const { accent, disc: inside } = mapColours[theme]
  const { related } = lineStyles
  drawLevel(context)
  strokeDashed(context, accent, related)
  context.beginPath()
  context.arc(11, 0, related.end, 0, 2 * Math.PI)
  context.fillStyle = inside
  context.fill()
  strokeDashed(context, accent, { width: 2, dash: [] })
}

function drawLevel(context: Context): void {
  context.moveTo(-15, 0)
  context.lineTo(15, 0)
}

/** Strokes the present path. `dash` is in multiples of the line's width. */
function strokeDashed(
  context: Context,
  colour: string,
  { width, dash }: { width: number; dash: readonly number[] },
): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.setLineDash(dash.map((part) => part * width))
  context.stroke()
}
