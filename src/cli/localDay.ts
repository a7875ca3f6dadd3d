import { parseDay, type Day } from '../incidents/day.ts'

/** The day of a moment in the time zone of this machine. */
export function localDay(moment: Date): Day {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
  const text = parts.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-')
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`${text} is no day`)
  return day
}
