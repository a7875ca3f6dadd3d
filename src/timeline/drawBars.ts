import { eventTypes, type EventType } from '../incidents/vocabulary.ts'
import type { DaySpan } from '../incidents/day.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { hatching } from '../ui/hatching.ts'
import { typeColours } from '../ui/typeColours.ts'
import { highestBin } from './bins.ts'
import { labelledCounts, roundMost } from './countScale.ts'
import { pixelOf } from './timeScale.ts'

/** Least width of a bar with an outline, and least height of a layer with a line on top, in CSS pixels. */
const OUTLINED = 4
const LINED = 3

/** CSS colours of the bars; those of event types are in typeColours.ts. */
export interface BarColours {
  /** Background of the plot, in which the lines between layers are drawn. */
  paper: string
  /** Outline of a whole bar. */
  outline: string
  /** Lines at the labelled counts. */
  line: string
}

/**
 * Draws the bars, stacked by event type. Certain counts are at the bottom; above them, hatched, those that may
 * lie there.
 * @param span the days on the axis
 * @param width of the plot in CSS pixels
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
  const bars = barsOf(histogram, span, width, height)
  const most = roundMost(highestBin(histogram))
  const perIncident = height / most
  context.fillStyle = colours.line
  for (const count of labelledCounts(most)) context.fillRect(0, height - count * perIncident, width, 1)
  const lines = new Path2D()
  for (const [counts, fillOf] of [
    [histogram.certain, (type: EventType) => typeColours[type]],
    [histogram.uncertain, (type: EventType) => hatching(context, type)],
  ] as const) {
    for (const [index, type] of eventTypes.entries()) {
      const layer = stackLayer(bars, counts, index, perIncident, lines)
      if (!layer) continue
      context.fillStyle = fillOf(type)
      context.fill(layer)
    }
  }
  context.fillStyle = colours.paper
  context.fill(lines)
  context.strokeStyle = colours.outline
  context.lineWidth = 0.5
  context.stroke(outlinesOf(bars, height))
}

interface Bar {
  left: number
  width: number
  /** Upper edge of its stack so far, in CSS pixels from the top of the plot. */
  top: number
}

function barsOf({ starts, end }: Histogram, span: DaySpan, width: number, height: number): Bar[] {
  return Array.from(starts, (start, bin) => {
    const left = pixelOf(start, span, width)
    const right = pixelOf(starts[bin + 1] ?? end, span, width)
    return { left: left + 0.5, width: Math.max(1, right - left - 1), top: height }
  })
}

/**
 * One event type's layer of all bars as a single path, as each change of the fill colour is slow. Raises `top`
 * of each bar.
 * @param counts per time bin and event type
 * @param type index of the event type
 * @param perIncident CSS pixels
 * @param lines receives a line on top of each part, so that types can be told apart without colour
 * @returns undefined if no bar has any
 */
function stackLayer(
  bars: readonly Bar[],
  counts: Uint32Array,
  type: number,
  perIncident: number,
  lines: Path2D,
): Path2D | undefined {
  let layer: Path2D | undefined
  for (const [bin, bar] of bars.entries()) {
    const count = counts[bin * eventTypes.length + type] ?? 0
    if (count === 0) continue
    const high = count * perIncident
    bar.top -= high
    layer ??= new Path2D()
    layer.rect(bar.left, bar.top, bar.width, high)
    if (high > LINED) lines.rect(bar.left, bar.top, bar.width, 1)
  }
  return layer
}

function outlinesOf(bars: readonly Bar[], height: number): Path2D {
  const outlines = new Path2D()
  for (const { left, width, top } of bars) {
    if (width >= OUTLINED && top < height) outlines.rect(left, top, width, height - top)
  }
  return outlines
}
