import type { Incident } from '../../incidents/incident.ts'
import type { FlagCode } from '../../query/importReport.ts'
import type { RowIncident } from '../rowIncident.ts'
import { createFirstSeen, type FirstSeen } from './firstSeen.ts'

/** Tells incidents that repeat something of an earlier one. */
export interface Repeats {
  /**
   * Compares an incident with those before it.
   * @param number of the incident, from 0, in the order of reading
   * @param row as the file gives it; its id is not made unique
   */
  look(number: number, row: RowIncident, incident: Incident): void
}

/** @param mark called for both incidents of a pair */
export function createRepeats(mark: (number: number, flag: FlagCode) => void): Repeats {
  const ids = createFirstSeen()
  const urls = createFirstSeen()
  const alike = createFirstSeen()

  function compare(
    flag: FlagCode,
    seen: FirstSeen,
    parts: readonly (string | number | undefined)[],
    number: number,
  ): void {
    const first = seen.note(parts, number)
    if (first === number) return
    mark(first, flag)
    mark(number, flag)
  }

  return {
    look(number, row, incident) {
      if (row.id !== undefined) compare('repeated-id', ids, [row.id], number)
      for (const { url } of incident.sources) {
        if (url !== undefined) compare('repeated-url', urls, [url], number)
      }
      if (!isPlaced(row)) return
      const { date, place, type, subtype, tags = [] } = incident
      const parts = [date.start, date.end, place.id, place.lng, place.lat, type, subtype, ...tags]
      compare('same-day-place-type', alike, parts, number)
    },
  }
}

/** Whether the place is more exact than a country: two incidents of a day in one country are nothing to look at. */
function isPlaced({ place: { position, region, district, locality } }: RowIncident): boolean {
  return position !== undefined || [region, district, locality].some(Boolean)
}
