import type { IncidentQuery } from '../../query/incidentQuery.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { sql, type Sql } from '../sql.ts'
import { dayBetween } from './dayRange.ts'
import { rangeOfPage, type Groups } from './groups.ts'
import type { Snapshot } from './snapshot.ts'
import { readListedRows, type ListedRow } from './summaries.ts'

/** The rows of one page in the order asked for, and the length of the whole list. */
export interface ListPage {
  total: number
  rows: ListedRow[]
}

/** Counts the rows of the list, by an expression over columns of `incidents`, of those for which a condition holds. */
export type CountList = (by: Sql, only: Sql) => Promise<Groups>

/** Rows with one number of dead that are read and sorted for a page, at most: more are counted by days first. */
const MOST_SORTED = 1_000

const day = sql`day`

/** The number of dead that a list is sorted by; -1 where no one gives a number: after what was reported as none. */
const deaths = sql`greatest(fatalities_min, fatalities_max)`

const everyRow = sql`1`

/**
 * Reads one page of the list of the rows that pass.
 * @param passes condition on a row of `incidents`
 * @param countList counts these rows
 */
export async function readListPage(
  snapshot: Snapshot,
  passes: Sql,
  { order, ...page }: Pick<IncidentQuery['list'], 'order' | 'offset' | 'limit'>,
  countList: CountList,
  options: Abortable = {},
): Promise<ListPage> {
  const [offset, limit] = [Math.max(0, page.offset), Math.max(0, page.limit)]
  if (order === 'deadliest') return readDeadliest(snapshot, passes, offset, limit, countList, options)
  const direction = order === 'oldest' ? 1 : -1
  const groups = await countList(day, everyRow)
  const range = rangeOfPage(groups, offset, limit, direction)
  if (!range) return { total: groups.total, rows: [] }
  const { first, last, skip } = range
  const sorted = direction > 0 ? sql`day, row` : sql`day DESC, row DESC`
  const rows = await readListedRows(
    snapshot,
    sql`WHERE ${passes} AND ${dayBetween(first, last)} ORDER BY ${sorted} LIMIT ${skip}, ${limit}`,
    options,
  )
  return { total: groups.total, rows }
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
