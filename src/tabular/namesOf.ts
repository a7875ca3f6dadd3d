import type { Dictionaries } from '../incidents/columns.ts'
import type { Actor, Claimant, Place, Translated } from '../incidents/incident.ts'
import { placeChain } from '../incidents/placeChains.ts'

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

/** Looks names up in the dictionaries of a data set, whose lists may grow at their ends. */
export function namesOf({ actors, places }: Pick<Dictionaries, 'actors' | 'places'>): Names {
  const indexOfActor = growingIndex(actors)
  const indexOfPlace = growingIndex(places)
  const actorEntry = (id: string) => actors[indexOfActor().get(id) ?? -1]
  const actor = (id: string) => plainName(actorEntry(id)?.name) ?? id
  return {
    actor,
    actorEntry,
    speaker: (who) => (typeof who === 'string' ? actor(who) : (plainName(who) ?? '')),
    places(id) {
      const index = indexOfPlace()
      const from = index.get(id)
      return from === undefined ? [] : placeChain(places, index, from).flatMap((at) => places[at] ?? [])
    },
  }
}

/** The index of each entry by its id, with what has been added to the list since the last call. */
function growingIndex(entries: readonly { id: string }[]): () => ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  let done = 0
  return () => {
    for (; done < entries.length; done += 1) {
      const id = entries[done]?.id
      if (id !== undefined) index.set(id, done)
    }
    return index
  }
}

/** English where it exists, else French, else Arabic: an exported file has each name in one language. */
export function plainName(of: Translated | undefined): string | undefined {
  return of?.en ?? of?.fr ?? of?.ar
}
