import type { CalendarUnit, DaySpan } from '../incidents/day.ts'
import type { FacetId } from '../incidents/fields.ts'
import type { Bounds } from '../incidents/place.ts'
import type { ListOrder } from '../query/incidentQuery.ts'

/** Where several incidents stand so close that only a list can tell them apart: one cell of the map. */
export interface SelectedCell {
  bounds: Bounds
  /** How many it held when it was opened. */
  count: number
  /** Index into the dictionaries' places, where they all name the same one. */
  place: number | null
}

/** What this screen happens to show of the view: never in the link. */
export interface Screen {
  /** The facets whose counts somebody sees, one entry for each that looks. */
  facets: readonly FacetId[]
  /** null until the map is there. */
  map: { bounds: Bounds; zoom: number } | null
  /** Days on the time axis, and the unit of its bins; null until the timeline is there. */
  timeline: { span: DaySpan; unit: CalendarUnit } | null
  list: { order: ListOrder; offset: number; limit: number }
  selectedCell: SelectedCell | null
  /** Id of the incident under the pointer or the focus, in list or map. */
  hover: string | null
  /** The next drag on the map draws the area to filter by. */
  drawing: boolean
}

export const emptyScreen: Screen = {
  facets: [],
  map: null,
  timeline: null,
  list: { order: 'newest', offset: 0, limit: 60 },
  selectedCell: null,
  hover: null,
  drawing: false,
}
