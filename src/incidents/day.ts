import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths, startOfMonth } from 'date-fns'

/**
 * A calendar day where the incident happened, as whole days since 1970-01-01 in the proleptic Gregorian calendar. It has
 * no time of day and no time zone.
 */
export type Day = number

/** All days from `from` to `to`, both inclusive. */
export interface DaySpan {
  from: Day
  to: Day
}

/** A unit of the calendar: a time bin is one of them. Weeks are ISO 8601 weeks, from Monday to Sunday. */
export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** All units, from the longest to the shortest. */
export const calendarUnits: readonly CalendarUnit[] = ['year', 'quarter', 'month', 'week', 'day']

const MS_PER_DAY = 86_400_000

/** 0001-01-01, the first day that `parseDay` reads. */
export const EARLIEST_DAY: Day = -719_162

/** 9999-12-31, the last day that four digits of a year can write. */
export const LATEST_DAY: Day = 2_932_896

/**
 * Reads a day written as `YYYY-MM-DD` with ASCII digits.
 * @returns undefined for any other text, and for a day that does not exist, such as 2025-02-30
 */
export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (year === 0 || month < 1 || month > 12 || day < 1 || day > lastOfMonth(year, month)) return undefined
  return daysBefore(year, month) + day - 1
}

function lastOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/**
 * Days from 1970-01-01 to the first day of a month. Years are counted from March, so that the leap day is the last one
 * of its year; the months from March on then begin at whole parts of 30.6 days.
 */
function daysBefore(year: number, month: number): number {
  const [marchYear, sinceMarch] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  // 719,468 days lie between 0000-03-01 and 1970-01-01.
  return 365 * marchYear + leapDays + Math.floor((153 * sinceMarch + 2) / 5) - 719_468
}

/** Writes a day as `YYYY-MM-DD`. @param day from EARLIEST_DAY to LATEST_DAY */
export function formatIsoDay(day: Day): string {
  return dayToUtc(day).toISOString().slice(0, 10)
}

/** Midnight UTC at the start of the day, for Intl formatters with `timeZone: 'UTC'`. */
export function dayToUtc(day: Day): Date {
  return new Date(day * MS_PER_DAY)
}

/** The same as a Date whose fields are always in UTC, as date-fns reads local fields. */
function momentOf(day: Day): Date {
  return new UTCDateMini(day * MS_PER_DAY)
}

function dayOf(moment: Date): Day {
  return Math.round(moment.getTime() / MS_PER_DAY)
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

/** The first day of the unit that contains `day`: of the week, the Monday. */
export function startOfUnit(day: Day, unit: CalendarUnit): Day {
  switch (unit) {
    case 'day':
      return day
    case 'week':
      // Day 0, 1970-01-01, is a Thursday: three days after a Monday.
      return day - modulo(day + 3, 7)
    default: {
      const start = startOfMonth(momentOf(day))
      return dayOf(addMonths(start, -(start.getMonth() % monthsOf[unit])))
    }
  }
}

/**
 * The day that is `steps` units later, or earlier where negative. A day that the target month lacks becomes its last
 * day: one month after 31 January is 28 or 29 February.
 * @param steps whole number of units
 */
export function stepUnit(day: Day, unit: CalendarUnit, steps: number): Day {
  switch (unit) {
    case 'day':
      return day + steps
    case 'week':
      return day + 7 * steps
    default:
      return dayOf(addMonths(momentOf(day), monthsOf[unit] * steps))
  }
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const

/** The first and last day of the unit that contains `day`. */
export function spanOfUnit(day: Day, unit: CalendarUnit): DaySpan {
  const from = startOfUnit(day, unit)
  return { from, to: stepUnit(from, unit, 1) - 1 }
}
