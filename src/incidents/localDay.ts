import type { Day } from './day.ts'

const MS_PER_DAY = 86_400_000
const MS_PER_MINUTE = 60_000

/** The day of a moment in the time zone of this machine: when somebody prints or cites, not when anything happened. */
export function localDay(moment: Date): Day {
  return Math.floor((moment.getTime() - moment.getTimezoneOffset() * MS_PER_MINUTE) / MS_PER_DAY)
}
