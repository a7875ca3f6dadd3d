import type { Incident } from '../incidents/incident.ts'
import type { LngLat } from '../incidents/place.ts'

/** Where an incident lies, in degrees; undefined where only its country is known, since a point would claim more. */
export function positionOf({ place }: Incident): LngLat | undefined {
  return place.precision === 'country' ? undefined : [place.lng, place.lat]
}
