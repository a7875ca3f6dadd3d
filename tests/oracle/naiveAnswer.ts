import { startOfUnit, stepUnit, type Day } from '../../src/incidents/day.ts'
import type { Bounds } from '../../src/incidents/place.ts'
import {
  eventTypes,
  geoPrecisions,
  statuses,
  subEventTypes,
  weapons,
} from '../../src/incidents/vocabulary.ts'
import type { FacetId } from '../../src/incidents/fields.ts'
import type { IncidentQuery } from '../../src/query/incidentQuery.ts'
import type { Histogram, IncidentResult, IncidentSummary } from '../../src/query/incidentResult.ts'
import { failsOf, filterNames, isDrawn, liesIn, type FilterName } from './naiveFilters.ts'
import {
  actors,
  countryOf,
  indexOfPlace,
  places,
  publishers,
  spanOf,
  tags,
  type PlainIncident,
} from './plainIncident.ts'

/** What an answer must equal. Cells are left out: how rows are grouped is the engine's own (`compareCells`). */
export type NaiveAnswer = Omit<IncidentResult, 'cells' | 'drawnIn'>

/** A row with the filters that it fails. */
interface Judged {
  row: PlainIncident
  fails: readonly FilterName[]
}

/** The answer to a query by a plain look at each row. @param rows in the order of days */
export function naiveAnswer(rows: readonly PlainIncident[], query: IncidentQuery): NaiveAnswer {
  const judged = rows.map((row): Judged => ({ row, fails: failsOf(row, query.filters) }))
  const passing = passingBut(judged)
  const { fatalities } = query.filters
  const failOnly = (name: FilterName) => judged.filter(({ fails }) => fails.join() === name)
  const unnumbered = failOnly('fatalities').filter(({ row }) => row.fatalities.every((end) => end < 0))
  return {
    total: passing.length,
    of: rows.length,
    exactness: { kind: 'exact' },
    histogram: query.bins && histogramOf(passingBut(judged, 'days'), query.bins),
    facets: facetsOf(judged, query.facets),
    relaxed: recordOf(filterNames, (name) => failOnly(name).length),
    unnumbered: fatalities.min === null && fatalities.max === null ? 0 : unnumbered.length,
    textMatches: judged.filter(({ fails }) => !fails.includes('text')).length,
    extent: extentOf(passing),
    undrawn: undrawnOf(passing),
    list: listOf(passing, query.list),
    open: query.open === null ? null : openState(judged, query.open),
    textPending: false,
  }
}

/** The list of the answer alone. @param rows in the order of days */
export function naiveList(
  rows: readonly PlainIncident[],
  { filters, list }: IncidentQuery,
): IncidentResult['list'] {
  return listOf(
    rows.filter((row) => failsOf(row, filters).length === 0),
    list,
  )
}

/** Rows that pass every filter, or every other one. */
function passingBut(judged: readonly Judged[], ignored?: FilterName): PlainIncident[] {
  return judged.filter(({ fails }) => fails.every((name) => name === ignored)).map(({ row }) => row)
}

function recordOf<Key extends string, T>(keys: readonly Key[], of: (key: Key) => T): Record<Key, T> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, T>
}

const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id)

/** For each facet the values that are counted, in order, and those that a row has. */
const facetValues: Readonly<
  Record<FacetId, readonly [ids: readonly string[], of: (row: PlainIncident) => readonly string[]]>
> = {
  type: [eventTypes, ({ type }) => [type]],
  subtype: [subEventTypes, ({ subtype }) => [subtype]],
  actor: [idsOf(actors), (row) => row.actors],
  publisher: [idsOf(publishers), (row) => row.publishers],
  weapon: [weapons, (row) => row.weapons],
  country: [idsOf(places), countryOf],
  place: [idsOf(places), (row) => row.places],
  status: [statuses, ({ status }) => [status]],
  precision: [geoPrecisions, ({ geoPrecision }) => [geoPrecision]],
  tag: [tags, (row) => row.tags],
}

/** Counts of the values of a facet among the rows. */
function countValues(rows: readonly PlainIncident[], facet: FacetId): Uint32Array {
  const [ids, of] = facetValues[facet]
  return Uint32Array.from(ids, (id) => rows.filter((row) => of(row).includes(id)).length)
}

const facetNames = Object.keys(facetValues) as FacetId[]

function facetsOf(judged: readonly Judged[], wanted: readonly FacetId[]): IncidentResult['facets'] {
  return recordOf(wanted, (facet) => countValues(passingBut(judged, facet), facet))
}

/** What `describe` must say of the table, but for what it is given and the dictionaries. */
export function naiveDescription(rows: readonly PlainIncident[]) {
  const spans = rows.map(spanOf)
  return {
    incidents: rows.length,
    sources: rows.reduce((sum, row) => sum + row.publishers.length, 0),
    days:
      rows.length === 0
        ? null
        : { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) },
    bounds: extentOf(rows),
    totals: recordOf(facetNames, (facet) => countValues(rows, facet)),
  }
}

