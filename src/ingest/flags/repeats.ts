import type { Incident } from '../../incidents/incident.ts'
import type { FlagCode } from '../../query/importReport.ts'
import type { RowIncident } from '../rowIncident.ts'

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
  const seen = { 'repeated-id': new Map<string, number>(), 'repeated-url': new Map<string, number>() }
  const alike = new Map<string, number>()

  function compare(flag: FlagCode, firsts: Map<string, number>, key: string, number: number): void {
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, number)
    else if (first !== number) {
      mark(first, flag)
      mark(number, flag)
    }
  }

  return {
    look(number, row, incident) {
      if (row.id !== undefined) compare('repeated-id', seen['repeated-id'], row.id, number)
      for (const { url } of incident.sources) {
        if (url !== undefined) compare('repeated-url', seen['repeated-url'], url, number)
      }
      if (!isPlaced(row)) return
      const { date, place, type, subtype, tags = [] } = incident
      const where = `${place.id} ${place.lng} ${place.lat}`
      const key = [date.start, date.end, where, type, subtype, ...tags].join('\n')
      compare('same-day-place-type', alike, key, number)
    },
  }
}

/** Whether the place is more exact than a country: two incidents of a day in one country are nothing to look at. */
function isPlaced({ place: { position, region, district, locality } }: RowIncident): boolean {
  return position !== undefined || [region, district, locality].some(Boolean)
}
