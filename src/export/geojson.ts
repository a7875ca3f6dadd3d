import type { Incident } from '../incidents/incident.ts'
import type { LngLat } from '../incidents/place.ts'
import { tollOf } from '../incidents/toll.ts'
import { namesOf, plainName, type Names } from './namesOf.ts'
import { positionOf } from './positionOf.ts'
import type { RecordWriter, WriterContext } from './recordWriter.ts'

/**
 * RFC 7946: a FeatureCollection with one feature for each incident, whose properties are the whole record with names
 * beside the ids. An incident without a position has no geometry, nor has one that is known only to its country: a point
 * would claim more than is known.
 */
export function geojsonWriter({ dictionaries, about }: WriterContext): RecordWriter {
  const names = namesOf(dictionaries)
  const { licence, citation } = about
  const members = JSON.stringify({ type: 'FeatureCollection', licence, citation }).slice(0, -1)
  return {
    head: `${members},"features":[`,
    separator: ',',
    tail: ']}',
    write: (records) => records.map((incident) => JSON.stringify(featureOf(incident, names))).join(','),
  }
}

function featureOf(incident: Incident, names: Names) {
  return {
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
        within: names.places(incident.place.id).flatMap(({ name }) => plainName(name) ?? []),
      },
      actors: incident.actors.map((actor) => ({ ...actor, name: names.actor(actor.id) })),
    },
  }
}

function pointOf(incident: Incident): { type: 'Point'; coordinates: LngLat } | null {
  const coordinates = positionOf(incident)
  return coordinates ? { type: 'Point', coordinates } : null
}
