import { textAt, type IncidentColumns, type IncidentTexts } from '../incidents/columns.ts'
import type { DatasetAbout } from '../incidents/incident.ts'
import { eventTypes, geoPrecisions, statuses, subEventTypes } from '../incidents/vocabulary.ts'
import {
  byDimension,
  byFacet,
  dimensions,
  isFiltered,
  noFilters,
  type Dimension,
  type FacetDimension,
  type Filters,
  type IncidentQuery,
} from '../query/incidentQuery.ts'
import type { IncidentResult, IncidentSummary, OpenStanding } from '../query/incidentResult.ts'
import type { DatasetDescription } from '../query/incidentSource.ts'
import { countByBin } from './counts/countByBin.ts'
import { countByCell } from './counts/countByCell.ts'
import { countByFacet } from './counts/countByFacet.ts'
import { extentOf } from './extent.ts'
import { bitOf, clearBits, failedDimensions, setBits, type FailMask } from './failMask.ts'
import { areaFilter } from './filters/areaFilter.ts'
import { codeFilter } from './filters/codeFilter.ts'
import { dayFilter } from './filters/dayFilter.ts'
import { fatalitiesFilter } from './filters/fatalitiesFilter.ts'
import { listFilter } from './filters/listFilter.ts'
import { listPage } from './listPage.ts'
import { summaryOf } from './summary.ts'
import { createTable, type IncidentTable } from './table.ts'
import { createTextIndex, type TextIndex } from './textIndex.ts'

/** Answers queries over one table; synchronous, and without any knowledge of where it runs. */
export interface Engine {
  describe(about: DatasetAbout): DatasetDescription
  /** @throws RangeError for a query that asks for more bins than any screen has pixels */
  answer(query: IncidentQuery): IncidentResult
  addTexts(texts: IncidentTexts): void
  /** undefined where no row has the id. */
  rowOf(id: string): number | undefined
  summary(row: number): IncidentSummary
  /** Rows that pass, oldest first. */
  passing(filters: Filters): number[]
}

export function createEngine(columns: IncidentColumns): Engine {
  const table = createTable(columns)
  const index = createTextIndex(columns)
  const mask: FailMask = new Uint16Array(table.rows)
  let texts: IncidentTexts | null = null
  let applied: Filters = noFilters
  let rowById: Map<string, number> | undefined

  /** Brings the mask to the filters, one dimension at a time, and only those that differ. */
  const apply = (filters: Filters) => {
    for (const dimension of dimensions) {
      if (JSON.stringify(filters[dimension]) === JSON.stringify(applied[dimension])) continue
      const passes = isFiltered(filters, dimension) ? filterOf(table, index, filters, dimension) : undefined
      if (passes) setBits(mask, dimension, passes)
      else clearBits(mask, dimension)
    }
    applied = filters
  }

  const rowOf = (id: string) => {
    rowById ??= new Map(Array.from({ length: table.rows }, (_, row) => [textAt(columns.id, row), row]))
    return rowById.get(id)
  }
  const summary = (row: number) => summaryOf(table, texts, row)

  return {
    describe: (about) => describe(table, about),
    rowOf,
    summary,
    addTexts(added) {
      texts = added
      index.addTexts(added)
      // What was searched before is to be searched again.
      applied = { ...applied, text: '' }
      clearBits(mask, 'text')
    },
    passing(filters) {
      apply(filters)
      return listPage(table, mask, { order: 'oldest', offset: 0, limit: table.rows, within: null }).rows
    },
    answer(query) {
      apply(query.filters)
      const page = listPage(table, mask, query.list)
      const passes = (row: number) => mask[row] === 0
      return {
        ...countPassing(mask),
        of: table.rows,
        histogram: query.bins && countByBin(table, mask, query.bins.unit, query.bins.span),
        facets: countFacets(table, mask),
        cells: query.map && countByCell(table, mask, query.map),
        extent: extentOf(table, passes),
        countryOnly: countCountryOnly(table, mask),
        list: { total: page.total, offset: query.list.offset, rows: page.rows.map(summary) },
        open: query.open === null ? null : standingOf(mask, rowOf(query.open), summary),
        textPending: texts === null && isFiltered(query.filters, 'text'),
      }
    },
  }
}

