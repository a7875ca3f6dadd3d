import type { Day } from '../incidents/day.ts'

const MS_PER_DAY = 86_400_000
const MS_PER_MINUTE = 60_000

/** The day in the reader's time zone: when they print, not when anything happened. */
export function localDay(now: Date): Day {
  return Math.floor((now.getTime() - now.getTimezoneOffset() * MS_PER_MINUTE) / MS_PER_DAY)
}
