import type { Incident } from '../../incidents/incident.ts'
import type { Filters } from '../../query/incidentQuery.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { WHOLE_DICTIONARY, type NamedEntries } from '../../query/servedDataset.ts'
import type { EntryKind } from '../tables.ts'
import type { BaseDictionaries, EntryOf } from './dictionary.ts'

/** The entries that an answer names, by index and by id. */
export interface Mentions {
  indices: Readonly<Record<EntryKind, Set<number>>>
  ids: Readonly<Record<EntryKind, Set<string>>>
}

export function noMentions(): Mentions {
  const of = <T>() => ({
    actors: new Set<T>(),
    places: new Set<T>(),
    publishers: new Set<T>(),
    tags: new Set<T>(),
  })
  return { indices: of<number>(), ids: of<string>() }
}

/** Adds the ids that filters choose. */
export function mentionFilters({ ids }: Mentions, { actor, country, place, publisher, tag }: Filters): void {
  const add = (kind: EntryKind, chosen: { include: readonly string[]; exclude: readonly string[] }) => {
    for (const id of [...chosen.include, ...chosen.exclude]) ids[kind].add(id)
  }
  add('actors', actor)
  add('places', country)
  add('places', place)
  add('publishers', publisher)
  add('tags', tag)
}

/** Adds the place, the actors and the claimants of a record; a claimant may be the id of an actor or a name. */
export function mentionRecord({ ids }: Mentions, { place, actors, casualties, claims }: Incident): void {
  ids.places.add(place.id)
  for (const { id } of actors) ids.actors.add(id)
  for (const { by } of casualties ?? []) if (typeof by === 'string') ids.actors.add(by)
  for (const { by, attributedTo } of claims ?? [])
    for (const who of [by, attributedTo]) if (typeof who === 'string') ids.actors.add(who)
}

/** How many entries each dictionary has. */
export type DictionarySizes = Readonly<Record<EntryKind, number>>

/** Whether a dictionary is sent whole with the description. */
export function isWhole(sizes: DictionarySizes, kind: EntryKind): boolean {
  return sizes[kind] <= WHOLE_DICTIONARY
}

/**
 * The entries that an answer names, ascending by index, with all that these lie in or belong to. Dictionaries that are
 * sent whole with the description are left out.
 */
export async function namedEntries(
  dictionaries: BaseDictionaries,
  sizes: DictionarySizes,
  mentions: Mentions,
  options: Abortable = {},
): Promise<NamedEntries> {
  const named = async <Kind extends EntryKind>(kind: Kind): Promise<[number, EntryOf[Kind]][]> => {
    if (isWhole(sizes, kind)) return []
    const entries = await entriesWithin(
      dictionaries,
      kind,
      mentions.indices[kind],
      mentions.ids[kind],
      options,
    )
    return [...entries].toSorted(([a], [b]) => a - b)
  }
  const [actors, places, publishers, tags] = await Promise.all([
    named('actors'),
    named('places'),
    named('publishers'),
    named('tags'),
  ])
  return { actors, places, publishers, tags }
}

/** Levels of parents above an entry at most: each is a statement, and hostile data may have any number of them. */
const MOST_LEVELS = 20

/** Entries by index, with their parents, the parents of these, and so on. */
export async function entriesWithin<Kind extends EntryKind>(
  dictionaries: BaseDictionaries,
  kind: Kind,
  indices: Iterable<number>,
  ids: Iterable<string>,
  options: Abortable = {},
): Promise<Map<number, EntryOf[Kind]>> {
  const entries = new Map<number, EntryOf[Kind]>()
  const asked = new Set<string>()
  let wanted = new Set(indices)
  let parents = [...ids]
  for (let level = 0; level < MOST_LEVELS && (wanted.size > 0 || parents.length > 0); level += 1) {
    for (const id of parents) asked.add(id)
    const found = await dictionaries.indicesOf(kind, parents, options)
    for (const index of found.values()) wanted.add(index)
    const unknown = [...wanted].filter((index) => !entries.has(index))
    const read = await dictionaries.entriesAt(kind, unknown, options)
    for (const [index, entry] of read) entries.set(index, entry)
    parents = [...read.values()].flatMap((entry) => {
      const parent = parentOf(entry)
      return parent === undefined || asked.has(parent) ? [] : [parent]
    })
    wanted = new Set()
  }
  return entries
}

function parentOf(entry: EntryOf[EntryKind]): string | undefined {
  return typeof entry === 'object' && 'parent' in entry ? entry.parent : undefined
}
