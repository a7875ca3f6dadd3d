import type { Dictionaries } from '../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'
import { namesOf, plainName } from './namesOf.ts'

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
    geometry:
      incident.place.precision === 'country'
        ? null
        : { type: 'Point', coordinates: [incident.place.lon, incident.place.lat] },
    properties: {
      ...incident,
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
