/**
 * The engine answers queries over one table of incidents. This page says how, and where each part lives. The engine is
 * synchronous, and does not know in which thread it runs or how its answers are shown.
 *
 * - Rows. A table (table/table.ts) holds incidents as columns of typed arrays. Its rows are in the order of their days:
 *   a range of days is a slice of rows, and the list by date is the rows as they are.
 * - Fail mask. Each row has 16 bits (filter/failMask.ts), one for each filter, set where the row fails it. A row with
 *   mask 0 is a result. A row whose mask is the bit of one filter fails that filter alone: a count that ignores this
 *   filter (a facet ignores the filter on its own field) counts it beside the results.
 * - Tally. How many rows have each mask (filter/maskTally.ts). The total, and how many more rows would pass without one
 *   filter, are read from it without a look at any row.
 * - Row delta. When a filter changes, filter/appliedFilters.ts looks for the rows that pass it now and did not before
 *   (added), and the reverse (removed): for days in the slices at both ends of the range (filter/dayDelta.ts), for other
 *   filters by comparing lists of rows (filter/rowDelta.ts). A selection (filter/selection.ts) lists rows that pass
 *   (`only`) or that fail (`all`, `except`), or is a test; a delta is known between two of the first kind, or two of the
 *   second. Where none is known, or it is longer than what counting anew visits, the bit of every row is set and the
 *   aggregates are counted anew: from the list of passing rows if there is one, from a snapshot if the filter is only
 *   dropped again, else by a look at every mask, up from nothing or down from all rows (aggregate/rowFeed.ts).
 * - Aggregates. Counters of facets, time bins, positions, blocks of rows (aggregate/) and grid bins (cells/). Each counts
 *   the rows that pass every filter but its own, whatever that one says of them. aggregate/aggregates.ts keeps them so: it feeds them the rows of a
 *   delta, or marks them stale, to be counted anew when they are wanted.
 * - Positions, grid bins, cells. Many rows share a position (table/positions.ts). A grid over the area of the map puts
 *   positions into bins (cells/binGrid.ts); cells/gridBinCounter.ts keeps their counts and centres. Bins whose discs
 *   would overlap are merged (cells/separateCells.ts) into cells, the marks of the map (cells/cellView.ts).
 * - Search. search/textIndex.ts turns a search text into the rows that match it: a filter like the others.
 *
 * A brush step from end to end: `answer` hands the filters to AppliedFilters, which finds that only `days` differs.
 * DayDeltas reads the added and removed rows off the days that entered or left the range. FailMask toggles the days bit
 * of those rows, and moves them in the tally. Aggregates leaves out those that fail another filter, and adds or removes
 * the rest in every counter that the last answer wanted, but the timeline's, which ignores the days. If this answer wants
 * the same counters, none is stale, and `refresh` counts nothing. Then the result is read from the counters: the facets as
 * they are, the cells from the grid bins of the screen, a page of the list by blocks of rows. Of a million rows, a range
 * that moves by one day changes some hundreds; no counting looks at the others. (A filter on fatalities adds one look at
 * every mask, for the incidents that give no number.)
 *
 * Constants that decide between two ways are in costs.ts, terms of our own in README.md.
 */
import { textAt, type IncidentColumns, type IncidentTexts } from '../incidents/columns.ts'
import type { DatasetAbout } from '../incidents/incident.ts'
import { geoPrecisions, statuses } from '../incidents/vocabulary.ts'
import { byField, facetIds, type FacetId } from '../incidents/fields.ts'
import { isFiltered, type Filters, type IncidentQuery } from '../query/incidentQuery.ts'
import type { Cell, IncidentResult, IncidentSummary, OpenIncidentState } from '../query/incidentResult.ts'
import type { DatasetContents } from '../query/incidentSource.ts'
import { Aggregates } from './aggregate/aggregates.ts'
import { createExtent } from './aggregate/extent.ts'
import { facetCounters } from './aggregate/facetCounters.ts'
import { positionCounter } from './aggregate/positionCounter.ts'
import { rowBlockCounter } from './aggregate/rowBlockCounter.ts'
import type { RowCounter } from './aggregate/rowCounter.ts'
import { Timeline } from './aggregate/timeline.ts'
import { CellView } from './cells/cellView.ts'
import { describeTable } from './describeTable.ts'
import { entryAt } from './entryAt.ts'
import { AppliedFilters, type StepKind } from './filter/appliedFilters.ts'
import { bitOf, FailMask, failedFields } from './filter/failMask.ts'
import { createSelections } from './filter/selectionOf.ts'
import { ListPages } from './listPages.ts'
import { createTextIndex } from './search/textIndex.ts'
import { codeOf } from './table/codeOf.ts'
import { rowsOf } from './table/postings.ts'
import { createRowLookup } from './table/rowLookup.ts'
import { summaryOf } from './table/summary.ts'
import { createTable, type IncidentTable } from './table/table.ts'
import { createUndrawn } from './undrawn.ts'

