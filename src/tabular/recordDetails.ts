import * as z from 'zod/mini'
import type { Actor, Incident, Place } from '../incidents/incident.ts'
import {
  actorSchema,
  casualtiesSchema,
  claimSchema,
  incidentPlaceSchema,
  participationSchema,
  placeSchema,
  sourceReportSchema,
} from '../incidents/recordSchema.ts'
import type { Names } from './namesOf.ts'
import { positionOf } from './positionOf.ts'

/** The entries of the dictionaries that the ids of one record stand for. */
export interface RecordEntries {
  /** The actors and the claimants, and what they belong to. */
  actors: Actor[]
  /** The place and what it lies in, nearest first. */
  places: Place[]
}

/** What the words of a row cannot carry: ids, names in all languages, claims and figures with their parts. */
export type RecordDetails = z.infer<typeof recordDetailsSchema>

/** Schema of RecordDetails. `tags` is given where the tags cannot be told apart in their cell. */
export const recordDetailsSchema = z.strictObject({
  place: z.strictObject({
    id: incidentPlaceSchema.shape.id,
    lng: z.optional(incidentPlaceSchema.shape.lng),
    lat: z.optional(incidentPlaceSchema.shape.lat),
  }),
  actors: z.array(participationSchema),
  casualties: z.optional(z.array(casualtiesSchema)),
  claims: z.optional(z.array(claimSchema)),
  sources: z.array(sourceReportSchema),
  tags: z.optional(z.array(z.string())),
  entries: z.strictObject({
    actors: z.array(
      z.strictObject({
        id: actorSchema.shape.id,
        name: actorSchema.shape.name,
        kind: actorSchema.shape.kind,
        parent: actorSchema.shape.parent,
      }),
    ),
    places: z.array(
      z.strictObject({
        id: placeSchema.shape.id,
        kind: placeSchema.shape.kind,
        name: placeSchema.shape.name,
        parent: placeSchema.shape.parent,
        iso: placeSchema.shape.iso,
      }),
    ),
  }),
})

/** @param names of the data set; ids that it lacks are left without an entry */
export function detailsOf(incident: Incident, names: Names): RecordDetails {
  const { place, actors, casualties, claims, sources, tags } = incident
  const entries = entriesOf(incident, names)
  return {
    place: { id: place.id, ...(positionOf(incident) ? {} : { lng: place.lng, lat: place.lat }) },
    actors,
    casualties,
    claims,
    sources,
    tags: tags?.some((tag) => tag.includes(';') || tag.trim() !== tag) ? tags : undefined,
    entries: {
      actors: entries.actors.map(({ id, name, kind, parent }) => ({ id, name, kind, parent })),
      places: entries.places.map(({ id, kind, name, parent, iso }) => ({ id, kind, name, parent, iso })),
    },
  }
}

/** The entries that one record names, each once. */
export function entriesOf(
  { place, actors, casualties = [], claims = [] }: Incident,
  names: Names,
): RecordEntries {
  const named = [
    ...actors.map(({ id }) => id),
    ...[...casualties, ...claims].flatMap(({ by }) => (typeof by === 'string' ? [by] : [])),
    ...claims.flatMap(({ attributedTo }) => (typeof attributedTo === 'string' ? [attributedTo] : [])),
  ]
  const found = new Map<string, Actor>()
  for (const id of named) {
    let actor = names.actorEntry(id)
    while (actor && !found.has(actor.id)) {
      found.set(actor.id, actor)
      actor = actor.parent === undefined ? undefined : names.actorEntry(actor.parent)
    }
  }
  // The entry of places that are not named has no name, and every data set may have it.
  const places = names.places(place.id).filter(({ name }) => Object.keys(name).length > 0)
  return { actors: [...found.values()], places }
}
