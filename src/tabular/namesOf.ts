import type { Dictionaries } from '../incidents/columns.ts'
import type { Actor, Claimant, Place, Translated } from '../incidents/incident.ts'
import { placeChain, placeIndex } from '../incidents/placeChains.ts'

/** Looks up the names behind the ids of a record, each in one language: see plainName. */
export interface Names {
  /** Name of the actor with this id; the text itself where no actor has it. */
  actor: (idOrName: string) => string
  /** The actor with this id. */
  actorEntry: (id: string) => Actor | undefined
  /** Name of a claimant, which may be an actor's id. */
  speaker: (who: Claimant) => string
  /** The place with this id, its region and its country, nearest first; [] for an unknown id. */
  places: (id: string) => Place[]
}

/** Looks names up in the dictionaries of a data set. */
export function namesOf({ actors, places }: Pick<Dictionaries, 'actors' | 'places'>): Names {
  const actorById = new Map(actors.map((actor) => [actor.id, actor]))
  const index = placeIndex(places)
  const actor = (id: string) => plainName(actorById.get(id)?.name) ?? id
  return {
    actor,
    actorEntry: (id) => actorById.get(id),
    speaker: (who) => (typeof who === 'string' ? actor(who) : (plainName(who) ?? '')),
    places(id) {
      const from = index.get(id)
      return from === undefined ? [] : placeChain(places, index, from).flatMap((at) => places[at] ?? [])
    },
  }
}

/** English where it exists, else French, else Arabic: an exported file has each name in one language. */
export function plainName(of: Translated | undefined): string | undefined {
  return of?.en ?? of?.fr ?? of?.ar
}