/** Answers queries over one table. */
export interface Engine {
  describe(about: DatasetAbout): DatasetContents
  /** @throws RangeError for a query that asks for more time bins than any screen has pixels */
  answer(query: IncidentQuery): IncidentResult
  /**
   * Takes in the texts, which are shown at once, and searched as far as they are indexed.
   * @returns steps, each of which indexes some more rows and tells how many are done
   */
  addTexts(texts: IncidentTexts): Generator<number, void>
  /** Row of an incident; undefined where the data set has none with this id. */
  rowOf(id: string): number | undefined
  /** @throws RangeError where there is no such row */
  summary(row: number): IncidentSummary
  /** The rows that cite a URL, oldest first; none before texts are added. @param url in canonical form (`canonicalUrl`) */
  citing(url: string): Uint32Array
  /** The rows that pass the filters, oldest first. */
  passing(filters: Filters): number[]
  /** How the filters of the last answer were applied: asserted by tests, shown by benchmarks. */
  lastStep(): StepKind
}

/** @throws RangeError for columns that break the laws of `createTable` */
export function createEngine(columns: IncidentColumns): Engine {
  return new TableEngine(createTable(columns))
}

class TableEngine implements Engine {
  readonly #table: IncidentTable
  readonly #mask: FailMask
  readonly #aggregates: Aggregates
  readonly #facets: ReturnType<typeof facetCounters>
  readonly #atPositions: ReturnType<typeof positionCounter>
  readonly #inBlocks: ReturnType<typeof rowBlockCounter>
  readonly #timeline: Timeline
  readonly #cellView: CellView
  readonly #filters: AppliedFilters
  readonly #index: ReturnType<typeof createTextIndex>
  readonly #pages: ListPages
  readonly #extentOf: ReturnType<typeof createExtent>
  readonly #undrawn: ReturnType<typeof createUndrawn>
  readonly #description: Pick<DatasetContents, 'totals' | 'bounds'>
  readonly rowOf: Engine['rowOf']
  #texts: IncidentTexts | null = null
  #isSearchable = false
  /** `growth` of the index when the filters were last applied. */
  #searchedGrowth: number
  #lastStep: StepKind = 'none'

  constructor(table: IncidentTable) {
    const { columns, positions, rows } = table
    this.#table = table
    this.#mask = new FailMask(rows)
    this.#aggregates = new Aggregates(this.#mask, columns.type)
    this.#facets = facetCounters(table)
    this.#atPositions = positionCounter(table)
    this.#inBlocks = rowBlockCounter(columns.type)
    for (const [facet, counter] of this.#facets) this.#aggregates.register(counter, bitOf[facet])
    this.#aggregates.register(this.#atPositions, 0)
    this.#aggregates.register(this.#inBlocks, 0)
    this.#timeline = new Timeline(table, this.#aggregates)
    this.#cellView = new CellView(table, this.#atPositions, this.#aggregates, (position) =>
      singleIncidentAt(table, this.#mask, position),
    )
    this.#index = createTextIndex(table)
    this.#searchedGrowth = this.#index.growth()
    this.#filters = new AppliedFilters(
      table,
      this.#mask,
      this.#aggregates,
      createSelections(table, this.#index),
    )
    this.#pages = new ListPages(table, this.#mask, this.#inBlocks)
    this.#extentOf = createExtent(positions)
    this.#undrawn = createUndrawn(table)
    this.rowOf = createRowLookup(columns.id)
    this.#aggregates.refresh([this.#atPositions, ...this.#facets.values()])
    this.#description = {
      totals: this.#facetCounts(facetIds),
      bounds: this.#extentOf(this.#atPositions.counts),
    }
  }

