import { eventTypes } from '../incidents/vocabulary.ts'
import { glyphPaths } from '../ui/glyphPaths.ts'
import { typeColours } from '../ui/typeColours.ts'
import type { Theme } from '../view/view.ts'
import { RING_STEPS, type CellLook } from './cellImage.ts'
import { mapColours } from './mapColours.ts'
import { SHAPED_POINT } from './pointSizes.ts'

/** Empty margin of an image around what is drawn, in CSS pixels. */
const MARGIN = 3
/** Radius of the shape of a single incident, in CSS pixels. */
export const GLYPH_RADIUS = 12
/** Width of a disc's ring: a share of its radius, kept between `least` and `most` CSS pixels. */
const RING = { share: 0.28, least: 4, most: 7 }

type Context = CanvasRenderingContext2D

/** An image of a look. Its centre lies `radius` CSS pixels from its left and upper edges. */
export interface CellImage {
  canvas: HTMLCanvasElement
  radius: number
}

/**
 * Draws a look on a new canvas.
 * @param density image pixels per CSS pixel
 * @throws Error if the browser gives no 2D context
 */
export function drawCell(look: CellLook, theme: Theme, density: number): CellImage {
  const radius = (look.kind === 'single' ? GLYPH_RADIUS : look.radius) + MARGIN
  const size = Math.ceil(2 * radius * density)
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas to draw cells on')
  context.scale(density, density)
  context.translate(radius, radius)
  switch (look.kind) {
    case 'single':
      drawGlyph(context, look, theme)
      break
    case 'disc':
      drawDisc(context, look, theme)
      break
    case 'dot':
      drawDot(context, look, theme)
      break
  }
  if (look.own !== undefined) drawOwn(context, radius - MARGIN, look.own / RING_STEPS, theme)
  return { canvas, radius }
}

/** Draws a line around the mark, as far around as the share of the user's own incidents. */
function drawOwn(context: Context, radius: number, share: number, theme: Theme): void {
  const start = -Math.PI / 2
  context.beginPath()
  context.arc(0, 0, radius + 1.6, start, start + 2 * Math.PI * Math.min(1, share))
  context.lineWidth = 2.4
  context.strokeStyle = mapColours[theme].own
  context.stroke()
}

function drawDot(context: Context, { radius, parts }: CellLook & { kind: 'dot' }, theme: Theme): void {
  const { outline, disc } = mapColours[theme]
  drawRing(context, { radius: radius + 0.6, width: radius }, parts, disc)
  // A small dot has no outline, which would cover most of it.
  if (radius < SHAPED_POINT) return
  circle(context, radius)
  context.lineWidth = 1
  context.strokeStyle = outline
  context.stroke()
}

function drawGlyph(
  context: Context,
  { type, hollow, disputed }: CellLook & { kind: 'single' },
  theme: Theme,
): void {
  const name = eventTypes[type] ?? 'strategic-developments'
  const path = new Path2D(glyphPaths[name])
  const { outline, disc } = mapColours[theme]
  context.lineJoin = 'round'
  context.strokeStyle = outline
  context.lineWidth = hollow ? 5 : 2.6
  context.stroke(path)
  context.fillStyle = hollow ? disc : typeColours[name]
  context.fill(path)
  if (hollow) {
    context.strokeStyle = typeColours[name]
    context.lineWidth = 2.8
    context.stroke(path)
  }
  if (disputed) drawDisputed(context, theme)
}

/** Draws the sign of a disputed incident: a dot of two halves at the upper right of the shape. */
function drawDisputed(context: Context, theme: Theme): void {
  const { outline, disc } = mapColours[theme]
  context.save()
  context.translate(8.5, -8.5)
  context.beginPath()
  context.arc(0, 0, 4.6, 0, 2 * Math.PI)
  context.fillStyle = disc
  context.fill()
  context.beginPath()
  context.arc(0, 0, 4.6, Math.PI / 4, (5 * Math.PI) / 4)
  context.fillStyle = outline
  context.fill()
  context.beginPath()
  context.arc(0, 0, 4.6, 0, 2 * Math.PI)
  context.lineWidth = 1.2
  context.strokeStyle = outline
  context.stroke()
  context.restore()
}

function drawDisc(
  context: Context,
  { radius, label, ring, hollow }: CellLook & { kind: 'disc' },
  theme: Theme,
): void {
  const { outline, disc, ink } = mapColours[theme]
  const width = Math.max(RING.least, Math.min(RING.most, RING.share * radius))
  circle(context, radius)
  context.fillStyle = disc
  context.fill()
  drawRing(context, { radius, width }, ring, disc)
  context.lineWidth = 1.2
  context.strokeStyle = outline
  if (hollow) context.setLineDash([3, 3])
  circle(context, radius - 0.6)
  context.stroke()
  context.setLineDash([])
  context.fillStyle = ink
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const room = 2 * (radius - width - 2)
  const size = Math.min(16, Math.max(10, (1.7 * room) / Math.max(2, label.length)))
  context.font = `600 ${size}px 'IBM Plex Sans', 'IBM Plex Sans Arabic', sans-serif`
  context.fillText(label, 0, 0.5)
}

function drawRing(
  context: Context,
  { radius, width }: { radius: number; width: number },
  ring: readonly number[],
  gap: string,
): void {
  const total = ring.reduce((sum, part) => sum + part, 0)
  const parts = ring.filter((part) => part > 0).length
  let angle = -Math.PI / 2
  for (const [type, part] of ring.entries()) {
    if (part === 0) continue
    const end = angle + (2 * Math.PI * part) / total
    context.beginPath()
    context.arc(0, 0, radius - 0.6 - width / 2, angle, end)
    context.lineWidth = width
    context.strokeStyle = typeColours[eventTypes[type] ?? 'strategic-developments']
    context.stroke()
    // A gap separates neighbouring parts, so that they can be told apart without colour.
    if (parts > 1) cut(context, { radius, width }, end, gap)
    angle = end
  }
}

function cut(
  context: Context,
  { radius, width }: { radius: number; width: number },
  angle: number,
  colour: string,
): void {
  const inner = Math.max(0, radius - width - 1)
  context.beginPath()
  context.moveTo(Math.cos(angle) * inner, Math.sin(angle) * inner)
  context.lineTo(Math.cos(angle) * radius, Math.sin(angle) * radius)
  context.lineWidth = 1.6
  context.strokeStyle = colour
  context.stroke()
}

function circle(context: Context, radius: number): void {
  context.beginPath()
  context.arc(0, 0, radius, 0, 2 * Math.PI)
}
