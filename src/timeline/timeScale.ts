import { startOfUnit, stepUnit, type CalendarUnit, type Day, type DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'

/** Mean length of each unit in days. */
const daysOf: Readonly<Record<CalendarUnit, number>> = {
  day: 1,
  week: 7,
  month: 30.44,
  quarter: 91.3,
  year: 365.25,
}
const narrowestFirst: readonly CalendarUnit[] = ['day', 'week', 'month', 'quarter', 'year']

/** Least width of a bar in CSS pixels. */
const BAR = 5

/**
 * Least and greatest number of days on the axis. The greatest gives about 3,000 bins of a year, below the limit
 * of a query.
 */
const FEWEST_DAYS = 7
const MOST_DAYS = 3_000 * 366

/** Margin at both ends of the data, as a share of its length. */
const AIR = 0.01

/** Number of days of a span, both ends included. */
export function daysIn({ from, to }: DaySpan): number {
  return to - from + 1
}

/**
 * The span within which the axis moves: the days of the data with a margin, or their latest part if they are
 * too many.
 */
export function axisLimits({ from, to }: DaySpan): DaySpan {
  const first = Math.max(from, to - MOST_DAYS + 1)
  const air = Math.max(1, Math.round(AIR * (to - first + 1)))
  return { from: first - air, to: to + air }
}

/**
 * CSS pixels from the left edge at which a day begins.
 * @param day may be fractional
 * @param span the days on the axis
 * @param width of the axis in CSS pixels
 */
export function pixelOf(day: number, span: DaySpan, width: number): number {
  return ((day - span.from) / daysIn(span)) * width
}

/**
 * The moment at a pixel, as a fractional day; it may lie outside the span.
 * @param pixel CSS pixels from the left edge
 * @param span the days on the axis
 * @param width of the axis in CSS pixels
 */
export function momentAt(pixel: number, span: DaySpan, width: number): number {
  return span.from + (pixel / Math.max(1, width)) * daysIn(span)
}

/**
 * The day at a pixel, held within the span.
 * @param pixel CSS pixels from the left edge
 * @param span the days on the axis
 * @param width of the axis in CSS pixels
 */
export function dayAt(pixel: number, span: DaySpan, width: number): Day {
  return Math.min(span.to, Math.max(span.from, Math.floor(momentAt(pixel, span, width))))
}

/** The shortest unit whose bars are wide enough. @param width of the axis in CSS pixels */
export function unitFor(span: DaySpan, width: number): CalendarUnit {
  const perDay = width / daysIn(span)
  return narrowestFirst.find((unit) => daysOf[unit] * perDay >= BAR) ?? 'year'
}

/** A labelled day on the axis: the first day of a unit. */
export interface Tick {
  day: Day
  unit: CalendarUnit
}

/**
 * The labelled days: those of the shortest unit whose labels have room.
 * @param width of the axis in CSS pixels
 * @param roomFor CSS pixels that a label of a unit needs in the reader's language
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
 * The span made longer (`factor` > 1) or shorter around a moment, which stays at its pixel.
 * @param around a moment, as a fractional day
 * @param limits the span within which the axis moves; it shows a week at least
 */
export function zoomSpan(span: DaySpan, around: number, factor: number, limits: DaySpan): DaySpan {
  const days = heldLength(Math.round(daysIn(span) * factor), limits)
  const share = (around - span.from) / daysIn(span)
  return within(Math.round(around - share * days), days, limits)
}

/**
 * The span moved by a number of days, which may be fractional.
 * @param limits the span within which the axis moves
 */
export function panSpan(span: DaySpan, days: number, limits: DaySpan): DaySpan {
  return within(span.from + Math.round(days), daysIn(span), limits)
}

/**
 * A finger on the axis: its present position in CSS pixels from the left edge, and the moment that it was put
 * down on, as a fractional day.
 */
export interface Finger {
  pixel: number
  moment: number
}

/**
 * The span in which each of two fingers is at the moment that it was put down on: this zooms and pans at once.
 * @param width of the axis in CSS pixels
 * @param limits the span within which the axis moves
 */
export function pinchSpan(a: Finger, b: Finger, width: number, limits: DaySpan): DaySpan {
  const [left, right] = a.moment <= b.moment ? [a, b] : [b, a]
  // Fingers that meet or cross would give an endless span.
  const apart = Math.max(24, right.pixel - left.pixel)
  const perDay = apart / Math.max(right.moment - left.moment, 0.5)
  const days = heldLength(Math.round(width / perDay), limits)
  const middle = (left.moment + right.moment) / 2
  const share = (left.pixel + right.pixel) / 2 / width
  return within(Math.round(middle - share * days), days, limits)
}

/**
 * The span, made longer if necessary so that the given ends of a range lie on it, with a margin around them.
 * @param days the range; its open ends are ignored
 * @param limits the span within which the axis moves
 */
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

/** Whether the span lies within the limits. */
export function isWithin(span: DaySpan, limits: DaySpan): boolean {
  return span.from >= limits.from && span.to <= limits.to
}

/** A length in days that the axis may have. */
function heldLength(days: number, limits: DaySpan): number {
  return Math.min(Math.max(FEWEST_DAYS, daysIn(limits)), Math.max(FEWEST_DAYS, days))
}

/** The span of that many days which begins nearest to `from` and lies within the limits. */
function within(from: Day, days: number, limits: DaySpan): DaySpan {
  const first = Math.max(limits.from, Math.min(from, limits.to - days + 1))
  return { from: first, to: first + days - 1 }
}
