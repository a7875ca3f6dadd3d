import { startOfUnit, stepUnit, type CalendarUnit, type Day, type DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'

const daysOf: Readonly<Record<CalendarUnit, number>> = {
  day: 1,
  week: 7,
  month: 30.44,
  quarter: 91.3,
  year: 365.25,
}
const narrowestFirst: readonly CalendarUnit[] = ['day', 'week', 'month', 'quarter', 'year']

/** Narrowest bar, in CSS pixels. */
const BAR = 5

/** Fewest days that the axis shows, and most: some 3,000 bins of a year, fewer than a source refuses. */
const FEWEST_DAYS = 7
const MOST_DAYS = 3_000 * 366

/** Air at both ends of the data, as a share of it. */
const AIR = 0.01

export function daysIn({ from, to }: DaySpan): number {
  return to - from + 1
}

/** What the axis moves within: the days of the data and some air; the latest part where that is longer than any screen. */
export function axisLimits({ from, to }: DaySpan): DaySpan {
  const first = Math.max(from, to - MOST_DAYS + 1)
  const air = Math.max(1, Math.round(AIR * (to - first + 1)))
  return { from: first - air, to: to + air }
}

/** CSS pixels from the left at which a day begins. */
export function pixelOf(day: number, span: DaySpan, width: number): number {
  return ((day - span.from) / daysIn(span)) * width
}

/** The moment at a pixel, in days and parts of a day; also beyond the span. */
export function momentAt(pixel: number, span: DaySpan, width: number): number {
  return span.from + (pixel / Math.max(1, width)) * daysIn(span)
}

/** The day at a pixel; within the span. */
export function dayAt(pixel: number, span: DaySpan, width: number): Day {
  return Math.min(span.to, Math.max(span.from, Math.floor(momentAt(pixel, span, width))))
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

/**
 * First days of the units that are labelled: as many as there is room for.
 * @param roomFor CSS pixels that a label of the unit takes in the reader's language
 */
export function ticksOf(span: DaySpan, width: number, roomFor: (unit: CalendarUnit) => number): Tick[] {
  const perDay = width / daysIn(span)
  const unit = narrowestFirst.find((each) => daysOf[each] * perDay >= roomFor(each)) ?? 'year'
  const every = unit === 'year' ? Math.max(1, Math.ceil(roomFor('year') / (daysOf.year * perDay))) : 1
  const ticks: Tick[] = []
  for (let day = startOfUnit(span.from, unit); day <= span.to; day = stepUnit(day, unit, every)) {
    if (day >= span.from) ticks.push({ day, unit })
  }
  return ticks
}

/**
 * The span made wider (`factor` > 1) or narrower round a moment, within `limits` and no narrower than a week.
 */
export function zoomSpan(span: DaySpan, around: number, factor: number, limits: DaySpan): DaySpan {
  const days = heldLength(Math.round(daysIn(span) * factor), limits)
  const share = (around - span.from) / daysIn(span)
  return within(Math.round(around - share * days), days, limits)
}

export function panSpan(span: DaySpan, days: number, limits: DaySpan): DaySpan {
  return within(span.from + Math.round(days), daysIn(span), limits)
}

/** A finger: where it is, in CSS pixels from the left, and the moment on which it was put down. */
export interface Finger {
  pixel: number
  moment: number
}

/** The span that keeps each of two fingers on its moment: zooms and pans at once. */
export function pinchSpan(a: Finger, b: Finger, width: number, limits: DaySpan): DaySpan {
  const [left, right] = a.moment <= b.moment ? [a, b] : [b, a]
  // Fingers that meet or cross would ask for all time at once.
  const apart = Math.max(24, right.pixel - left.pixel)
  const perDay = apart / Math.max(right.moment - left.moment, 0.5)
  const days = heldLength(Math.round(width / perDay), limits)
  const middle = (left.moment + right.moment) / 2
  const share = (left.pixel + right.pixel) / 2 / width
  return within(Math.round(middle - share * days), days, limits)
}

/** The span widened, where it must be, so that the given ends of a range lie on it, with some air around them. */
export function spanShowing(span: DaySpan, { from, to }: DayRange, limits: DaySpan): DaySpan {
  const ends = [from, to].filter((day) => day !== null)
  if (ends.every((day) => day >= span.from && day <= span.to)) return span
  const first = Math.min(span.from, ...ends)
  const last = Math.max(span.to, ...ends)
  const air = Math.round(AIR * (last - first + 1))
  return {
    from: first < span.from ? Math.max(limits.from, first - air) : span.from,
    to: last > span.to ? Math.min(limits.to, last + air) : span.to,
  }
}

/** Whether the span is one that the axis may show. */
export function isWithin(span: DaySpan, limits: DaySpan): boolean {
  return span.from >= limits.from && span.to <= limits.to
}

function heldLength(days: number, limits: DaySpan): number {
  return Math.min(Math.max(FEWEST_DAYS, daysIn(limits)), Math.max(FEWEST_DAYS, days))
}

function within(from: Day, days: number, limits: DaySpan): DaySpan {
  const first = Math.max(limits.from, Math.min(from, limits.to - days + 1))
  return { from: first, to: first + days - 1 }
}
