import type { LngLat } from '../incidents/place.ts'
import type { IncidentSummary } from './incidentResult.ts'

/** Where the map draws an incident; null where it does not: no position is given, or only the country is known. */
export function drawnPosition({
  position,
  geoPrecision,
}: Pick<IncidentSummary, 'position' | 'geoPrecision'>): LngLat | null {
  return geoPrecision === 'country' ? null : position
}