function filterOf(
  table: IncidentTable,
  index: TextIndex,
  filters: Filters,
  dimension: Dimension,
): ((row: number) => boolean) | undefined {
  const { columns } = table
  const { dictionaries } = columns
  switch (dimension) {
    case 'days':
      return dayFilter(columns, filters.days)
    case 'type':
      return codeFilter(columns.type, eventTypes, filters.type)
    case 'subtype':
      return codeFilter(columns.subtype, subEventTypes, filters.subtype)
    case 'status':
      return codeFilter(columns.status, statuses, filters.status)
    case 'precision':
      return codeFilter(columns.geoPrecision, geoPrecisions, filters.precision)
    case 'actor':
      return listFilter(columns.actors, idsOf(dictionaries.actors), filters.actor, filters.actor.all)
    case 'source':
      return listFilter(columns.publishers, idsOf(dictionaries.publishers), filters.source)
    case 'place':
      return listFilter(columns.places, idsOf(dictionaries.places), filters.place)
    case 'tag':
      return listFilter(columns.tags, dictionaries.tags, filters.tag)
    case 'fatalities':
      return fatalitiesFilter(columns, filters.fatalities)
    case 'text':
      return index.search(filters.text)
    case 'area':
      return filters.area ? areaFilter(table, filters.area) : undefined
  }
}

function idsOf(entries: readonly { id: string }[]): string[] {
  return entries.map(({ id }) => id)
}

function countFacets(table: IncidentTable, mask: FailMask): Record<FacetDimension, Uint32Array> {
  return byFacet((facet) => countByFacet(table, mask, facet))
}

/** How many pass everything, how many fail nothing but one dimension, and how many the search alone finds. */
function countPassing(mask: FailMask): Pick<IncidentResult, 'total' | 'relaxed' | 'textMatches'> {
  const byMask = new Uint32Array(1 << dimensions.length)
  for (const failed of mask) byMask[failed] = (byMask[failed] ?? 0) + 1
  return {
    total: byMask[0] ?? 0,
    relaxed: byDimension((dimension) => byMask[bitOf[dimension]] ?? 0),
    textMatches: byMask.reduce((sum, count, failed) => (failed & bitOf.text ? sum : sum + count), 0),
  }
}

function countCountryOnly({ columns, rows }: IncidentTable, mask: FailMask): IncidentResult['countryOnly'] {
  const country = geoPrecisions.indexOf('country')
  const counts = new Map<number, number>()
  for (let row = 0; row < rows; row += 1) {
    if (mask[row] !== 0 || columns.geoPrecision[row] !== country) continue
    // Ancestry ends with the country.
    const place = columns.places.ids[(columns.places.offsets[row + 1] ?? 0) - 1] ?? 0
    counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return [...counts]
    .map(([place, count]) => ({ place, count }))
    .toSorted((a, b) => b.count - a.count || a.place - b.place)
}

function standingOf(
  mask: FailMask,
  row: number | undefined,
  summary: (row: number) => IncidentSummary,
): OpenStanding {
  if (row === undefined) return { fails: [], earlier: null, later: null }
  const nextPassing = (step: 1 | -1) => {
    let at = row + step
    while (at >= 0 && at < mask.length && mask[at] !== 0) at += step
    return at >= 0 && at < mask.length ? summary(at).id : null
  }
  return {
    summary: summary(row),
    fails: failedDimensions(mask[row] ?? 0),
    earlier: nextPassing(-1),
    later: nextPassing(1),
  }
}

function describe(table: IncidentTable, about: DatasetAbout): DatasetDescription {
  const { columns, rows } = table
  const open: FailMask = new Uint16Array(rows)
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
    bounds: extentOf(table, () => true),
    dictionaries: columns.dictionaries,
    totals: countFacets(table, open),
  }
}
