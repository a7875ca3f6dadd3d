import { listAt, textAt, type IncidentColumns, type IncidentTexts } from '../incidents/columns.ts'
import type { DatasetAbout } from '../incidents/incident.ts'
import { geoPrecisions, statuses } from '../incidents/vocabulary.ts'
import { byField, facetIds, type FacetId } from '../incidents/fields.ts'
import { isFiltered, type Filters, type IncidentQuery } from '../query/incidentQuery.ts'
import type { Cell, IncidentResult, IncidentSummary, OpenIncidentState } from '../query/incidentResult.ts'
import type { DatasetContents } from '../query/incidentSource.ts'
import { createCellView } from './cells/cellView.ts'
import { binCounter, type BinCounter } from './aggregate/timeBinCounter.ts'
import { blockCounter } from './aggregate/blockCounter.ts'
import type { ValueCounter } from './aggregate/codeCounter.ts'
import { facetCounters } from './aggregate/facetCounters.ts'
import { spotCounter, type SpotCounter } from './aggregate/positionCounter.ts'
import { createCountedSets } from './aggregate/aggregates.ts'
import { createExtent } from './aggregate/extent.ts'
import { bitOf, countPassing, createFailMask, failedDimensions, type FailMask } from './filter/failMask.ts'
import { createSelections } from './filter/selectionOf.ts'
import { createListPages } from './listPage.ts'
import { createPassing, type StepKind } from './filter/passing.ts'
import { rowsOf } from './table/postings.ts'
import { createRowLookup } from './table/rowLookup.ts'
import { isDrawn } from './table/positions.ts'
import { summaryOf } from './table/summary.ts'
import { createTable, type IncidentTable } from './table/table.ts'
import { createTextIndex } from './search/textIndex.ts'

/** Answers queries over one table; synchronous, and without any knowledge of where it runs. */
export interface Engine {
  describe(about: DatasetAbout): DatasetContents
  /** @throws RangeError for a query that asks for more bins than any screen has pixels */
  answer(query: IncidentQuery): IncidentResult
  /**
   * Makes texts known, to be shown at once and searched as they are indexed.
   * @returns indexes some more rows at each step, and tells how many are done
   */
  addTexts(texts: IncidentTexts): Generator<number, void>
  /** undefined where no row has the id. */
  rowOf(id: string): number | undefined
  summary(row: number): IncidentSummary
  /** Rows that pass, oldest first. */
  passing(filters: Filters): number[]
  /** How the last answer was come by: for tests and benchmarks, which want to know that the short way was taken. */
  lastStep(): StepKind
}

export function createEngine(columns: IncidentColumns): Engine {
  const table = createTable(columns)
  const { spots, rows } = table
  const index = createTextIndex(table)
  const mask = createFailMask(rows)
  const sets = createCountedSets(mask, columns.type)
  const facets = facetCounters(table)
  for (const [facet, counter] of facets) sets.join(counter, bitOf[facet])
  const atSpots = spotCounter(table)
  sets.join(atSpots, 0)
  const inBlocks = blockCounter(columns.type)
  sets.join(inBlocks, 0)
  const passing = createPassing(table, mask, sets, createSelections(table, index))
  const pages = createListPages(table, mask, inBlocks)
  const extentOf = createExtent(spots)
  const rowOf = createRowLookup(columns.id)
  const cellView = createCellView(table, atSpots, sets, (spot) => singleAt(table, mask, spot))
  const countryOnly = createCountryOnly(table, atSpots)
  const totals = countsOf(facets, facetIds)
  const bounds = extentOf(atSpots.total)
  let bins: { key: string; counter: BinCounter } | undefined
  let texts: IncidentTexts | null = null
  let searchable = false
  /** What of the texts the last search could find. */
  let searched = index.extent()
  let step: StepKind = 'none'

  const apply = (filters: Filters): StepKind => {
    // What was searched before is to be searched again.
    if (searched !== index.extent()) passing.forget('text')
    searched = index.extent()
    return passing.apply(filters)
  }

  const summary = (row: number) => summaryOf(table, texts, row)

  const histogram = (asked: IncidentQuery['bins']) => {
    if (!asked) return null
    const key = `${asked.unit} ${asked.span.from} ${asked.span.to}`
    if (bins?.key !== key) {
      const counter = binCounter(table, asked.unit, asked.span)
      if (bins) sets.leave(bins.counter)
      sets.join(counter, bitOf.days)
      bins = { key, counter }
    }
    return bins.counter.histogram()
  }

  const cellOfRow = (row: number) => (mask.of[row] === 0 ? cellView.cellAt(spots.of[row] ?? 0) : null)

  const standing = (id: string): OpenIncidentState => {
    const row = rowOf(id)
    if (row === undefined) return { fails: [], earlier: null, later: null }
    const idOf = (at: number | undefined) => (at === undefined ? null : textAt(columns.id, at))
    return {
      summary: summary(row),
      fails: failedDimensions(mask.of[row] ?? 0),
      earlier: idOf(pages.next(row, -1)),
      later: idOf(pages.next(row, 1)),
    }
  }

  return {
    describe: (about) => describe(table, about, totals, bounds),
    rowOf,
    summary,
    *addTexts(added) {
      texts = added
      yield* index.addTexts(added)
      searchable = true
    },
    passing(filters) {
      apply(filters)
      return pages.page({ order: 'oldest', offset: 0, limit: rows, within: null }).rows
    },
    answer(query) {
      step = apply(query.filters)
      const page = pages.page(query.list)
      const cells = query.map && cellView.cells(query.map)
      const open = query.open === null ? undefined : rowOf(query.open)
      return {
        exactness: { kind: 'exact' },
        ...countStanding(mask),
        unnumbered: isFiltered(query.filters, 'fatalities') ? countUnnumbered(columns, mask) : 0,
        of: rows,
        histogram: histogram(query.bins),
        facets: countsOf(facets, query.facets),
        cells,
        drawnIn: {
          open: open === undefined || !cells ? null : cellOfRow(open),
          rows: page.rows.map((row) => cells && cellOfRow(row)),
        },
        extent: extentOf(atSpots.total),
        countryOnly: countryOnly(),
        list: { total: page.total, offset: query.list.offset, rows: page.rows.map(summary) },
        open: query.open === null ? null : standing(query.open),
        textPending: !searchable && isFiltered(query.filters, 'text'),
      }
    },
    lastStep: () => step,
  }
}

