import type { Day, CalendarUnit, DaySpan } from '../incidents/day.ts'
import type { Bounds } from '../incidents/place.ts'
import { byFacet, type FacetId, type Field, type FieldId, type Fields } from '../incidents/fields.ts'

/** Ids of which any must match, and ids of which none may. Both empty: no filter. */
export interface Choice<Id extends string = string> {
  include: readonly Id[]
  exclude: readonly Id[]
}

/** Either end may be open; both open: no filter. */
export interface DayRange {
  from: Day | null
  to: Day | null
}

/** Inclusive; either end may be open, both open: no filter. */
export interface NumberRange {
  min: number | null
  max: number | null
}

/** What is asked of a field of each kind, where it is no choice. */
interface FilterOfKind {
  days: DayRange
  numbers: NumberRange
  /** '' is no filter. */
  text: string
  /** null is no filter. */
  area: Bounds | null
}

type FilterOf<F extends Field> = F extends { kind: infer Kind extends keyof FilterOfKind }
  ? FilterOfKind[Kind]
  : F extends { allOf: true }
    ? Choice & { all: boolean }
    : F extends { vocabulary: readonly (infer Id extends string)[] }
      ? Choice<Id>
      : Choice

/**
 * What is asked of the incidents; an incident passes when it passes the filter of every field.
 *
 * - `days`: a day on which it may have happened lies in the range.
 * - a choice: it has any of the included ids (with `all`, each of them) and none of the excluded. An id that the data
 *   set lacks matches nothing as an include, and everything as an exclude. A region or country holds what lies in it.
 * - `fatalities`: what the claimants give (least to most; open upwards for "at least") meets the range. Where no one
 *   gives a number, it does not pass; `unnumbered` of the result counts those.
 * - `text`: search text, or a source's address.
 * - `area`: its position lies in the area; an incident known only to its country has none.
 */
export type Filters = { [Id in FieldId]: FilterOf<Fields[Id]> }

const anything = { include: [], exclude: [] } as const

export const noFilters: Filters = {
  ...byFacet(() => anything),
  days: { from: null, to: null },
  text: '',
  actor: { ...anything, all: false },
  fatalities: { min: null, max: null },
  area: null,
}

/** Whether the field is filtered at all. */
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

export type ListOrder = 'newest' | 'oldest' | 'deadliest'
export type MapMode = 'cells' | 'points' | 'heat'

export interface IncidentQuery {
  filters: Filters
  /** The facets whose values are to be counted: those that somebody sees. */
  facets: readonly FacetId[]
  map: {
    /** What is visible; cells are given for it and a margin around it. */
    bounds: Bounds
    /** Web map zoom: the world is 512 · 2^zoom pixels wide. */
    zoom: number
    /** `cells` merges what is near on screen; `points` and `heat` only what is all but at the same pixel. */
    mode: MapMode
  } | null
  /** The bins of the timeline: from the unit that holds `span.from` to the one that holds `span.to`. */
  bins: { unit: CalendarUnit; span: DaySpan } | null
  list: {
    order: ListOrder
    offset: number
    limit: number
    /** Only what stands within these bounds: the incidents of one cell. Does not touch any count. */
    within: Bounds | null
  }
  /** The incident that is open: its standing in the results is told. */
  open: string | null
}

/** Equal queries have equal keys. */
export function queryKey(query: IncidentQuery): string {
  return JSON.stringify(query)
}
