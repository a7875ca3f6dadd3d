import { eventTypes, type EventType } from '../incidents/vocabulary.ts'
import type { DaySpan } from '../incidents/day.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { typeColours } from '../ui/typeColours.ts'
import { highestBin } from './bins.ts'
import { pixelOf } from './timeScale.ts'

/** How faint what may lie elsewhere is drawn, below its hatching. */
const UNCERTAIN = 0.35

/** Room above the highest bar, and the side of a tile of the hatching, in CSS pixels. */
const AIR = 4
const TILE = 5

/** Narrowest bar with an outline, and lowest layer with a line above it, in CSS pixels. */
const OUTLINED = 4
const LINED = 3

export interface BarColours {
  /** Of the ground: the lines between layers. */
  paper: string
  outline: string
}

/**
 * Draws the bars, stacked by event type from the ground up; first what is certain, above it, fainter and hatched,
 * what may lie there.
 * @param width CSS pixels
 */
export function drawBars(
  canvas: HTMLCanvasElement,
  histogram: Histogram,
  span: DaySpan,
  width: number,
  colours: BarColours,
): void {
  const ratio = window.devicePixelRatio
  const height = canvas.clientHeight
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const context = canvas.getContext('2d')
  if (!context) return
  context.scale(ratio, ratio)
  const { starts, end, certain, uncertain } = histogram
  const perIncident = (height - AIR) / Math.max(1, highestBin(histogram))
  const sure = (type: EventType) => typeColours[type]
  const maybe = (type: EventType) => hatching(context, type)
  for (let bin = 0; bin < starts.length; bin += 1) {
    const left = pixelOf(starts[bin] ?? 0, span, width)
    const right = pixelOf(starts[bin + 1] ?? end, span, width)
    const bar = { left: left + 0.5, width: Math.max(1, right - left - 1), bin, perIncident, colours }
    const middle = drawStack(context, bar, height, certain, sure)
    const top = drawStack(context, bar, middle, uncertain, maybe)
    if (bar.width < OUTLINED || top >= height) continue
    context.strokeStyle = colours.outline
    context.lineWidth = 0.5
    context.strokeRect(bar.left, top, bar.width, height - top)
  }
}

interface Bar {
  left: number
  width: number
  bin: number
  perIncident: number
  colours: BarColours
}

/** @returns where the stack ends */
function drawStack(
  context: CanvasRenderingContext2D,
  { left, width, bin, perIncident, colours }: Bar,
  ground: number,
  counts: Uint32Array,
  fillOf: (type: EventType) => string | CanvasPattern,
): number {
  let top = ground
  for (const [index, type] of eventTypes.entries()) {
    const count = counts[bin * eventTypes.length + index] ?? 0
    if (count === 0) continue
    const high = count * perIncident
    context.fillStyle = fillOf(type)
    context.fillRect(left, top - high, width, high)
    // A line between two types: not told apart by colour alone.
    context.fillStyle = colours.paper
    if (high > LINED) context.fillRect(left, top - high, width, 1)
    top -= high
  }
  return top
}

const hatchings = new Map<EventType, CanvasPattern>()

/** Slanted lines of the type's colour on a faint ground of it. */
function hatching(context: CanvasRenderingContext2D, type: EventType): string | CanvasPattern {
  const known = hatchings.get(type)
  if (known) return known
  const tile = document.createElement('canvas')
  tile.width = TILE
  tile.height = TILE
  const pen = tile.getContext('2d')
  if (!pen) return typeColours[type]
  pen.fillStyle = typeColours[type]
  pen.strokeStyle = typeColours[type]
  pen.globalAlpha = UNCERTAIN
  pen.fillRect(0, 0, TILE, TILE)
  pen.globalAlpha = 1
  pen.lineWidth = 1.2
  // Three, so that the slants of neighbouring tiles meet.
  for (const shift of [-TILE, 0, TILE]) {
    pen.beginPath()
    pen.moveTo(shift - 1, TILE + 1)
    pen.lineTo(shift + TILE + 1, -1)
    pen.stroke()
  }
  const pattern = context.createPattern(tile, 'repeat')
  if (!pattern) return typeColours[type]
  hatchings.set(type, pattern)
  return pattern
}
