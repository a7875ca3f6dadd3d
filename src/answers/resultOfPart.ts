import type { IncidentQuery } from '../query/incidentQuery.ts'
import type { FirstPart, IncidentResult } from '../query/incidentResult.ts'

/**
 * The first part of an answer as a result that views can show: facets, list and open incident stay as they are until
 * the rest comes. What refers from them into the new cells is left out.
 * @param query the one that the part answers
 * @param before the result that is shown; null where the part is the first of all: no facet is counted then, and no row of the list is loaded
 */
export function resultOfPart(
  part: FirstPart,
  query: IncidentQuery,
  before: IncidentResult | null,
): IncidentResult {
  const isStillOpen = query.open !== null && before?.open?.summary?.id === query.open
  return {
    ...part,
    facets: before?.facets ?? {},
    list: before?.list ?? { total: part.total, offset: query.list.offset, rows: [] },
    drawnIn: { open: null, rows: [] },
    open: isStillOpen ? before.open : null,
  }
}
