import type { FacetId } from '../../incidents/fields.ts'
import { noFilters, type Filters } from '../../query/incidentQuery.ts'
import type { FacetCount, FacetPage, FacetPageRequest, WantedValues } from '../../query/facetPage.ts'
import { SourceError, type Abortable } from '../../query/incidentSource.ts'
import type { Connection } from '../connection.ts'
import { sql } from '../sql.ts'
import { NO_ENTRY, type EntryKind } from '../tables.ts'
import { entryKindOf, hasValues, valueColumn } from './choiceCondition.ts'
import type { BaseDictionaries } from './dictionary.ts'
import { eachValue } from './facetCounts.ts'
import { recentlyUsed, type RecentlyUsed } from './recentlyUsed.ts'
import type { Scan } from './scan.ts'
import type { BaseVersion } from './visible.ts'
import { countEntries, readEntries, selectEntries, wantedEntries } from './wantedEntries.ts'

/** Values of which the counts without any filter are remembered. */
const MOST_TOTALS = 100_000

/** What pages of facets are read with. */
export interface FacetPages {
  connection: Connection
  version: BaseVersion
  indicesOf: BaseDictionaries['indicesOf']
  scanOf: (filters: Filters, options: Abortable) => Promise<Scan>
  /** Counts without any filter, by facet and index of the value. */
  totals: RecentlyUsed<string, number>
}

export function createFacetPages(means: Omit<FacetPages, 'totals'>): FacetPages {
  return { ...means, totals: recentlyUsed(MOST_TOTALS) }
}

/**
 * Some values of a facet with their counts.
 * @throws SourceError `unsupported` for a facet whose values are of no dictionary, as its counts are always whole
 */
export async function readFacetPage(
  pages: FacetPages,
  { facet, filters, values }: FacetPageRequest,
  options: Abortable,
): Promise<FacetPage> {
  const kind = entryKindOf(facet)
  if (kind === undefined)
    throw new SourceError('unsupported', `the values of ${facet} are not given in pages`)
  const scan = await pages.scanOf(filters, options)
  const page =
    values.kind === 'ids'
      ? await countIds(pages, scan, facet, kind, values.ids, options)
      : await countTop(pages, scan, facet, kind, values, options)
  const totals = await readTotals(
    pages,
    facet,
    page.counts.map(([index]) => index),
    options,
  )
  return {
    of: page.of,
    values: page.counts.map(([index, count]): FacetCount => ({
      index,
      count,
      total: totals.get(index) ?? 0,
    })),
  }
}

/** Indices of values and their counts, in the order of a page, and how many values there are. */
interface Counted {
  counts: (readonly [index: number, count: number])[]
  of: number
}

async function countIds(
  pages: FacetPages,
  scan: Scan,
  facet: FacetId,
  kind: EntryKind,
  ids: readonly string[],
  options: Abortable,
): Promise<Counted> {
  const { connection, version } = pages
  const indexOf = await pages.indicesOf(kind, ids, options)
  const known = [...new Set(ids.flatMap((id) => indexOf.get(id) ?? []))]
  if (known.length === 0) return { counts: [], of: 0 }
  // Of the countries, only those among the places that are countries.
  const all = wantedEntries(kind, facet, '', null)
  const condition = sql`entry IN (${known})${all.condition ? sql` AND ${all.condition}` : sql``}`
  const wanted = new Set(
    await readEntries(
      connection,
      version,
      { kind, condition },
      { without: [], offset: 0, limit: known.length },
      options,
    ),
  )
  const indices = known.filter((each) => wanted.has(each))
  const counts = await countValues(pages, scan, facet, indices, options)
  return { counts: indices.map((each) => [each, counts.get(each) ?? 0]), of: indices.length }
}

/** The values with the most rows; those without any come last. */
async function countTop(
  { connection, version }: FacetPages,
  scan: Scan,
  facet: FacetId,
  kind: EntryKind,
  { search, within, offset, limit }: Extract<WantedValues, { kind: 'top' }>,
  options: Abortable,
): Promise<Counted> {
  const entries = wantedEntries(kind, facet, search, within)
  const isMatch = entries.condition ? sql`value GLOBAL IN (${selectEntries(version, entries)})` : sql`1`
  // A place that lies in no country has none.
  const [of, counted] = await Promise.all([
    countEntries(connection, version, entries, options),
    connection.rows<[index: number, count: number]>(
      sql`SELECT ${eachValue(valueColumn(facet))} AS value, count() AS rows FROM ${scan.table} WHERE ${scan.passing(facet)} GROUP BY value HAVING value != ${NO_ENTRY} AND ${isMatch} ORDER BY rows DESC, value LIMIT ${offset + limit}`,
      options,
    ),
  ])
  const counts: Counted['counts'] = counted.slice(offset)
  if (counted.length < offset + limit && counted.length < of) {
    const without = counted.map(([index]) => index)
    const page = { without, offset: Math.max(0, offset - counted.length), limit: limit - counts.length }
    for (const index of await readEntries(connection, version, entries, page, options))
      counts.push([index, 0])
  }
  return { counts, of }
}

/** How many rows of the scan have each of the values and pass all filters but the one on the facet. */
async function countValues(
  { connection }: Pick<FacetPages, 'connection'>,
  scan: Scan,
  facet: FacetId,
  indices: readonly number[],
  options: Abortable,
): Promise<ReadonlyMap<number, number>> {
  if (indices.length === 0) return new Map()
  const column = valueColumn(facet)
  return new Map(
    await connection.rows<[index: number, count: number]>(
      sql`SELECT ${eachValue(column)} AS value, count() FROM ${scan.table} WHERE ${scan.passing(facet)} AND ${hasValues(column, indices, false)} GROUP BY value HAVING value IN (${indices})`,
      options,
    ),
  )
}

/** How many rows have each of the values, without any filter. */
async function readTotals(
  pages: FacetPages,
  facet: FacetId,
  indices: readonly number[],
  options: Abortable,
): Promise<ReadonlyMap<number, number>> {
  const { totals } = pages
  const keyOf = (index: number) => `${facet} ${index}`
  const known = new Map<number, number>()
  for (const index of indices) {
    const total = totals.get(keyOf(index))
    if (total !== undefined) known.set(index, total)
  }
  const unknown = indices.filter((index) => !known.has(index))
  if (unknown.length === 0) return known
  const counted = await countValues(pages, await pages.scanOf(noFilters, options), facet, unknown, options)
  for (const index of unknown) {
    const total = counted.get(index) ?? 0
    totals.set(keyOf(index), total)
    known.set(index, total)
  }
  return known
}
