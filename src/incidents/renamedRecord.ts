import type { Claimant, Incident } from './incident.ts'

/** New ids of actors and places by their old ones; what is not in it keeps its id. */
export interface RenamedEntries {
  actors: ReadonlyMap<string, string>
  places: ReadonlyMap<string, string>
}

/** The record with the new ids of the actors and places that it names. */
export function withRenamedEntries(record: Incident, { actors, places }: RenamedEntries): Incident {
  if (actors.size === 0 && places.size === 0) return record
  const claimant = (by: Claimant) => (typeof by === 'string' ? (actors.get(by) ?? by) : by)
  return {
    ...record,
    place: { ...record.place, id: places.get(record.place.id) ?? record.place.id },
    actors: record.actors.map((actor) => ({ ...actor, id: actors.get(actor.id) ?? actor.id })),
    ...(record.casualties && {
      casualties: record.casualties.map((each) => ({ ...each, by: claimant(each.by) })),
    }),
    ...(record.claims && {
      claims: record.claims.map((claim) => ({
        ...claim,
        ...(claim.by !== undefined && { by: claimant(claim.by) }),
        ...(claim.attributedTo !== undefined && { attributedTo: claimant(claim.attributedTo) }),
      })),
    }),
  }
}
