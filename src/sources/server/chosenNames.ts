import type { FacetId } from '../../incidents/fields.ts'
import { noFilters, type Filters } from '../../query/incidentQuery.ts'
import type { FacetPageRequest } from '../../query/facetPage.ts'
import type { ServedDictionaries } from './servedDictionaries.ts'

/** Most ids that one request asks for. */
const MOST_IDS = 400

/** Sees to it that the entries that filters name by their ids are in the page's dictionaries. */
export interface ChosenNames {
  /** Asks for those that are not known yet, each once. A failure is not told: they are asked for again next time. */
  learn(filters: Filters, signal: AbortSignal): Promise<void>
}

/** @param ask asks for values; what the answer names is in the dictionaries before it resolves */
export function createChosenNames(
  paged: readonly FacetId[],
  served: ServedDictionaries,
  ask: (request: FacetPageRequest, signal: AbortSignal) => Promise<unknown>,
): ChosenNames {
  /** Facet and id of those that the data set may lack. */
  const asked = new Set<string>()
  const learnFacet = async (facet: FacetId, { include, exclude }: Filters[FacetId], signal: AbortSignal) => {
    const unknown = [...include, ...exclude]
      .filter((id) => !served.knows(facet, id) && !asked.has(`${facet} ${id}`))
      .slice(0, MOST_IDS)
    if (unknown.length === 0) return
    await ask({ facet, filters: noFilters, values: { kind: 'ids', ids: unknown } }, signal)
    for (const id of unknown) asked.add(`${facet} ${id}`)
  }
  return {
    async learn(filters, signal) {
      await Promise.allSettled(paged.map((facet) => learnFacet(facet, filters[facet], signal)))
    },
  }
}