function histogramOf(
  rows: readonly PlainIncident[],
  { unit, span }: NonNullable<IncidentQuery['bins']>,
): Histogram {
  const starts: Day[] = []
  let end = startOfUnit(span.from, unit)
  for (; end <= span.to; end = stepUnit(end, unit, 1)) starts.push(end)
  const [certain, uncertain] = [
    new Uint32Array(starts.length * eventTypes.length),
    new Uint32Array(starts.length * eventTypes.length),
  ]
  const histogram: Histogram = {
    unit,
    starts: Int32Array.from(starts),
    end,
    certain,
    uncertain,
    before: 0,
    after: 0,
  }
  for (const row of rows) {
    const { from, to } = spanOf(row)
    if (to < (starts[0] ?? end)) histogram.before += 1
    if (from >= end) histogram.after += 1
    const touched = starts.filter((start) => start <= to && stepUnit(start, unit, 1) > from)
    const isWithinOne = startOfUnit(from, unit) === startOfUnit(to, unit)
    const isCertain = isWithinOne || row.timePrecision === 'hour' || row.timePrecision === 'day'
    const counts = isCertain ? certain : uncertain
    for (const start of touched) {
      const at = starts.indexOf(start) * eventTypes.length + eventTypes.indexOf(row.type)
      counts[at] = (counts[at] ?? 0) + 1
    }
  }
  return histogram
}

/** The least box around what is drawn: all of the circle of longitudes but its widest gap. */
function extentOf(rows: readonly PlainIncident[]): Bounds | null {
  const drawn = rows.filter(isDrawn)
  const lats = drawn.map(({ lat }) => Math.fround(lat))
  const lngs = [...new Set(drawn.map(({ lng }) => Math.fround(lng)))].toSorted((a, b) => a - b)
  const [first, last] = [lngs[0], lngs.at(-1)]
  if (first === undefined || last === undefined) return null
  // Of equally wide gaps the one across the antimeridian, then the westernmost.
  let widest = { gap: first + 360 - last, west: first, east: last }
  for (const [at, east] of lngs.entries()) {
    const west = lngs[at + 1]
    if (west !== undefined && west - east > widest.gap) widest = { gap: west - east, west, east }
  }
  return { west: widest.west, east: widest.east, south: Math.min(...lats), north: Math.max(...lats) }
}

function undrawnOf(rows: readonly PlainIncident[]): IncidentResult['undrawn'] {
  const undrawn = rows.filter((row) => !isDrawn(row))
  const countries = [...idsOf(places).keys(), null]
  return countries
    .flatMap((country) =>
      (['country-only', 'no-position'] as const).map((why) => ({
        why,
        country,
        count: undrawn.filter(
          (row) =>
            (row.geoPrecision === 'country') === (why === 'country-only') &&
            (country === null ? [] : idsOf(places).slice(country, country + 1)).join() ===
              countryOf(row).join(),
        ).length,
      })),
    )
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
}

function listOf(
  passing: readonly PlainIncident[],
  { order, offset, limit, within }: IncidentQuery['list'],
): IncidentResult['list'] {
  const listed = within ? passing.filter((row) => liesIn(row, within)) : [...passing]
  // What nobody counted has -1, and comes after what was counted as none.
  const deaths = ({ fatalities }: PlainIncident) => Math.max(...fatalities)
  const ordered = {
    oldest: () => listed,
    newest: () => listed.toReversed(),
    deadliest: () => listed.toReversed().toSorted((a, b) => deaths(b) - deaths(a)),
  }[order]()
  return { total: listed.length, offset, rows: ordered.slice(offset, offset + limit).map(summaryOf) }
}

function summaryOf(row: PlainIncident): IncidentSummary {
  const [min, max] = row.fatalities
  return {
    id: row.id,
    title: { en: row.title },
    start: row.day,
    end: row.day + row.days,
    timePrecision: row.timePrecision,
    type: row.type,
    subtype: row.subtype,
    status: row.status,
    place: indexOfPlace(row),
    position: Number.isNaN(row.lng) ? null : [Math.fround(row.lng), Math.fround(row.lat)],
    geoPrecision: row.geoPrecision,
    deaths: {
      standing: min < 0 && max < 0 ? 'not-reported' : 'one-claimant',
      min: min < 0 ? null : min,
      max: max < 0 ? null : max,
    },
    sources: row.publishers.length,
  }
}

function openState(judged: readonly Judged[], id: string): IncidentResult['open'] {
  const at = judged.findIndex(({ row }) => row.id === id)
  const found = judged[at]
  if (!found) return { fails: [], earlier: null, later: null }
  const passes = ({ fails }: Judged) => fails.length === 0
  return {
    summary: summaryOf(found.row),
    fails: [...found.fails],
    earlier: judged.slice(0, at).findLast(passes)?.row.id ?? null,
    later: judged.slice(at + 1).find(passes)?.row.id ?? null,
  }
}
