import { facetIds, type FacetId } from '../../incidents/fields.ts'
import type { FirstPart, IncidentResult, IncidentSummary } from '../../query/incidentResult.ts'
import { SourceError } from '../../query/incidentSource.ts'
import type { ReadPart, ReadResult, ReadSummary } from '../../served/answerShapes.ts'
import type { ServedDictionaries } from './servedDictionaries.ts'

/* Answers of a server as the page has them: its own indices, and typed arrays. Each throws a SourceError 'malformed'. */

/** @param served after it has taken what the answer names, as in the functions below */
export function localPart(
  { histogram, cells, undrawn, ...others }: ReadPart,
  served: ServedDictionaries,
): FirstPart {
  return {
    ...others,
    histogram: histogram && {
      ...histogram,
      starts: Int32Array.from(histogram.starts),
      certain: Uint32Array.from(histogram.certain),
      uncertain: Uint32Array.from(histogram.uncertain),
    },
    cells:
      cells &&
      cells.map((cell) => ({
        ...cell,
        place: cell.place === undefined ? undefined : served.place(cell.place),
      })),
    undrawn: undrawn.map((each) => ({
      ...each,
      country: each.country === null ? null : served.place(each.country),
    })),
  }
}

export function localResult(
  { facets, drawnIn, list, open, ...part }: ReadResult,
  served: ServedDictionaries,
): IncidentResult {
  return {
    ...localPart(part, served),
    facets: localCounts(facets, served),
    drawnIn,
    list: { ...list, rows: list.rows.map((row) => localSummary(row, served)) },
    open: open && { ...open, summary: open.summary && localSummary(open.summary, served) },
  }
}

export function localSummary(summary: ReadSummary, served: ServedDictionaries): IncidentSummary {
  return { ...summary, place: served.place(summary.place) }
}

/** @param counts by facet; each with one count for each value of its vocabulary or dictionary */
export function localCounts(
  counts: Partial<Record<FacetId, number[]>>,
  served: ServedDictionaries,
): Partial<Record<FacetId, Uint32Array>> {
  const local: Partial<Record<FacetId, Uint32Array>> = {}
  for (const facet of facetIds) {
    const ofFacet = counts[facet]
    if (!ofFacet) continue
    if (ofFacet.length !== served.countsOf(facet))
      throw new SourceError('malformed', `${facet} has ${ofFacet.length} counts`)
    local[facet] = Uint32Array.from(ofFacet)
  }
  return local
}
