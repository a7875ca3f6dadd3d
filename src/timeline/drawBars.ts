import { eventTypes } from '../incidents/vocabulary.ts'
import type { DaySpan } from '../incidents/day.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { typeColours } from '../ui/typeColours.ts'
import { binCounts, pixelOf, sum } from './timeScale.ts'

/** How faint what may lie elsewhere is drawn. */
const UNCERTAIN = 0.38

/** Most incidents of a bin: the height of the whole track. */
export function highestBin(histogram: Histogram): number {
  let most = 0
  for (let bin = 0; bin < histogram.starts.length; bin += 1) {
    const { certain, uncertain } = binCounts(histogram, bin)
    most = Math.max(most, sum(certain) + sum(uncertain))
  }
  return most
}

/**
 * Draws the bars, stacked by event type from the ground up; first what is certain, above it, fainter, what may lie there.
 * @param width, height CSS pixels
 */
export function drawBars(
  canvas: HTMLCanvasElement,
  histogram: Histogram,
  span: DaySpan,
  width: number,
  height: number,
  separator: string,
): void {
  const ratio = window.devicePixelRatio
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const context = canvas.getContext('2d')
  if (!context) return
  context.scale(ratio, ratio)
  const perIncident = (height - 4) / Math.max(1, highestBin(histogram))
  for (let bin = 0; bin < histogram.starts.length; bin += 1) {
    const counts = binCounts(histogram, bin)
    const left = pixelOf(counts.from, span, width)
    const right = pixelOf(counts.to + 1, span, width)
    const bar = { left: left + 0.5, width: Math.max(1, right - left - 1) }
    const top = drawStack(context, bar, height, counts.certain, perIncident, separator, 1)
    drawStack(context, bar, top, counts.uncertain, perIncident, separator, UNCERTAIN)
  }
}

/** @returns where the stack ends */
function drawStack(
  context: CanvasRenderingContext2D,
  bar: { left: number; width: number },
  ground: number,
  counts: readonly number[],
  perIncident: number,
  separator: string,
  alpha: number,
): number {
  let top = ground
  for (const [index, type] of eventTypes.entries()) {
    const count = counts[index] ?? 0
    if (count === 0) continue
    const high = count * perIncident
    context.globalAlpha = alpha
    context.fillStyle = typeColours[type]
    context.fillRect(bar.left, top - high, bar.width, high)
    context.globalAlpha = 1
    // A line between two types: not told apart by colour alone.
    context.fillStyle = separator
    if (high > 3) context.fillRect(bar.left, top - high, bar.width, 1)
    top -= high
  }
  return top
}
