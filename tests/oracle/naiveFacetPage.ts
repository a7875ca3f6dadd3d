import * as fc from 'fast-check'
import type { FacetPage, FacetPageRequest } from '../../src/query/facetPage.ts'
import { noFilters } from '../../src/query/incidentQuery.ts'
import { anyFilters, everything } from './anyQuery.ts'
import { naiveAnswer } from './naiveAnswer.ts'
import { actors, places, publishers, tags, type PlainIncident } from './plainIncident.ts'

/** The facets whose values are of a dictionary. */
type PagedFacet = 'actor' | 'publisher' | 'tag' | 'place' | 'country'

interface PlainEntry {
  id: string
  names: readonly string[]
  parent?: string | undefined
  isCountry?: boolean
}

const named = ({ id, name, aliases, parent }: (typeof actors | typeof places)[number]): PlainEntry => ({
  id,
  names: [...Object.values(name), ...aliases],
  parent,
})

const entriesOf: Readonly<Record<PagedFacet, readonly PlainEntry[]>> = {
  actor: actors.map(named),
  publisher: publishers.map(({ id, name, domain }) => ({ id, names: [name, domain ?? ''] })),
  tag: tags.map((id) => ({ id, names: [id] })),
  place: places.map(named),
  country: places.map((place) => ({ ...named(place), isCountry: place.kind === 'country' })),
}

/** A request for a page of any facet of a dictionary. */
export const anyFacetPage: fc.Arbitrary<FacetPageRequest & { facet: PagedFacet }> = fc.record({
  facet: fc.constantFrom<PagedFacet>('actor', 'publisher', 'tag', 'place', 'country'),
  filters: anyFilters,
  values: fc.oneof(
    fc.record({
      kind: fc.constant('top' as const),
      search: fc.constantFrom(
        '',
        '',
        'the',
        'THE pol',
        'sec gen',
        'شرط',
        'حار',
        'wav ex',
        'r',
        'i',
        'none',
        "o'",
      ),
      within: fc.constantFrom(null, null, null, 'idlib', 'sy', 'lb', "'"),
      offset: fc.nat(5),
      limit: fc.integer({ min: 1, max: 10 }),
    }),
    fc.record({
      kind: fc.constant('ids' as const),
      ids: fc.subarray(['police', 'nobody', 'paper', 'raid', 'idlib', 'sea', 'sy', 'lb', 'unknown', "'"]),
    }),
  ),
})

/** The page by a plain look at each row and each entry. */
export function naiveFacetPage(
  rows: readonly PlainIncident[],
  { facet, filters, values }: FacetPageRequest & { facet: PagedFacet },
): FacetPage {
  const countsWith = (asked: typeof filters) =>
    naiveAnswer(rows, { ...everything, map: null, facets: [facet], filters: asked }).facets[facet]
  const [counts, totals] = [countsWith(filters), countsWith(noFilters)]
  const counted = entriesOf[facet]
    .map((entry, index) => ({ entry, index, count: counts?.[index] ?? 0, total: totals?.[index] ?? 0 }))
    .filter(({ entry }) => entry.isCountry !== false)
  const page = (found: typeof counted) => found.map(({ index, count, total }) => ({ index, count, total }))
  if (values.kind === 'ids') {
    const found = values.ids.flatMap((id) => counted.filter(({ entry }) => entry.id === id))
    return { values: page(found), of: found.length }
  }
  const { search, within, offset, limit } = values
  const found = counted.filter(
    ({ entry }) => isFound(entry, search) && (within === null || entry.parent === within),
  )
  const sorted = found.toSorted((a, b) => b.count - a.count || a.index - b.index)
  return { values: page(sorted.slice(offset, offset + limit)), of: found.length }
}

/** Whether each word of the search begins a word of the same name, with the Arabic article or without it. */
function isFound({ names }: PlainEntry, search: string): boolean {
  const wordsOf = (text: string) =>
    text
      .toLowerCase()
      .replaceAll("'", '')
      .split(/[\s.-]+/)
      .filter(Boolean)
  const wanted = wordsOf(search)
  if (wanted.length === 0) return true
  return names.some((name) =>
    wanted.every((word) =>
      wordsOf(name).some((said) => said.startsWith(word) || said.startsWith(`ال${word}`)),
    ),
  )
}
