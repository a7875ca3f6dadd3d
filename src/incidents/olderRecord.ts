import { isRecord } from './shapeChecks.ts'

/** A field of a record that has another name by now, as paths from the record down. */
export interface RenamedField {
  from: readonly string[]
  to: readonly string[]
}

/**
 * A record as plain data, with the field names of today: records of schema version 4 and before say `place.lon` where
 * today's say `place.lng`. Published pages and edited files are both read through this function. Where both names are
 * used, nothing is renamed: the schema then refuses the older one.
 * @param value any value; what is no record is returned as it is
 * @returns the record, and what was renamed in it
 */
export function withTodaysNames(value: unknown): { record: unknown; renamed: RenamedField[] } {
  const place = isRecord(value) ? value['place'] : undefined
  if (!isRecord(value) || !isRecord(place) || !('lon' in place) || 'lng' in place)
    return { record: value, renamed: [] }
  const { lon, ...rest } = place
  return {
    record: { ...value, place: { ...rest, lng: lon } },
    renamed: [{ from: ['place', 'lon'], to: ['place', 'lng'] }],
  }
}
