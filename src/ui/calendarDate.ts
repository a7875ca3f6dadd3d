import { dayToUtc, type Day } from '../incidents/day.ts'

const MS_PER_DAY = 86_400_000

/**
 * A Date whose local fields are those of the day, as the calendar library takes them. The time of day is the first that
 * the day has in the viewer's time zone.
 */
export function dateOf(day: Day): Date {
  const utc = dayToUtc(day)
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate())
}

/** The day in the local fields of a Date. */
export function dayOf(date: Date): Day {
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / MS_PER_DAY)
}
