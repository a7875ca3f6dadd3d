import { facetIds } from '../incidents/fields.ts'
import type { IncidentQuery } from '../query/incidentQuery.ts'
import type { Screen } from './screen.ts'
import type { View } from './view.ts'

/** The question whose answer fills the screen. */
export function toQuery(view: View, screen: Screen): IncidentQuery {
  return {
    filters: view.filters,
    // In one order, so that the same facets are the same question.
    facets: facetIds.filter((facet) => screen.facets.includes(facet)),
    map: screen.map && { bounds: screen.map.bounds, zoom: screen.map.zoom, mode: view.show },
    bins: screen.timeline && { unit: screen.timeline.unit, span: screen.timeline.span },
    list: { ...screen.list, within: screen.selectedCell?.bounds ?? null },
    open: view.incident,
  }
}
