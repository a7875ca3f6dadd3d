import { fields, type FacetId } from '../../incidents/fields.ts'
import type { Dictionaries } from '../../incidents/columns.ts'
import { SourceError } from '../../query/incidentSource.ts'
import type { NamedEntries } from '../../query/servedDataset.ts'

/** The dictionaries of a served data set, as far as the page knows them. Its own indices are without gaps. */
export interface ServedDictionaries {
  /** Always the same object; lists that are not whole grow at their ends. */
  dictionaries: Dictionaries
  /** Adds what an answer names. */
  take(named: NamedEntries): void
  /** The page's index for a server's index of a place. @throws SourceError 'malformed' where it has not been named */
  place(index: number): number
  /** The same for a value of a facet. */
  valueOf(facet: FacetId, index: number): number
  /** Whether an entry with this id is known; true for a facet that is not paged, whose entries all are. */
  knows(facet: FacetId, id: string): boolean
  /** How many counts a facet has that is not paged. */
  countsOf(facet: FacetId): number
}

/** One dictionary: its entries, and the page's index of each by the server's. */
interface ServedList<Entry> {
  take(named: readonly [index: number, entry: Entry][]): void
  indexOf(served: number): number
  knows(id: string): boolean
}

/**
 * @param dictionaries whole ones in the order of the server; empty ones of paged facets
 * @param paged facets whose dictionaries are not whole
 */
export function createServedDictionaries(
  dictionaries: Dictionaries,
  paged: readonly FacetId[],
): ServedDictionaries {
  const isWhole = (...facets: FacetId[]) => !facets.some((facet) => paged.includes(facet))
  const lists = {
    actors: servedList('actors', dictionaries.actors, isWhole('actor')),
    places: servedList('places', dictionaries.places, isWhole('place', 'country')),
    publishers: servedList('publishers', dictionaries.publishers, isWhole('publisher')),
    tags: servedList('tags', dictionaries.tags, isWhole('tag')),
  }
  return {
    dictionaries,
    take({ actors, places, publishers, tags }) {
      lists.actors.take(actors)
      lists.places.take(places)
      lists.publishers.take(publishers)
      lists.tags.take(tags)
    },
    place: lists.places.indexOf,
    valueOf(facet, index) {
      const field = fields[facet]
      if (field.kind === 'place') return lists.places.indexOf(index)
      if (field.kind === 'ids') return lists[field.column].indexOf(index)
      if (index >= field.vocabulary.length) throw notNamed(facet, index)
      return index
    },
    knows(facet, id) {
      const field = fields[facet]
      if (!paged.includes(facet)) return true
      if (field.kind === 'place') return lists.places.knows(id)
      return field.kind !== 'ids' || lists[field.column].knows(id)
    },
    countsOf(facet) {
      const field = fields[facet]
      if (field.kind === 'place') return dictionaries.places.length
      return field.kind === 'ids' ? dictionaries[field.column].length : field.vocabulary.length
    },
  }
}

function servedList<Entry extends string | { id: string }>(
  name: string,
  entries: Entry[],
  isWhole: boolean,
): ServedList<Entry> {
  const indices = new Map(entries.map((_, index) => [index, index]))
  const ids = new Set<string>()
  return {
    take(named) {
      for (const [served, entry] of named) {
        if (indices.has(served)) continue
        if (isWhole) throw notNamed(name, served)
        indices.set(served, entries.length)
        entries.push(entry)
        ids.add(typeof entry === 'string' ? entry : entry.id)
      }
    },
    indexOf(served) {
      const index = indices.get(served)
      if (index === undefined) throw notNamed(name, served)
      return index
    },
    knows: (id) => ids.has(id),
  }
}

function notNamed(list: string, index: number): SourceError {
  return new SourceError('malformed', `${list} has no entry ${index}`)
}
