import type { Day, CalendarUnit, DaySpan } from '../incidents/day.ts'
import type { Bounds } from '../incidents/place.ts'
import type { EventType, GeoPrecision, Status, SubEventType } from '../incidents/vocabulary.ts'

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

/**
 * What may be asked of the incidents; each entry is one dimension, and an incident passes when it passes all.
 * An id that the data set lacks matches nothing (as an include) or everything (as an exclude).
 */
export interface Filters {
  /** Passes when a day on which it may have happened lies in the range. */
  days: DayRange
  type: Choice<EventType>
  subtype: Choice<SubEventType>
  /** `all`: every included actor takes part in the same incident. */
  actor: Choice & { all: boolean }
  /** By publisher. */
  source: Choice
  /** A region or country holds what lies in it. */
  place: Choice
  status: Choice<Status>
  precision: Choice<GeoPrecision>
  tag: Choice
  /**
   * Deaths, inclusive: passes when what the claimants give (least to most; open upwards for "at least") meets
   * the range. Where no one gives a number, an incident does not pass; `unnumbered` of the result counts those.
   */
  fatalities: { min: number | null; max: number | null }
  /** Search text or a source's address; '' is no filter. */
  text: string
  /** Passes when its position lies in the area; an incident known only to its country has none. */
  area: Bounds | null
}

export type Dimension = keyof Filters

/** In the order of their bits in the engine. */
export const dimensions = [
  'days',
  'type',
  'subtype',
  'actor',
  'source',
  'place',
  'status',
  'precision',
  'tag',
  'fatalities',
  'text',
  'area',
] as const satisfies readonly Dimension[]

/** One value for each dimension. */
export function byDimension<T>(of: (dimension: Dimension) => T): Record<Dimension, T> {
  return {
    ...byFacet(of),
    days: of('days'),
    fatalities: of('fatalities'),
    text: of('text'),
    area: of('area'),
  }
}

/** One value for each facet. */
export function byFacet<T>(of: (facet: FacetDimension) => T): Record<FacetDimension, T> {
  return {
    type: of('type'),
    subtype: of('subtype'),
    actor: of('actor'),
    source: of('source'),
    place: of('place'),
    status: of('status'),
    precision: of('precision'),
    tag: of('tag'),
  }
}

/** The dimensions whose values are listed with counts. */
export const facetDimensions = [
  'type',
  'subtype',
  'actor',
  'source',
  'place',
  'status',
  'precision',
  'tag',
] as const
export type FacetDimension = (typeof facetDimensions)[number]

const anything = { include: [], exclude: [] } as const

export const noFilters: Filters = {
  days: { from: null, to: null },
  type: anything,
  subtype: anything,
  actor: { ...anything, all: false },
  source: anything,
  place: anything,
  status: anything,
  precision: anything,
  tag: anything,
  fatalities: { min: null, max: null },
  text: '',
  area: null,
}

/** Whether the dimension restricts anything. */
export function isFiltered(filters: Filters, dimension: Dimension): boolean {
  switch (dimension) {
    case 'days':
      return filters.days.from !== null || filters.days.to !== null
    case 'fatalities':
      return filters.fatalities.min !== null || filters.fatalities.max !== null
    case 'text':
      return filters.text.trim() !== ''
    case 'area':
      return filters.area !== null
    default:
      return filters[dimension].include.length > 0 || filters[dimension].exclude.length > 0
  }
}

export type ListOrder = 'newest' | 'oldest' | 'deadliest'
export type MapMode = 'cells' | 'points' | 'heat'

export interface IncidentQuery {
  filters: Filters
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
