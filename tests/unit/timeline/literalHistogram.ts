import {
  startOfUnit,
  stepUnit,
  type CalendarUnit,
  type Day,
  type DaySpan,
} from '../../../src/incidents/day.ts'
import { parseDay } from '../../../src/incidents/day.ts'
import { eventTypes } from '../../../src/incidents/vocabulary.ts'
import type { Histogram } from '../../../src/query/incidentResult.ts'

export function day(text: string): Day {
  const read = parseDay(text)
  if (read === undefined) throw new Error(`${text} is no day`)
  return read
}

export function span(from: string, to: string): DaySpan {
  return { from: day(from), to: day(to) }
}

/** One entry of a histogram: how many incidents of a type a day has, with certainty or not. */
export interface Entry {
  day: string
  type: number
  certain?: number
  uncertain?: number
}

/** The bins over a span, filled with the entries that lie in it. */
export function literalHistogram(unit: CalendarUnit, over: DaySpan, entries: readonly Entry[]): Histogram {
  const starts: Day[] = []
  let next = startOfUnit(over.from, unit)
  for (; next <= over.to; next = stepUnit(next, unit, 1)) starts.push(next)
  const size = starts.length * eventTypes.length
  const histogram: Histogram = {
    unit,
    starts: Int32Array.from(starts),
    end: next,
    certain: new Uint32Array(size),
    uncertain: new Uint32Array(size),
    before: 0,
    after: 0,
  }
  for (const { day: text, type, certain = 0, uncertain = 0 } of entries) {
    const bin = starts.findLastIndex((start) => start <= day(text))
    if (bin < 0) histogram.before += certain + uncertain
    else if (day(text) >= next) histogram.after += certain + uncertain
    else {
      histogram.certain[bin * eventTypes.length + type] = certain
      histogram.uncertain[bin * eventTypes.length + type] = uncertain
    }
  }
  return histogram
}
