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
  const alike = new Map<number, number>()

  function compare<Key>(flag: FlagCode, firsts: Map<Key, number>, key: Key, number: number): void {
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
      const key = hashOf([date.start, date.end, place.id, place.lng, place.lat, type, subtype, ...tags])
      compare('same-day-place-type', alike, key, number)
    },
  }
}

/**
 * A number below 2^53 that different lists hardly ever share: of a million, two do with a chance of 1 in 18,000. Two
 * hashes by multiplication (D. E. Knuth, The Art of Computer Programming, volume 3, section 6.4), of 32 and 21 bits.
 */
function hashOf(parts: readonly (string | number | undefined)[]): number {
  let [a, b] = [0x9e3779b1, 0x85ebca6b]
  for (const part of parts) {
    const text = `${part}\n`
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b ^ code, 0x5bd1e995) ^ (b >>> 15)
    }
  }
  return (a >>> 0) * 2 ** 21 + ((b ^ (b >>> 11)) >>> 11)
}

/** Whether the place is more exact than a country: two incidents of a day in one country are nothing to look at. */
function isPlaced({ place: { position, region, district, locality } }: RowIncident): boolean {
  return position !== undefined || [region, district, locality].some(Boolean)
}
