import { facetIds, type FacetId } from '../../incidents/fields.ts'
import type { FirstPart, Histogram, IncidentResult } from '../../query/incidentResult.ts'
import type { PlainPart, PlainResult } from '../../query/servedDataset.ts'

/** An answer with plain arrays of numbers, as JSON has them. */
export function plainResult(result: IncidentResult): PlainResult {
  return { ...result, ...plainPart(result), facets: plainFacets(result.facets) }
}

/** The first part of an answer with plain arrays of numbers. */
export function plainPart<Part extends FirstPart>(part: Part): Omit<Part, 'histogram'> & PlainPart {
  return { ...part, histogram: part.histogram && plainHistogram(part.histogram) }
}

function plainHistogram({ starts, certain, uncertain, ...others }: Histogram) {
  return {
    ...others,
    starts: Array.from(starts),
    certain: Array.from(certain),
    uncertain: Array.from(uncertain),
  }
}

/** Counts of facets with plain arrays of numbers. */
export function plainFacets(facets: IncidentResult['facets']): Partial<Record<FacetId, number[]>> {
  const plain: Partial<Record<FacetId, number[]>> = {}
  for (const facet of facetIds) {
    const counts = facets[facet]
    if (counts) plain[facet] = Array.from(counts)
  }
  return plain
}
