import type { Dictionaries } from '../incidents/columns.ts'
import type { Claimant, Place, Translated } from '../incidents/incident.ts'
import { placeChain, placeIndex } from '../incidents/placeChains.ts'

/** Looks up the names behind the ids of a record. */
export interface Names {
  /** Name of an actor, or the text itself where it is no id. */
  actor: (idOrName: string) => string
  /** Name of who speaks. */
  speaker: (who: Claimant) => string
  /** The place and what it lies in, nearest first; [] for an unknown id. */
  places: (id: string) => Place[]
}

export function namesOf({ actors, places }: Dictionaries): Names {
  const actorById = new Map(actors.map((actor) => [actor.id, actor]))
  const index = placeIndex(places)
  const actor = (id: string) => plainName(actorById.get(id)?.name) ?? id
  return {
    actor,
    speaker: (who) => (typeof who === 'string' ? actor(who) : (plainName(who) ?? '')),
    places(id) {
      const from = index.get(id)
      return from === undefined ? [] : placeChain(places, index, from).flatMap((at) => places[at] ?? [])
    },
  }
}

/** English where it exists: a file has one language of names. */
export function plainName(of: Translated | undefined): string | undefined {
  return of?.en ?? of?.fr ?? of?.ar
}