/** What the counters of some facets hold; without those that the data set lacks. */
function countsOf(
  counters: ReadonlyMap<FacetId, ValueCounter>,
  facets: readonly FacetId[],
): IncidentResult['facets'] {
  const counts: IncidentResult['facets'] = {}
  for (const facet of facets) {
    const counter = counters.get(facet)
    if (counter) counts[facet] = counter.counts()
  }
  return counts
}

/** How many pass everything, how many fail nothing but one dimension, and how many the search alone finds. */
function countStanding(mask: FailMask): Pick<IncidentResult, 'total' | 'relaxed' | 'textMatches'> {
  return {
    total: countPassing(mask, 0),
    relaxed: byField((dimension) => mask.tally[bitOf[dimension]] ?? 0),
    textMatches: mask.tally.reduce((sum, count, failed) => (failed & bitOf.text ? sum : sum + count), 0),
  }
}

/** Rows that fail nothing but the filter on deaths, and of which no one gives a number of dead. */
function countUnnumbered({ fatalitiesMin, fatalitiesMax }: IncidentColumns, mask: FailMask): number {
  let count = 0
  for (let row = 0; row < mask.rows; row += 1) {
    if (mask.of[row] === bitOf.fatalities && fatalitiesMin[row] === -1 && fatalitiesMax[row] === -1)
      count += 1
  }
  return count
}

/** The one row at the spot that passes. */
function singleAt({ columns, spots }: IncidentTable, mask: FailMask, spot: number): Cell['incident'] {
  const row = rowsOf(spots.rows, spot).find((each) => mask.of[each] === 0) ?? 0
  return {
    id: textAt(columns.id, row),
    precision: geoPrecisions[columns.geoPrecision[row] ?? 0] ?? 'country',
    status: statuses[columns.status[row] ?? 0] ?? 'reported',
  }
}

/** What passes and is known only to its country, by country. */
function createCountryOnly({ spots, chains }: IncidentTable, { total }: SpotCounter) {
  const undrawn = Array.from({ length: spots.count }, (_, spot) => spot).filter(
    (spot) => !isDrawn(spots, spot),
  )
  return (): IncidentResult['countryOnly'] => {
    const counts = new Map<number, number>()
    for (const spot of undrawn) {
      const count = total[spot] ?? 0
      if (count === 0) continue
      const place = spots.place[spot] ?? 0
      // What it lies in ends with the country.
      const country = listAt(chains, place).at(-1) ?? place
      counts.set(country, (counts.get(country) ?? 0) + count)
    }
    return [...counts]
      .map(([place, count]) => ({ place, count }))
      .toSorted((a, b) => b.count - a.count || a.place - b.place)
  }
}

function describe(
  { columns, rows }: IncidentTable,
  about: DatasetAbout,
  totals: DatasetContents['totals'],
  bounds: DatasetContents['bounds'],
): DatasetContents {
  let [from, to, sources] = [Infinity, -Infinity, 0]
  for (let row = 0; row < rows; row += 1) {
    from = Math.min(from, columns.dayFrom[row] ?? Infinity)
    to = Math.max(to, columns.dayTo[row] ?? -Infinity)
    sources += columns.sources[row] ?? 0
  }
  return {
    about,
    incidents: rows,
    sources,
    days: rows > 0 ? { from, to } : null,
    bounds,
    dictionaries: columns.dictionaries,
    totals,
  }
}
