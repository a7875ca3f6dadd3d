import { facetIds } from '../incidents/fields.ts'
import type { IncidentQuery } from '../query/incidentQuery.ts'
import type { Screen } from './screen.ts'
import type { View } from './view.ts'

/** The query whose result shows the view on this screen. */
export function toQuery(view: View, screen: Screen): IncidentQuery {
  return {
    filters: view.filters,
    // In the order of the table and without duplicates, so that equal sets of facets give equal query keys.
    facets: facetIds.filter((facet) => screen.facets.includes(facet)),
    map: screen.map && { bounds: screen.map.bounds, zoom: screen.map.zoom, mode: view.show },
    bins: screen.timeline && { unit: screen.timeline.unit, span: screen.timeline.span },
    list: { ...screen.list, within: screen.selectedCell?.bounds ?? null },
    open: view.incident,
  }
}
