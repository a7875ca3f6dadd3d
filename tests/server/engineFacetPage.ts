import type { Dictionaries } from '../../src/incidents/columns.ts'
import { fields, type FacetId } from '../../src/incidents/fields.ts'
import { foldWords } from '../../src/incidents/foldText.ts'
import type { FacetCount, FacetPage, FacetPageRequest } from '../../src/query/facetPage.ts'

/** A value that a facet can have. */
interface FacetValue {
  index: number
  id: string
  /** Names and aliases; of a code the code itself. */
  names: string[]
  parent: string | undefined
}

/** All values of a facet, in the order of its dictionary or vocabulary; of countries only the countries. */
function valuesOf(facet: FacetId, { actors, places, publishers, tags }: Dictionaries): FacetValue[] {
  const field = fields[facet]
  switch (field.kind) {
    case 'code':
    case 'codes':
      return field.vocabulary.map((id, index) => ({ index, id, names: [id], parent: undefined }))
    case 'place':
      return places.flatMap(({ id, kind, name, aliases, parent }, index) =>
        field.level === 'country' && kind !== 'country'
          ? []
          : [{ index, id, names: [...Object.values(name), ...aliases], parent }],
      )
    case 'ids':
      switch (field.column) {
        case 'actors':
          return actors.map(({ id, name, aliases, parent }, index) => ({
            index,
            id,
            names: [...Object.values(name), ...aliases],
            parent,
          }))
        case 'publishers':
          return publishers.map(({ id, name }, index) => ({ index, id, names: [name], parent: undefined }))
        case 'tags':
          return tags.map((id, index) => ({ index, id, names: [id], parent: undefined }))
      }
  }
}

/** Whether every word of the search begins a word of the same name. */
function matches(names: readonly string[], search: readonly string[]): boolean {
  return names.some((name) => {
    const words = foldWords(name)
    return search.every((begin) => words.some((word) => word.startsWith(begin)))
  })
}

/**
 * A page of a facet's values.
 * @param counts by value: incidents that pass every filter but the one on the facet
 * @param totals by value: incidents without any filter
 */
export function facetPageOf(
  { facet, values }: FacetPageRequest,
  dictionaries: Dictionaries,
  counts: Uint32Array,
  totals: Uint32Array,
): FacetPage {
  const counted = ({ index }: FacetValue): FacetCount => ({
    index,
    count: counts[index] ?? 0,
    total: totals[index] ?? 0,
  })
  const all = valuesOf(facet, dictionaries)
  if (values.kind === 'ids') {
    const found = values.ids.flatMap((id) => all.find((value) => value.id === id) ?? [])
    return { values: found.map(counted), of: found.length }
  }
  const words = foldWords(values.search)
  const wanted = all
    .filter(
      ({ parent, names }) => (values.within === null || parent === values.within) && matches(names, words),
    )
    .map(counted)
    // Stable, so that ties stay in the order of the dictionary.
    .toSorted((a, b) => b.count - a.count)
  return { values: wanted.slice(values.offset, values.offset + values.limit), of: wanted.length }
}
