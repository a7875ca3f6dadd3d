import type { Incident } from '../incidents/incident.ts'
import { givenPosition, type LngLat } from '../incidents/place.ts'

/**
 * Position in degrees, WGS 84; undefined where none is given, or where only the country is known: a point would claim
 * more than is known.
 */
export function positionOf({ place }: Incident): LngLat | undefined {
  return place.precision === 'country' ? undefined : givenPosition(place)
}
