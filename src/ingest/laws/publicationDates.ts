import { formatIsoDay, parseDay } from '../../incidents/day.ts'
import { daysOfIncident } from '../../incidents/precision.ts'
import type { Law } from './law.ts'

/**
 * No source is published before the incident began. Where the date is known only to a week, month or year, the incident
 * may have begun on its first day.
 */
export const publicationDates: Law = ({ date, sources }) => {
  const start = parseDay(date.start)
  if (start === undefined) return []
  const { from } = daysOfIncident(start, start, date.precision)
  return sources.flatMap(({ published }, index) => {
    const day = published === undefined ? undefined : parseDay(published)
    if (day === undefined || day >= from) return []
    const message = `is ${published}, before the incident began (${formatIsoDay(from)}): correct the day, or date.start, or take the source out if it reports something earlier`
    return [{ path: ['sources', index, 'published'], message, severity: 'warning' }]
  })
}
