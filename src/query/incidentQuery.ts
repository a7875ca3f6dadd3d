import type { Day, CalendarUnit, DaySpan } from '../incidents/day.ts'
import type { Bounds } from '../incidents/place.ts'
import { byFacet, type FacetId, type Field, type FieldId, type Fields } from '../incidents/fields.ts'

/** A filter by ids: an incident must have any of `include` and none of `exclude`. Both empty: no filter. */
export interface Choice<Id extends string = string> {
  include: readonly Id[]
  exclude: readonly Id[]
}

/** A range of days, both ends inclusive. null: that end is open; both null: no filter. */
export interface DayRange {
  from: Day | null
  to: Day | null
}

/** A range of whole numbers, both ends inclusive. null: that end is open; both null: no filter. */
export interface NumberRange {
  min: number | null
  max: number | null
}

/** The types of the filters that are not a choice of ids, by the kind of the field. */
interface FilterOfKind {
  days: DayRange
  numbers: NumberRange
  /** '' is no filter. */
  text: string
  /** null is no filter. */
  area: Bounds | null
}

/**
 * The type of a field's filter: by its kind, or else a choice of ids; with `all` where the field allows it, and of the
 * ids of its vocabulary where it has one.
 */
type FilterOf<F extends Field> = F extends { kind: infer Kind extends keyof FilterOfKind }
  ? FilterOfKind[Kind]
  : F extends { allOf: true }
    ? Choice & { all: boolean }
    : F extends { vocabulary: readonly (infer Id extends string)[] }
      ? Choice<Id>
      : Choice

/**
 * One filter for each field. An incident passes if it passes all of them:
 *
 * - `days`: the days on which it may have happened (widened by its time precision) and the range have a day in common.
 * - a choice of ids: it has any of the included ids (with `all`, every one of them) and none of the excluded ids. An id
 *   that the data set lacks matches no incident. A region or country matches the incidents at all places inside it.
 * - `fatalities`: its toll of dead (`min` to `max`; without upper end for "at least") and the range have a number in
 *   common. An incident for which no claimant gives a number does not pass; `IncidentResult.unnumbered` counts these.
 * - `text`: it matches the search, or cites the URL, that `readSearch` reads from the text.
 * - `area`: its position lies in the area. One that is known only to its country, or has no position, lies in none.
 */
export type Filters = { [Id in FieldId]: FilterOf<Fields[Id]> }

const anything = { include: [], exclude: [] } as const

/** The filters that every incident passes. */
export const noFilters: Filters = {
  ...byFacet(() => anything),
  days: { from: null, to: null },
  text: '',
  actor: { ...anything, all: false },
  fatalities: { min: null, max: null },
  area: null,
}

/** Whether the filter of the field asks for anything. */
export function isFiltered(filters: Filters, field: FieldId): boolean {
  switch (field) {
    case 'days':
      return filters.days.from !== null || filters.days.to !== null
    case 'fatalities':
      return filters.fatalities.min !== null || filters.fatalities.max !== null
    case 'text':
      return filters.text.trim() !== ''
    case 'area':
      return filters.area !== null
    default:
      return filters[field].include.length > 0 || filters[field].exclude.length > 0
  }
}

/** Order of the list: by the stated first day, or by the number of dead. */
export type ListOrder = 'newest' | 'oldest' | 'deadliest'

/** How the map draws incidents: merged into cells, as single points, or as a heat map. */
export type MapMode = 'cells' | 'points' | 'heat'

/** What is asked of a data set: which incidents, and which parts of the answer about them. */
export interface IncidentQuery {
  filters: Filters
  /** The facets whose values are to be counted: those that are on screen. */
  facets: readonly FacetId[]
  /** What the map shows; null: no cells are wanted. */
  map: {
    /** The visible area; cells are given for it and for a margin around it. */
    bounds: Bounds
    /** Zoom of web maps: the world is 512 * 2^zoom CSS pixels wide. */
    zoom: number
    /** `cells` merges incidents that are near each other on screen; `points` and `heat` only those within a few pixels. */
    mode: MapMode
  } | null
  /** The time bins: from the unit that contains `span.from` to the one that contains `span.to`; null: none are wanted. */
  bins: { unit: CalendarUnit; span: DaySpan } | null
  /** The page of the list: `limit` rows from row `offset` (from 0) on. */
  list: {
    order: ListOrder
    offset: number
    limit: number
    /** Lists only incidents with a position in these bounds: those of one cell. Changes no count. */
    within: Bounds | null
  }
  /** Id of the open incident, whose state among the results is wanted; null: none is open. */
  open: string | null
}

/** A text that identifies a query: equal queries have equal keys. */
export function queryKey(query: IncidentQuery): string {
  return JSON.stringify(query)
}
