import { startOfUnit, stepUnit, type CalendarUnit, type Day, type DaySpan } from '../../incidents/day.ts'
import { MOST_TIME_BINS } from '../costs.ts'

/** The time bins of a histogram. */
export interface TimeBins {
  /** First day of each bin. */
  starts: Int32Array
  /** First day of the first bin. */
  first: Day
  /** The day after the last bin. */
  end: Day
  /** Bin of each day from `first` on. */
  ofDay: Uint16Array
}

/**
 * The bins from the unit that holds the first day of the span to the one that holds its last.
 * @throws RangeError for more than MOST_TIME_BINS
 */
export function timeBins(unit: CalendarUnit, span: DaySpan): TimeBins {
  const first = startOfUnit(span.from, unit)
  const starts: Day[] = []
  let end = first
  while (end <= span.to) {
    if (starts.length === MOST_TIME_BINS)
      throw new RangeError(`more than ${MOST_TIME_BINS} bins of a ${unit}`)
    starts.push(end)
    end = stepUnit(end, unit, 1)
  }
  const ofDay = new Uint16Array(end - first)
  for (const [bin, start] of starts.entries())
    ofDay.fill(bin, start - first, (starts[bin + 1] ?? end) - first)
  return { starts: Int32Array.from(starts), first, end, ofDay }
}
