import type { Actor, Place, Translated } from '../../incidents/incident.ts'
import type { RenamedEntries } from '../../incidents/renamedRecord.ts'
import {
  addEntry,
  replaceEntry,
  type GrowingDictionaries,
  type GrowingDictionary,
} from './growingDictionaries.ts'
import type { EntriesToLoad } from './batchBuilder.ts'

/** The entries of a load, by the ids that they have in the base. */
export interface AdoptedEntries extends EntriesToLoad {
  /** From the ids of the files to those of the base, where they differ. */
  renamed: RenamedEntries
}

/**
 * Adds the actors and places of a load to the base, in their order. One with the id of an entry of the base is the same
 * where they share a name and, for a place, lie in the same place; it then replaces that entry. Else nobody says that
 * they are the same: it gets an id of its own. Countries of one ISO code are one.
 */
export function adoptEntries(
  base: Pick<GrowingDictionaries, 'actors' | 'places'>,
  actors: readonly Actor[],
  places: readonly Place[],
): AdoptedEntries {
  const actorIds = idsInBase(actors, base.actors, (actor, known) => sharesName(actor, known))
  const placeIds = placeIdsInBase(places, base.places)
  return {
    actors: adopted(actors, base.actors, actorIds),
    places: adopted(places, base.places, placeIds),
    renamed: { actors: changedIds(actorIds), places: changedIds(placeIds) },
  }
}

/**
 * For each id of the files, that in the base: the id itself, or the first of `id-2`, `id-3`, ... that is of the same
 * entry in the base, or free.
 */
function idsInBase<T extends { id: string }>(
  entries: readonly T[],
  base: { entries: readonly T[]; indexOfId: ReadonlyMap<string, number> },
  isSame: (entry: T, known: T) => boolean,
): Map<string, string> {
  const ids = new Map<string, string>()
  const taken = new Set(entries.map(({ id }) => id))
  const isFor = (entry: T, id: string): boolean => {
    if (id !== entry.id && taken.has(id)) return false
    const known = base.entries[base.indexOfId.get(id) ?? -1]
    return !known || isSame(entry, known)
  }
  for (const entry of entries) {
    let id = entry.id
    for (let next = 2; !isFor(entry, id); next += 1) id = `${entry.id}-${next}`
    taken.add(id)
    ids.set(entry.id, id)
  }
  return ids
}

function placeIdsInBase(places: readonly Place[], base: GrowingDictionary<Place>): Map<string, string> {
  const given = new Map(places.map((place) => [place.id, place]))
  const countries = new Map(
    base.entries.flatMap(({ id, kind, iso }) =>
      kind === 'country' && iso !== undefined ? [[iso.toUpperCase(), id] as const] : [],
    ),
  )
  const countryOf = ({ kind, iso }: Place) =>
    kind === 'country' && iso !== undefined ? countries.get(iso.toUpperCase()) : undefined
  const own = places.filter((place) => countryOf(place) === undefined)
  // Whether two places lie in the same one is told by the chains of their parents, from the outermost inwards.
  const isSame = (place: Place, known: Place, depth = 0): boolean => {
    if (place.kind !== known.kind || !sharesName(place, known)) return false
    if (depth === DEEPEST) return true
    const parent = place.parent === undefined ? undefined : given.get(place.parent)
    const knownParent =
      known.parent === undefined ? undefined : base.entries[base.indexOfId.get(known.parent) ?? -1]
    if (!parent || !knownParent) return parent === knownParent
    return countryOf(parent) === knownParent.id || isSame(parent, knownParent, depth + 1)
  }
  const ids = idsInBase(own, base, (place, known) => isSame(place, known))
  for (const place of places) {
    const country = countryOf(place)
    if (country !== undefined) ids.set(place.id, country)
  }
  return ids
}

/** Places that lie in one another at most: where there are more, they go round in a circle, in both. */
const DEEPEST = 20

/** Whether two entries have a name in common; two without any name are the same too. */
function sharesName(a: { name: Translated }, b: { name: Translated }): boolean {
  const names = new Set<string>(Object.values(a.name))
  const others: string[] = Object.values(b.name)
  return names.size === 0 ? others.length === 0 : others.some((name) => names.has(name))
}

/** Puts the entries into the base with their new ids, which also name their parents. */
function adopted<T extends Actor | Place>(
  entries: readonly T[],
  base: GrowingDictionary<T>,
  ids: ReadonlyMap<string, string>,
): Map<string, T> {
  return new Map(
    entries.map((entry) => {
      const id = ids.get(entry.id) ?? entry.id
      const { parent } = entry
      const own = { ...entry, id, ...(parent !== undefined && { parent: ids.get(parent) ?? parent }) }
      const index = base.indexOfId.get(id)
      if (index === undefined) addEntry(base, own)
      // A country that has another id in the base keeps what the base says of it.
      else if (id === entry.id || !('iso' in entry)) replaceEntry(base, index, own)
      return [id, own]
    }),
  )
}

function changedIds(ids: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...ids].filter(([from, to]) => from !== to))
}
