import { startOfUnit, stepUnit, type CalendarUnit, type Day, type DaySpan } from '../../incidents/day.ts'
import { eventTypes, timePrecisions } from '../../incidents/vocabulary.ts'
import type { Histogram } from '../../query/incidentResult.ts'
import type { IncidentTable } from '../table/table.ts'
import { arrayCounter, type RowCounter } from './rowCounter.ts'

/** More bins than any screen has pixels for. */
export const MOST_BINS = 4_000

/** Codes below this one know the day. */
const WEEK = timePrecisions.indexOf('week')

/** Before the first bin and after the last. */
const OUTSIDE = 2

export interface BinCounter extends RowCounter {
  histogram(): Histogram
}

/**
 * First days of the bins from the unit that holds `span.from` to the one that holds `span.to`, and their end.
 * @throws RangeError for more than MOST_BINS
 */
function binStarts(unit: CalendarUnit, span: DaySpan): { starts: Int32Array; end: Day } {
  const starts: Day[] = []
  let start = startOfUnit(span.from, unit)
  while (start <= span.to) {
    if (starts.length === MOST_BINS) throw new RangeError(`more than ${MOST_BINS} bins of a ${unit}`)
    starts.push(start)
    start = stepUnit(start, unit, 1)
  }
  return { starts: Int32Array.from(starts), end: start }
}

/**
 * By bin and event type. An incident is drawn over every bin that its interval touches: with certainty where there is
 * only one, or where its days are known; else as what may lie there.
 * @throws RangeError for more than MOST_BINS
 */
export function binCounter({ columns }: IncidentTable, unit: CalendarUnit, span: DaySpan): BinCounter {
  const { starts, end } = binStarts(unit, span)
  const types = eventTypes.length
  const size = starts.length * types
  // Certain, uncertain, before, after: one array, so that it is filled and cleared as one.
  const counts = new Uint32Array(2 * size + OUTSIDE)
  const [before, after] = [2 * size, 2 * size + 1]
  const first = starts[0] ?? end
  const binOf = binOfDay(starts, end)
  const { dayFrom, dayTo, type, timePrecision } = columns

  const counter = arrayCounter(counts, type, (list, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const row = list[at] ?? 0
      const from = dayFrom[row] ?? 0
      const to = dayTo[row] ?? 0
      if (to < first) {
        counts[before] = (counts[before] ?? 0) + sign
        continue
      }
      if (from >= end) {
        counts[after] = (counts[after] ?? 0) + sign
        continue
      }
      const firstBin = binOf[Math.max(from, first) - first] ?? 0
      const lastBin = binOf[Math.min(to, end - 1) - first] ?? 0
      const staysWithin = firstBin === lastBin && from >= first && to < end
      const known = staysWithin || (timePrecision[row] ?? 0) < WEEK
      const base = (known ? 0 : size) + (type[row] ?? 0)
      for (let bin = firstBin; bin <= lastBin; bin += 1) {
        const cell = base + bin * types
        counts[cell] = (counts[cell] ?? 0) + sign
      }
    }
  })
  return {
    ...counter,
    histogram: () => ({
      unit,
      starts: starts.slice(),
      end,
      certain: counts.slice(0, size),
      uncertain: counts.slice(size, 2 * size),
      before: counts[before] ?? 0,
      after: counts[after] ?? 0,
    }),
  }
}

/** Bin of each day from the first on. */
function binOfDay(starts: Int32Array, end: Day): Uint16Array {
  const first = starts[0] ?? end
  const bins = new Uint16Array(end - first)
  for (const [bin, start] of starts.entries()) bins.fill(bin, start - first, (starts[bin + 1] ?? end) - first)
  return bins
}
