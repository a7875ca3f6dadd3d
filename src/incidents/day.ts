import { UTCDateMini } from '@date-fns/utc/date/mini'
import { addMonths, startOfMonth } from 'date-fns'

/** A calendar day at the place of the incident: whole days since 1970-01-01. No clock, no time zone. */
export type Day = number

/** Both ends inclusive. */
export interface DaySpan {
  from: Day
  to: Day
}

export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** From the widest to the narrowest. */
export const calendarUnits: readonly CalendarUnit[] = ['year', 'quarter', 'month', 'week', 'day']

const MS_PER_DAY = 86_400_000

/** 0001-01-01 and 9999-12-31: what four digits of a year can say. */
export const EARLIEST_DAY: Day = -719_162
export const LATEST_DAY: Day = 2_932_896

/**
 * Reads `YYYY-MM-DD`, and nothing else: no clock, no other order, no day that the calendar lacks.
 * @returns undefined where the text is no such day
 */
export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return undefined
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const moment = new Date(0)
  moment.setUTCFullYear(year, month - 1, day)
  const exists =
    moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day
  return exists && year > 0 ? Math.round(moment.getTime() / MS_PER_DAY) : undefined
}

/** Writes `YYYY-MM-DD`, within EARLIEST_DAY and LATEST_DAY. */
export function formatIsoDay(day: Day): string {
  return dayToUtc(day).toISOString().slice(0, 10)
}

/** The UTC midnight that stands for the day: for Intl formatters with `timeZone: 'UTC'` and for calendar sums. */
export function dayToUtc(day: Day): Date {
  return new Date(day * MS_PER_DAY)
}

/** The same to reckon with: its months are those of UTC, wherever it is read. */
function momentOf(day: Day): Date {
  return new UTCDateMini(day * MS_PER_DAY)
}

function dayOf(moment: Date): Day {
  return Math.round(moment.getTime() / MS_PER_DAY)
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}

/** First day of the day, ISO week (Monday), month, quarter or year that holds `day`. */
export function startOfUnit(day: Day, unit: CalendarUnit): Day {
  switch (unit) {
    case 'day':
      return day
    case 'week':
      // The first day of all is a Thursday.
      return day - modulo(day + 3, 7)
    default: {
      const start = startOfMonth(momentOf(day))
      return dayOf(addMonths(start, -(start.getMonth() % monthsOf[unit])))
    }
  }
}

/** `day` moved by `steps` units; a month's end stays within its month, as a calendar does it. */
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

/** All of the week, month, ... that holds `day`. */
export function spanOfUnit(day: Day, unit: CalendarUnit): DaySpan {
  const from = startOfUnit(day, unit)
  return { from, to: stepUnit(from, unit, 1) - 1 }
}
