import type { Claimant, Incident } from '../../incidents/incident.ts'
import type { Language } from '../../incidents/vocabulary.ts'
import type { OwnRecord, RowIncident } from '../rowIncident.ts'
import type { ActorRegistry } from './actorRegistry.ts'
import type { PlaceRegistry } from './placeRegistry.ts'

/**
 * A whole record of a file of this program, with the ids that its actors and places have in the data set.
 * @param id unique in the data set
 * @param lang language in which an id stands for a name that the file lacks
 * @param position of the row: it may have been corrected
 */
export function adoptRecord(
  { incident, entries }: OwnRecord,
  { id, lang, position }: { id: string; lang: Language; position: RowIncident['place']['position'] },
  { actors, places }: { actors: ActorRegistry; places: PlaceRegistry },
): { incident: Incident; iso: string | undefined } {
  const actorIds = new Map<string, string>()
  const byId = new Map(entries.actors.map((actor) => [actor.id, actor]))
  const idOfActor = (own: string) => {
    const known = actorIds.get(own) ?? actors.adopt(own, byId, lang)
    actorIds.set(own, known)
    return known
  }
  /** A claimant may be a name: only those that the file lists are actors. */
  const claimant = <T extends Claimant | undefined>(by: T) =>
    typeof by === 'string' && byId.has(by) ? idOfActor(by) : by
  const { casualties, claims } = incident
  return {
    incident: {
      ...incident,
      id,
      place: {
        id: places.adopt(incident.place.id, new Map(entries.places.map((each) => [each.id, each])), lang),
        ...(position && { lng: position[0], lat: position[1] }),
        precision: incident.place.precision,
      },
      actors: incident.actors.map((actor) => ({ ...actor, id: idOfActor(actor.id) })),
      ...(casualties && { casualties: casualties.map((each) => ({ ...each, by: claimant(each.by) })) }),
      ...(claims && {
        claims: claims.map((each) => ({
          ...each,
          ...(each.by !== undefined && { by: claimant(each.by) }),
          ...(each.attributedTo !== undefined && { attributedTo: claimant(each.attributedTo) }),
        })),
      }),
    },
    iso: entries.places.find(({ kind }) => kind === 'country')?.iso,
  }
}
