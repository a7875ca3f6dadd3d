import type { Dictionaries } from '../incidents/columns.ts'
import type { Place, Translated } from '../incidents/incident.ts'

/** Looks up the names behind the ids of a record. */
export interface Names {
  /** Name of an actor, or the text itself where it is no id. */
  actor: (idOrName: string) => string
  /** The place and what it lies in, nearest first; [] for an unknown id. */
  places: (id: string) => Place[]
}

export function namesOf({ actors, places }: Dictionaries): Names {
  const actorById = new Map(actors.map((actor) => [actor.id, actor]))
  const placeById = new Map(places.map((place) => [place.id, place]))
  return {
    actor: (id) => plainName(actorById.get(id)?.name) ?? id,
    places(id) {
      const chain: Place[] = []
      // A parent that is already in the chain would make it endless.
      for (
        let place = placeById.get(id);
        place && !chain.includes(place);
        place = placeById.get(place.parent ?? '')
      ) {
        chain.push(place)
      }
      return chain
    },
  }
}

/** English where it exists: a file has one language of names. */
export function plainName(of: Translated | undefined): string | undefined {
  return of?.en ?? of?.fr ?? of?.ar
}
