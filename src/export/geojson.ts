import type { Dictionaries } from '../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'
import type { LngLat } from '../incidents/place.ts'
import { tollOf } from '../incidents/toll.ts'
import { namesOf, plainName } from './namesOf.ts'
import { positionOf } from './positionOf.ts'

/**
 * RFC 7946: one feature an incident, its whole record as properties. What is known only to its country has no
 * geometry, since a point would claim more than is known.
 */
export function writeGeojson(
  incidents: readonly Incident[],
  dictionaries: Dictionaries,
  about: DatasetAbout,
): string {
  const names = namesOf(dictionaries)
  const features = incidents.map((incident) => ({
    type: 'Feature',
    id: incident.id,
    geometry: pointOf(incident),
    properties: {
      ...incident,
      killed: tollOf(incident.casualties ?? [], 'killed'),
      wounded: tollOf(incident.casualties ?? [], 'wounded'),
      casualties: incident.casualties?.map((entry) => ({ ...entry, by_name: names.speaker(entry.by) })),
      claims: incident.claims?.map((claim) => ({
        ...claim,
        by_name: names.speaker(claim.by ?? claim.attributedTo ?? ''),
      })),
      place: {
        ...incident.place,
        within: names.places(incident.place.id).map(({ name }) => plainName(name)),
      },
      actors: incident.actors.map((actor) => ({ ...actor, name: names.actor(actor.id) })),
    },
  }))
  return JSON.stringify({
    type: 'FeatureCollection',
    licence: about.licence,
    citation: about.citation,
    features,
  })
}

function pointOf(incident: Incident): { type: 'Point'; coordinates: LngLat } | null {
  const coordinates = positionOf(incident)
  return coordinates ? { type: 'Point', coordinates } : null
}
