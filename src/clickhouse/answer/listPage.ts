import type { IncidentQuery } from '../../query/incidentQuery.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { sql, type Sql } from '../sql.ts'
import { dayBetween, dayBeyond } from './dayRange.ts'
import { rangeOfPage, type Groups } from './groups.ts'
import { isSampled } from './scan.ts'
import type { Snapshot } from './snapshot.ts'
import { readListedRows, type ListedRow } from './summaries.ts'

/** The rows of one page in the order asked for, and the length of the whole list. */
export interface ListPage {
  /** null where it was not counted: all rows that pass. */
  total: number | null
  rows: ListedRow[]
}

/** Counts the rows of the list, by an expression over columns of `incidents`, of those for which a condition holds. */
export type CountList = (by: Sql, only: Sql) => Promise<Groups>

/** How far down a list a sample says where a page is. */
const MOST_BY_SAMPLE = 500

/** Rows with one number of dead that are read and sorted for a page, at most: more are counted by days first. */
const MOST_SORTED = 1_000

const day = sql`day`

/** The number of dead that a list is sorted by; -1 where no one gives a number: after what was reported as none. */
const deaths = sql`greatest(fatalities_min, fatalities_max)`

const everyRow = sql`1`

/** How the rows of a list are counted. */
export interface ListCounts {
  all: CountList
  /**
   * Counts a sample of them: a page that lies within so many rows of the sample lies within as many of all. null where
   * the length of the list must be counted too.
   */
  sample: CountList | null
}

/** Tier of the sample: one row of 16. */
const SAMPLE_TIER = 4

/** Counts a sample of a list. */
export function sampleOfList(countList: CountList): CountList {
  return (by, only) => countList(by, sql`${isSampled(SAMPLE_TIER)} AND ${only}`)
}

/**
 * Reads one page of the list of the rows that pass.
 * @param passes condition on a row of `incidents`
 */
export async function readListPage(
  snapshot: Snapshot,
  passes: Sql,
  { order, ...page }: Pick<IncidentQuery['list'], 'order' | 'offset' | 'limit'>,
  { all: countList, sample }: ListCounts,
  options: Abortable = {},
): Promise<ListPage> {
  const [offset, limit] = [Math.max(0, page.offset), Math.max(0, page.limit)]
  if (order === 'deadliest') return readDeadliest(snapshot, passes, offset, limit, countList, options)
  const direction = order === 'oldest' ? 1 : -1
  const sorted = direction > 0 ? sql`day, row` : sql`day DESC, row DESC`
  if (sample && offset + limit <= MOST_BY_SAMPLE) {
    const enough = dayOfEnough(await sample(day, everyRow), offset + limit, direction)
    if (enough !== undefined) {
      const near = dayBeyond(enough, direction > 0 ? -1 : 1)
      const rest = sql`WHERE ${passes} AND ${near} ORDER BY ${sorted} LIMIT ${offset}, ${limit}`
      return { total: null, rows: await readListedRows(snapshot, rest, options) }
    }
  }
  const groups = await countList(day, everyRow)
  const range = rangeOfPage(groups, offset, limit, direction)
  if (!range) return { total: groups.total, rows: [] }
  const { first, last, skip } = range
  const rest = sql`WHERE ${passes} AND ${dayBetween(first, last)} ORDER BY ${sorted} LIMIT ${skip}, ${limit}`
  return { total: groups.total, rows: await readListedRows(snapshot, rest, options) }
}

/** The day up to which, from the list's beginning on, there are so many rows; undefined where there are fewer. */
function dayOfEnough({ values, counts }: Groups, wanted: number, direction: 1 | -1): number | undefined {
  let [at, rows] = [direction > 0 ? 0 : values.length - 1, 0]
  for (; at >= 0 && at < values.length; at += direction) {
    rows += counts[at] ?? 0
    if (rows >= wanted) return values[at]
  }
  return undefined
}

async function readDeadliest(
  snapshot: Snapshot,
  passes: Sql,
  offset: number,
  limit: number,
  countList: CountList,
  options: Abortable,
): Promise<ListPage> {
  const groups = await countList(deaths, everyRow)
  const range = rangeOfPage(groups, offset, limit, -1)
  if (!range) return { total: groups.total, rows: [] }
  const { first, last, skip } = range
  const equal = groups.counts[groups.values.indexOf(first)] ?? 0
  const start =
    equal > MOST_SORTED ? await startAmongEqual(first, skip, limit, countList) : { only: everyRow, skip }
  const fewerDead = sql`${deaths} < ${first} AND ${deaths} >= ${last}`
  const rows = await readListedRows(
    snapshot,
    sql`WHERE ${passes} AND ((${deaths} = ${first} AND ${start.only}) OR (${fewerDead}))
      ORDER BY ${deaths} DESC, day DESC, row DESC LIMIT ${start.skip}, ${limit}`,
    options,
  )
  return { total: groups.total, rows }
}

/**
 * Where a page begins among the rows of one number of dead: the days that its rows of that number are in, and how many
 * rows of them to skip.
 */
async function startAmongEqual(
  dead: number,
  skip: number,
  limit: number,
  countList: CountList,
): Promise<{ only: Sql; skip: number }> {
  const range = rangeOfPage(await countList(day, sql`${deaths} = ${dead}`), skip, limit, -1)
  return range ? { only: dayBetween(range.first, range.last), skip: range.skip } : { only: everyRow, skip }
}
