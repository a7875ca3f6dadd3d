import type { CalendarUnit, Day } from '../incidents/day.ts'
import type { LngLat, Bounds } from '../incidents/place.ts'
import type { Translated } from '../incidents/incident.ts'
import type { Toll } from '../incidents/toll.ts'
import type { EventType, GeoPrecision, Status, SubEventType, TimePrecision } from '../incidents/vocabulary.ts'
import type { FacetId, FieldId } from '../incidents/fields.ts'

/** What a row of the list shows of an incident. */
export interface IncidentSummary {
  id: string
  /** In every language that it exists in, {} where the record has none; null while the texts are loading. */
  title: Translated | null
  /** The stated first and last day, not widened by `timePrecision`. */
  start: Day
  end: Day
  timePrecision: TimePrecision
  type: EventType
  subtype: SubEventType
  status: Status
  /** Index into `Dictionaries.places`. */
  place: number
  /** null where none is given. */
  position: LngLat | null
  geoPrecision: GeoPrecision
  /** The toll of dead. */
  deaths: Toll
  /** How many sources it has. */
  sources: number
  /** Whether it is of the user's own files; absent where the data set holds one kind of incidents. */
  isOwn?: boolean
}

/** Counts of the timeline by time bin and event type, over the incidents that pass all filters except the one on days. */
export interface Histogram {
  unit: CalendarUnit
  /** The first Day of each time bin, ascending. Each bin ends the day before the next begins. */
  starts: Int32Array
  /** The first Day after the last bin. */
  end: Day
  /**
   * Matrix of bins x event types, in the order of `eventTypes`, row-major: how many incidents certainly happened in the bin. An incident that lasts
   * over several bins counts in each of them.
   */
  certain: Uint32Array
  /**
   * The same shape: how many incidents may have happened in the bin. These are known only to a week, month or year that
   * reaches over several bins, and count in each of them.
   */
  uncertain: Uint32Array
  /** How many incidents lie wholly before the first bin. */
  before: number
  /** How many incidents lie wholly after the last bin. */
  after: number
}

/** How many incidents of one country the map does not draw, for one of two reasons. */
export interface UndrawnCount {
  /** Known only to the country, or without a position. */
  why: 'country-only' | 'no-position'
  /** The country's index in `Dictionaries.places`; null where the place lies in no country. */
  country: number | null
  /** Above 0. */
  count: number
}

/** A mark of the map, for one incident or for several that are drawn together. */
export interface Cell {
  /** Identifies the cell; the same while the map is panned without zooming. */
  key: string
  /** Mean position of its incidents. */
  position: LngLat
  /** How many incidents it stands for. */
  count: number
  /** Radius of its disc in CSS pixels; grows with `count`. Discs of different cells do not overlap. */
  radius: number
  /** How many incidents it has of each event type, in the order of `eventTypes`; sums to `count`. */
  byType: readonly number[]
  /** How many of its incidents are known only to an area larger than a town. */
  imprecise: number
  /** How many of its incidents are of the user's own files; absent where the data set holds one kind of incidents. */
  own?: number
  /** The smallest bounds that contain its incidents; a point where all are at the same position. */
  bounds: Bounds
  /** The incident of a cell with `count` 1; absent for others. */
  incident?: { id: string; precision: GeoPrecision; status: Status } | undefined
  /** Index into `Dictionaries.places`; absent where its incidents name different places. */
  place?: number | undefined
}

/** Whether the open incident is among the results, and its neighbours there. */
export interface OpenIncidentState {
  /** undefined where the data set has no such incident. */
  summary?: IncidentSummary | undefined
  /** The fields whose filters it fails; [] where it is among the results. */
  fails: FieldId[]
  /**
   * Id of the result before it in time, null where there is none. Also given for an incident that is itself filtered
   * out, as is `later`.
   */
  earlier: string | null
  /** Id of the result after it in time, null where there is none. */
  later: string | null
}

/** Whether the counts of an answer are of all rows, or estimated. */
export type Exactness =
  | { kind: 'exact' }
  | {
      kind: 'sampled'
      /** Share of the rows that were counted, above 0 and below 1; the counts given are scaled up to all rows. */
      share: number
      /** Half-width of the 95 % confidence interval of `total`, in incidents. */
      margin: number
    }

/**
 * What an answer in parts brings first: everything that totals, timeline and map show. Facets, list and the open
 * incident follow with the whole answer.
 */
export type FirstPart = Omit<IncidentResult, 'facets' | 'list' | 'drawnIn' | 'open'>

/** The answer to an IncidentQuery. All parts are computed from the same query over the same rows. */
export interface IncidentResult {
  exactness: Exactness
  /** How many incidents pass all filters. */
  total: number
  /** How many incidents the data set has. */
  of: number
  /** null where the query asked for no time bins. */
  histogram: Histogram | null
  /**
   * For each facet that the query wants and the data set has: how many incidents have each value and pass all filters
   * except the one on this facet. Indexed by the vocabulary or dictionary.
   */
  facets: Partial<Record<FacetId, Uint32Array>>
  /** For each field: how many incidents fail its filter and no other, and would be added if it were cleared. */
  relaxed: Record<FieldId, number>
  /**
   * How many incidents fail the filter on fatalities and no other, because no claimant gives a number; 0 where
   * fatalities are not filtered.
   */
  unnumbered: number
  /** How many incidents pass the text filter, whether or not they pass the others. */
  textMatches: number
  /** null where the query asked for no map. */
  cells: Cell[] | null
  /** Indices into `cells`: the cell that draws the open incident, and those of `list.rows`; null where none does. */
  drawnIn: { open: number | null; rows: (number | null)[] }
  /** The smallest bounds that contain all results that the map draws; null where there are none. */
  extent: Bounds | null
  /** Counts of the results that the map does not draw, the largest first. */
  undrawn: UndrawnCount[]
  /** The page of the list that the query asked for. */
  list: {
    /** Length of the whole list: the results, or those in `IncidentQuery.list.within`. */
    total: number
    /** Index of the first of `rows` in the whole list. */
    offset: number
    rows: IncidentSummary[]
  }
  /** null where the query names no open incident. */
  open: OpenIncidentState | null
  /** Whether texts are still being indexed, so that a text filter passes only the matches found so far. */
  textPending: boolean
}
