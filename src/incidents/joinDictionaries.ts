import type { Dictionaries, IdsColumnName } from './columns.ts'
import type { Place, Publisher } from './incident.ts'
import { unnamedPlace } from './unnamedPlace.ts'

/** Dictionaries of two data sets as one, and where the entries of the second are in it. */
export interface JoinedDictionaries {
  dictionaries: Dictionaries
  /** By index of the second data set, the index in `dictionaries`. */
  indexOf: Record<IdsColumnName | 'places', Uint32Array>
  /** Ids of the second data set that stand for something else in the first, and what they are called instead. */
  renamed: Record<'actors' | 'places', ReadonlyMap<string, string>>
}

/**
 * Joins dictionaries. Countries with the same ISO code are one, as are publishers of the same name, and equal tags. That
 * two actors or two other places of the same name are the same is not known: each stays on its own.
 */
export function joinDictionaries(first: Dictionaries, second: Dictionaries): JoinedDictionaries {
  const places = joinPlaces(first.places, second.places)
  const actors = renamedIds(first.actors, second.actors)
  const publishers = joinPublishers(first.publishers, second.publishers)
  const tags = union(first.tags, second.tags, (tag) => tag)
  const nameOf = (id: string) => actors.get(id) ?? id
  return {
    dictionaries: {
      actors: [
        ...first.actors,
        ...second.actors.map((actor) => ({
          ...actor,
          id: nameOf(actor.id),
          ...(actor.parent !== undefined && { parent: nameOf(actor.parent) }),
        })),
      ],
      places: places.entries,
      publishers: publishers.entries,
      tags: tags.entries,
    },
    indexOf: {
      actors: Uint32Array.from(second.actors, (_, at) => first.actors.length + at),
      places: places.indexOf,
      publishers: publishers.indexOf,
      tags: tags.indexOf,
    },
    renamed: { actors, places: places.renamed },
  }
}

/** For each id of the second list that the first has too, an id that neither has. */
export function renamedIds(
  first: Iterable<{ id: string }>,
  second: readonly { id: string }[],
): Map<string, string> {
  const taken = new Set<string>()
  for (const { id } of first) taken.add(id)
  const clashing = second.filter(({ id }) => taken.has(id))
  for (const { id } of second) taken.add(id)
  const renamed = new Map<string, string>()
  for (const { id } of clashing) {
    let free = `own-${id}`
    for (let next = 2; taken.has(free); next += 1) free = `own-${next}-${id}`
    taken.add(free)
    renamed.set(id, free)
  }
  return renamed
}

interface Union<T> {
  entries: T[]
  indexOf: Uint32Array
}

function union<T>(first: readonly T[], second: readonly T[], keyOf: (entry: T) => string): Union<T> {
  const entries = [...first]
  const known = new Map(first.map((entry, at) => [keyOf(entry), at]))
  const indexOf = Uint32Array.from(second, (entry) => {
    const at = known.get(keyOf(entry)) ?? entries.push(entry) - 1
    known.set(keyOf(entry), at)
    return at
  })
  return { entries, indexOf }
}

/** The id of a publisher is made from its name, and two names may make the same one. */
function joinPublishers(first: readonly Publisher[], second: readonly Publisher[]): Union<Publisher> {
  const names = new Set(first.map(({ name }) => name))
  const renamed = renamedIds(
    first,
    second.filter(({ name }) => !names.has(name)),
  )
  const apart = second.map((publisher) =>
    names.has(publisher.name) ? publisher : { ...publisher, id: renamed.get(publisher.id) ?? publisher.id },
  )
  return union(first, apart, ({ name }) => name)
}

function joinPlaces(
  first: readonly Place[],
  second: readonly Place[],
): Union<Place> & { renamed: Map<string, string> } {
  const entries = [...first]
  const same = new Map<string, number>()
  for (const [at, place] of first.entries()) {
    const key = sameness(place)
    if (key !== undefined) same.set(key, at)
  }
  const knownAt = (place: Place) => same.get(sameness(place) ?? '')
  const renamed = renamedIds(
    first,
    second.filter((place) => knownAt(place) === undefined),
  )
  for (const place of second) {
    const known = first[knownAt(place) ?? -1]
    if (known && known.id !== place.id) renamed.set(place.id, known.id)
  }
  const nameOf = (id: string) => renamed.get(id) ?? id
  const indexOf = Uint32Array.from(second, (place) => {
    const { id, parent } = place
    return (
      knownAt(place) ??
      entries.push({ ...place, id: nameOf(id), ...(parent !== undefined && { parent: nameOf(parent) }) }) - 1
    )
  })
  return { entries, indexOf, renamed }
}

/** Equal for places that are the same for certain; undefined where that cannot be known. */
function sameness({ id, kind, iso }: Place): string | undefined {
  if (id === unnamedPlace.id) return id
  return kind === 'country' && iso !== undefined ? `country ${iso.toUpperCase()}` : undefined
}
