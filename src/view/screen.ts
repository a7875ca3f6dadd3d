import type { CalendarUnit, DaySpan } from '../incidents/day.ts'
import type { FacetId } from '../incidents/fields.ts'
import type { Bounds } from '../incidents/place.ts'
import type { ListOrder } from '../query/incidentQuery.ts'

/** A cell of the map whose incidents are so close together that the list shows them in its stead. */
export interface SelectedCell {
  bounds: Bounds
  /** How many incidents it had when it was selected. */
  count: number
  /** Index into `Dictionaries.places`; null where its incidents name different places. */
  place: number | null
}

/** What depends on this screen and is not part of a link, unlike the View. */
export interface Screen {
  /** The facets whose counts are on screen; an id occurs once for each component that shows it. */
  facets: readonly FacetId[]
  /** The visible area and the zoom of web maps; null until the map is loaded. */
  map: { bounds: Bounds; zoom: number } | null
  /** The days of the time axis and the unit of its time bins; null until the timeline is mounted. */
  timeline: { span: DaySpan; unit: CalendarUnit } | null
  /** The page of the list that is wanted, as in IncidentQuery. */
  list: { order: ListOrder; offset: number; limit: number }
  /** null: the list shows all results. */
  selectedCell: SelectedCell | null
  /** Id of the incident under the pointer or with the focus, in the list or on the map. */
  hover: string | null
  /** Whether the next drag on the map draws the area to filter by. */
  drawing: boolean
}

/** The screen before anything is mounted. */
export const emptyScreen: Screen = {
  facets: [],
  map: null,
  timeline: null,
  list: { order: 'newest', offset: 0, limit: 60 },
  selectedCell: null,
  hover: null,
  drawing: false,
}
