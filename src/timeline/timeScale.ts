import { startOfUnit, stepUnit, type CalendarUnit, type Day, type DaySpan } from '../incidents/day.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import type { Histogram } from '../query/incidentResult.ts'

const daysOf: Readonly<Record<CalendarUnit, number>> = {
  day: 1,
  week: 7,
  month: 30.44,
  quarter: 91.3,
  year: 365.25,
}
const narrowestFirst: readonly CalendarUnit[] = ['day', 'week', 'month', 'quarter', 'year']

/** Narrowest bar and closest labels, in CSS pixels; fewest days that the axis shows. */
const BAR = 5
const LABEL = 76
const FEWEST_DAYS = 7

export function daysIn({ from, to }: DaySpan): number {
  return to - from + 1
}

/** CSS pixels from the left at which a day begins. */
export function pixelOf(day: number, span: DaySpan, width: number): number {
  return ((day - span.from) / daysIn(span)) * width
}

/** The day at a pixel; within the span. */
export function dayAt(pixel: number, span: DaySpan, width: number): Day {
  const day = Math.floor(span.from + (pixel / Math.max(1, width)) * daysIn(span))
  return Math.min(span.to, Math.max(span.from, day))
}

/** The narrowest bins that can still be seen. */
export function unitFor(span: DaySpan, width: number): CalendarUnit {
  const perDay = width / daysIn(span)
  return narrowestFirst.find((unit) => daysOf[unit] * perDay >= BAR) ?? 'year'
}

export interface Tick {
  day: Day
  unit: CalendarUnit
}

/** First days of the units that are labelled: as many as there is room for. */
export function ticksOf(span: DaySpan, width: number): Tick[] {
  const perDay = width / daysIn(span)
  const unit = narrowestFirst.find((each) => daysOf[each] * perDay >= LABEL) ?? 'year'
  const every = unit === 'year' ? Math.max(1, Math.ceil(LABEL / (daysOf.year * perDay))) : 1
  const ticks: Tick[] = []
  for (let day = startOfUnit(span.from, unit); day <= span.to; day = stepUnit(day, unit, every)) {
    if (day >= span.from) ticks.push({ day, unit })
  }
  return ticks
}

/**
 * The span made wider (`factor` > 1) or narrower round a day, within `limits` and no narrower than a week.
 */
export function zoomSpan(span: DaySpan, around: Day, factor: number, limits: DaySpan): DaySpan {
  const most = Math.max(FEWEST_DAYS, daysIn(limits))
  const days = Math.min(most, Math.max(FEWEST_DAYS, Math.round(daysIn(span) * factor)))
  const share = (around - span.from) / daysIn(span)
  return within(Math.round(around - share * days), days, limits)
}

export function panSpan(span: DaySpan, days: number, limits: DaySpan): DaySpan {
  return within(span.from + Math.round(days), daysIn(span), limits)
}

function within(from: Day, days: number, limits: DaySpan): DaySpan {
  const first = Math.max(limits.from, Math.min(from, limits.to - days + 1))
  return { from: first, to: first + days - 1 }
}

/** Counts of one bin, by event type. */
export interface BinCounts {
  from: Day
  to: Day
  certain: number[]
  uncertain: number[]
}

export function binCounts({ starts, end, certain, uncertain }: Histogram, bin: number): BinCounts {
  const at = bin * eventTypes.length
  return {
    from: starts[bin] ?? 0,
    to: (starts[bin + 1] ?? end) - 1,
    certain: Array.from(certain.subarray(at, at + eventTypes.length)),
    uncertain: Array.from(uncertain.subarray(at, at + eventTypes.length)),
  }
}

export function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

/** Share of incidents that may lie beyond either end of what is shown at first, and the share of time that it must gain. */
const STRAGGLERS = 0.03
const GAIN = 0.15

/**
 * Where most incidents lie: a few that lie far off would press all others into a corner. They stay one click away.
 * @returns the whole span where leaving out stragglers would gain little
 */
export function denseSpan(histogram: Histogram, whole: DaySpan): DaySpan {
  const totals = Array.from(histogram.starts, (_, bin) => {
    const { certain, uncertain } = binCounts(histogram, bin)
    return sum(certain) + sum(uncertain)
  })
  const allowed = STRAGGLERS * sum(totals)
  const gain = GAIN * daysIn(whole)
  const first = histogram.starts[firstBeyond(totals, allowed)] ?? whole.from
  const last =
    (histogram.starts[totals.length - firstBeyond(totals.toReversed(), allowed)] ?? histogram.end) - 1
  const from = first - whole.from >= gain ? first : whole.from
  const to = whole.to - last >= gain ? last : whole.to
  return { from, to: Math.max(to, from + FEWEST_DAYS - 1) }
}

/** The first entry with which the sum passes what may be left out. */
function firstBeyond(totals: readonly number[], allowed: number): number {
  let seen = 0
  const index = totals.findIndex((count) => (seen += count) > allowed)
  return Math.max(0, index)
}
