import { startOfUnit, stepUnit, type CalendarUnit, type Day, type DaySpan } from '../../incidents/day.ts'
import { eventTypes, timePrecisions } from '../../incidents/vocabulary.ts'
import type { Histogram } from '../../query/incidentResult.ts'
import { bitOf, passesBut, type FailMask } from '../failMask.ts'
import type { IncidentTable } from '../table.ts'

/** More bins than any screen has pixels for. */
export const MOST_BINS = 4_000

/** Codes below this one know the day. */
const WEEK = timePrecisions.indexOf('week')

/**
 * First days of the bins from the unit that holds `span.from` to the one that holds `span.to`, and their end.
 * @throws RangeError for more than MOST_BINS
 */
export function binStarts(unit: CalendarUnit, span: DaySpan): { starts: Int32Array; end: Day } {
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
 * What passes all other filters, by bin and event type. An incident is drawn over every bin that its interval touches:
 * with certainty where there is only one, or where its days are known; else as what may lie there.
 */
export function countByBin(
  table: IncidentTable,
  mask: FailMask,
  unit: CalendarUnit,
  span: DaySpan,
): Histogram {
  const { starts, end } = binStarts(unit, span)
  const size = starts.length * eventTypes.length
  const histogram: Histogram = {
    unit,
    starts,
    end,
    certain: new Uint32Array(size),
    uncertain: new Uint32Array(size),
    before: 0,
    after: 0,
  }
  const { dayFrom, dayTo, type, timePrecision } = table.columns
  for (let row = 0; row < table.rows; row += 1) {
    if (!passesBut(mask[row] ?? 0, bitOf.days)) continue
    const [from, to] = [dayFrom[row] ?? 0, dayTo[row] ?? 0]
    if (to < (starts[0] ?? Infinity)) histogram.before += 1
    else if (from >= end) histogram.after += 1
    if (to < (starts[0] ?? Infinity) || from >= end) continue
    const first = binOf(starts, from)
    const last = binOf(starts, to)
    const staysWithin = first === last && from >= (starts[0] ?? 0) && to < end
    const known = staysWithin || (timePrecision[row] ?? 0) < WEEK
    const counts = known ? histogram.certain : histogram.uncertain
    for (let bin = first; bin <= last; bin += 1) {
      const at = bin * eventTypes.length + (type[row] ?? 0)
      counts[at] = (counts[at] ?? 0) + 1
    }
  }
  return histogram
}

/** The bin that holds the day; the first or last for a day outside. */
function binOf(starts: Int32Array, day: Day): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= day) low = middle
    else high = middle - 1
  }
  return low
}