  describe(about: DatasetAbout): DatasetContents {
    return describeTable(this.#table, about, this.#description.totals, this.#description.bounds)
  }

  summary(row: number): IncidentSummary {
    return summaryOf(this.#table, this.#texts, row)
  }

  *addTexts(texts: IncidentTexts): Generator<number, void> {
    this.#texts = texts
    yield* this.#index.addTexts(texts)
    this.#isSearchable = true
  }

  citing(url: string): Uint32Array {
    return this.#index.citing(url)
  }

  passing(filters: Filters): number[] {
    this.#apply(filters, [this.#inBlocks])
    return this.#pages.page({ order: 'oldest', offset: 0, limit: this.#table.rows, within: null }).rows
  }

  answer(query: IncidentQuery): IncidentResult {
    this.#lastStep = this.#apply(query.filters, this.#wantedFor(query))
    // From here on all is read from what `#apply` left, in whatever order.
    const page = this.#pages.page(query.list)
    return {
      ...this.#tallyCounts(),
      unnumbered: isFiltered(query.filters, 'fatalities') ? countUnnumbered(this.#table, this.#mask) : 0,
      of: this.#table.rows,
      exactness: { kind: 'exact' },
      histogram: query.bins && this.#timeline.histogram(),
      facets: this.#facetCounts(query.facets),
      cells: query.map && this.#cellView.cells(),
      drawnIn: this.#drawnIn(query, page.rows),
      extent: this.#extentOf(this.#atPositions.counts),
      undrawn: this.#undrawn(this.#atPositions.counts),
      list: {
        total: page.total,
        offset: query.list.offset,
        rows: page.rows.map((row) => this.summary(row)),
      },
      open: query.open === null ? null : this.#openState(query.open),
      textPending: !this.#isSearchable && isFiltered(query.filters, 'text'),
    }
  }

  lastStep(): StepKind {
    return this.#lastStep
  }

  /** Brings the mask to the filters, and the wanted counters up to date. */
  #apply(filters: Filters, wanted: readonly RowCounter[]): StepKind {
    const growth = this.#index.growth()
    if (this.#searchedGrowth !== growth) this.#filters.outdate('text')
    this.#searchedGrowth = growth
    const step = this.#filters.apply(filters)
    this.#aggregates.refresh(wanted)
    return step
  }

  /** The counters that an answer reads; those of a new map, or of new time bins, are registered. */
  #wantedFor({ facets, map, bins }: IncidentQuery): RowCounter[] {
    const wanted: RowCounter[] = [this.#atPositions, this.#inBlocks]
    for (const facet of facets) {
      const counter = this.#facets.get(facet)
      if (counter) wanted.push(counter)
    }
    if (bins) wanted.push(this.#timeline.request(bins))
    if (map) wanted.push(this.#cellView.request(map))
    return wanted
  }

  /** Counts of some facets, without those that the data set lacks. */
  #facetCounts(facets: readonly FacetId[]): IncidentResult['facets'] {
    const counts: IncidentResult['facets'] = {}
    for (const facet of facets) {
      const counter = this.#facets.get(facet)
      if (counter) counts[facet] = counter.counts()
    }
    return counts
  }

  /** What the tally alone tells. */
  #tallyCounts(): Pick<IncidentResult, 'total' | 'relaxed' | 'textMatches'> {
    const { tally } = this.#mask
    return {
      total: this.#mask.countIgnoring(0),
      relaxed: byField((field) => tally.count(bitOf[field])),
      textMatches: tally.countWithout(bitOf.text),
    }
  }

  #drawnIn({ map, open }: IncidentQuery, rows: readonly number[]): IncidentResult['drawnIn'] {
    const cellOf = (row: number | undefined) =>
      map && row !== undefined && this.#mask.ofRow[row] === 0
        ? this.#cellView.cellAt(entryAt(this.#table.positions.ofRow, row, 'row'))
        : null
    return { open: open === null ? null : cellOf(this.rowOf(open)), rows: rows.map(cellOf) }
  }

  /** How the open incident relates to the results. */
  #openState(id: string): OpenIncidentState {
    const row = this.rowOf(id)
    if (row === undefined) return { fails: [], earlier: null, later: null }
    const idOf = (other: number | undefined) =>
      other === undefined ? null : textAt(this.#table.columns.id, other)
    return {
      summary: this.summary(row),
      fails: failedFields(entryAt(this.#mask.ofRow, row, 'row')),
      earlier: idOf(this.#pages.next(row, -1)),
      later: idOf(this.#pages.next(row, 1)),
    }
  }
}

/** Rows that fail the filter on fatalities alone, and for which no one gives a number. */
function countUnnumbered({ columns }: IncidentTable, mask: FailMask): number {
  const { fatalitiesMin, fatalitiesMax } = columns
  const { ofRow, rows } = mask
  let count = 0
  for (let row = 0; row < rows; row += 1)
    if (ofRow[row] === bitOf.fatalities && fatalitiesMin[row] === -1 && fatalitiesMax[row] === -1) count += 1
  return count
}

/**
 * What a cell says of its only incident.
 * @param position at which one row passes every filter
 * @throws RangeError where none does
 */
function singleIncidentAt(
  { columns, positions }: IncidentTable,
  mask: FailMask,
  position: number,
): NonNullable<Cell['incident']> {
  const row = rowsOf(positions.rows, position).find((each) => mask.ofRow[each] === 0)
  if (row === undefined) throw new RangeError(`no row at position ${position} passes every filter`)
  return {
    id: textAt(columns.id, row),
    precision: codeOf(geoPrecisions, columns.geoPrecision[row]),
    status: codeOf(statuses, columns.status[row]),
  }
}
