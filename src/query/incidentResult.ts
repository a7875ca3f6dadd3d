import type { CalendarUnit, Day } from '../incidents/day.ts'
import type { LngLat, Bounds } from '../incidents/place.ts'
import type { Translated } from '../incidents/incident.ts'
import type { Toll } from '../incidents/toll.ts'
import type { EventType, GeoPrecision, Status, SubEventType, TimePrecision } from '../incidents/vocabulary.ts'
import type { FacetId, FieldId } from '../incidents/fields.ts'

/** What a row of a list shows. */
export interface IncidentSummary {
  id: string
  /** Every language it has; {} while texts are still loading. */
  title: Translated
  /** Stated first and last day. */
  start: Day
  end: Day
  timePrecision: TimePrecision
  type: EventType
  subtype: SubEventType
  status: Status
  /** Index into the dictionaries' places. */
  place: number
  position: LngLat
  geoPrecision: GeoPrecision
  /** What the claimants together say of the dead. */
  deaths: Toll
  sources: number
}

/** Bars of the timeline; they ignore the filter on days. */
export interface Histogram {
  unit: CalendarUnit
  /** First day of each bin; the last bin ends at `end`. */
  starts: Int32Array
  end: Day
  /** bins x 6 event types, row-major: incidents that touch the bin with certainty. */
  certain: Uint32Array
  /** The same for those that may lie in it, but are known only to a week, month or year that is wider. */
  uncertain: Uint32Array
  /** Incidents that lie wholly before the first bin, or after the last. */
  before: number
  after: number
}

/** A mark of the map: one incident, or several that are drawn together. */
export interface Cell {
  /** Stays the same while panning at one zoom. */
  key: string
  /** Centre of its incidents. */
  position: LngLat
  count: number
  /** CSS pixels of its disc, by its count: cells keep so far apart that discs do not overlap. */
  radius: number
  /** By event type, in the order of `eventTypes`; sums to `count`. */
  byType: readonly number[]
  /** How many are known only to an area wider than a town. */
  imprecise: number
  /** The least box that holds its incidents; without extent where all are at one place. */
  bounds: Bounds
  /** Only where `count` is 1: which incident, and how exact its place is. */
  incident?: { id: string; precision: GeoPrecision; status: Status } | undefined
  /** Index into the dictionaries' places, where all its incidents name the same one. */
  place?: number | undefined
}

/** How the open incident stands in the results. */
export interface OpenIncidentState {
  /** Undefined: the data set has no such incident. */
  summary?: IncidentSummary | undefined
  /** The fields whose filters it fails; [] where it is among the results. */
  fails: FieldId[]
  /** Neighbours by time among the results; also of an incident that is itself filtered out. */
  earlier: string | null
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

/** The whole answer to one query: every field is of the same rows. */
export interface IncidentResult {
  exactness: Exactness
  /** Incidents that pass all filters, and incidents in all. */
  total: number
  of: number
  /** null where the query asked for no bins. */
  histogram: Histogram | null
  /**
   * For each value of each facet that the query wants, how many incidents have it and pass all *other* filters; in
   * the order of the vocabulary or dictionary. A facet that the data set lacks is absent.
   */
  facets: Partial<Record<FacetId, Uint32Array>>
  /** For each field, how many more would pass if its filter were dropped: those that fail nothing else. */
  relaxed: Record<FieldId, number>
  /**
   * Incidents that fail nothing but a filter on deaths, as no one gives a number for them; 0 where deaths are not
   * filtered.
   */
  unnumbered: number
  /** Incidents that the search alone finds, whatever else is filtered. */
  textMatches: number
  /** null where the query asked for no map. */
  cells: Cell[] | null
  /** In which of `cells` the open incident and each row of the list is drawn; null where it is in none. */
  drawnIn: { open: number | null; rows: (number | null)[] }
  /** Where all results that can be drawn lie; null where none can. */
  extent: Bounds | null
  /** Results known only to their country: index of the country in the dictionaries' places -> count. */
  countryOnly: { place: number; count: number }[]
  list: {
    /** Rows in the whole list: `total`, but for a list within one cell. */
    total: number
    offset: number
    rows: IncidentSummary[]
  }
  open: OpenIncidentState | null
  /** Search waits for texts that are still being indexed: a text filter passes only what it has found so far. */
  textPending: boolean
}
