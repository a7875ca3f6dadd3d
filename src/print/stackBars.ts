import type { DaySpan } from '../incidents/day.ts'
import { eventTypes, type EventType } from '../incidents/vocabulary.ts'
import type { Histogram } from '../query/incidentResult.ts'
import { highestBin } from '../timeline/bins.ts'
import { pixelOf } from '../timeline/timeScale.ts'

/** One event type's part of one bar, in the units of the drawing from its upper left corner. */
export interface BarPart {
  type: EventType
  /** Whether the incidents certainly lie in the bar's time; the others may. */
  isCertain: boolean
  x: number
  y: number
  width: number
  height: number
}

/**
 * The bars as rectangles, stacked upwards: certain counts below, uncertain ones above. A gap separates the
 * types.
 * @param span the days on the axis
 * @param size of the drawing, in its own units
 */
export function stackBars(
  histogram: Histogram,
  span: DaySpan,
  size: { width: number; height: number },
): BarPart[] {
  const { starts, end } = histogram
  const perIncident = size.height / Math.max(1, highestBin(histogram))
  return Array.from(starts).flatMap((start, bin) => {
    const from = Math.max(0, pixelOf(start, span, size.width))
    const to = Math.min(size.width, pixelOf(starts[bin + 1] ?? end, span, size.width))
    if (to <= from) return []
    let top = size.height
    return [true, false].flatMap((isCertain) =>
      eventTypes.flatMap((type, index) => {
        const counts = isCertain ? histogram.certain : histogram.uncertain
        const count = counts[bin * eventTypes.length + index] ?? 0
        if (count === 0) return []
        const whole = count * perIncident
        top -= whole
        const gap = Math.min(0.5, whole / 4)
        return [
          { type, isCertain, x: from, y: top, width: Math.max(0.5, to - from - 0.7), height: whole - gap },
        ]
      }),
    )
  })
}
