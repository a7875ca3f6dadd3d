import { failedFields } from '../../engine/filter/failMask.ts'
import type { IncidentSummary, OpenIncidentState } from '../../query/incidentResult.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import { sql, type Sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'
import { dayBetween } from './dayRange.ts'
import { findIncidents } from './findIncidents.ts'
import { nextValue } from './groups.ts'
import type { CountList } from './listPage.ts'
import type { Snapshot } from './snapshot.ts'
import { readListedRows, summariesOf, type ListedRow } from './summaries.ts'

/** The open incident among the results, and its row where the version has it. */
export interface OpenRow {
  state: OpenIncidentState
  listed: ListedRow | undefined
}

/** What is asked of rows: SQL over a row of `incidents`. */
export interface RowTests {
  /** Condition: the row is of the version and passes every filter. */
  passes: Sql
  /** The bits (`bitOf`) of the filters that the row fails. */
  failMask: Sql
}

/**
 * How an incident relates to the results.
 * @param countResults counts the rows that pass every filter
 */
export async function readOpenState(
  snapshot: Snapshot,
  id: string,
  tests: RowTests,
  countResults: CountList,
  options: Abortable = {},
): Promise<OpenRow> {
  const [found] = await findIncidents(snapshot, [id], options)
  if (!found) return { state: { fails: [], earlier: null, later: null }, listed: undefined }
  const { listed, summary } = found
  const next = (direction: 1 | -1) =>
    neighbour(snapshot, listed, direction, tests.passes, countResults, options)
  const [mask, earlier, later] = await Promise.all([
    readMask(snapshot, listed, tests.failMask, options),
    next(-1),
    next(1),
  ])
  const neighbours = await idsOf(snapshot, [earlier, later], options)
  const [before = null, after = null] = neighbours
  return {
    state: { summary, fails: failedFields(mask), earlier: before, later: after },
    listed,
  }
}

async function readMask(
  { connection, visible }: Snapshot,
  { row, day }: ListedRow,
  failMask: Sql,
  { signal }: Abortable,
): Promise<number> {
  const [found] = await connection.rows<[mask: number, row: number]>(
    // With a column beside it: ClickHouse 18.16 finds a number alone nowhere.
    sql`SELECT ${failMask}, row FROM ${wholeTable(connection.base, 'incidents')}
      WHERE ${visible} AND ${dayBetween(day, day)} AND row = ${row}`,
    { signal },
  )
  return found?.[0] ?? 0
}

/** The nearest passing row on one side of a row, by day and row; undefined where there is none. */
async function neighbour(
  snapshot: Snapshot,
  { row, day }: ListedRow,
  direction: 1 | -1,
  passes: Sql,
  countResults: CountList,
  options: Abortable,
): Promise<ListedRow | undefined> {
  const days = await countResults(sql`day`, sql`1`)
  const [beyond, order] =
    direction > 0
      ? [sql`(day > ${day} OR row > ${row})`, sql`day, row`]
      : [sql`(day < ${day} OR row < ${row})`, sql`day DESC, row DESC`]
  const range = dayBetween(day, nextValue(days, day, direction) ?? day)
  const [found] = await readListedRows(
    snapshot,
    sql`WHERE ${passes} AND ${range} AND ${beyond} ORDER BY ${order} LIMIT 1`,
    options,
  )
  return found
}

/** The ids of rows, in their order; null for undefined. */
async function idsOf(
  snapshot: Snapshot,
  rows: readonly (ListedRow | undefined)[],
  options: Abortable,
): Promise<(IncidentSummary['id'] | null)[]> {
  const known = rows.filter((row) => row !== undefined)
  const summaries = await summariesOf(snapshot, known, options)
  return rows.map((row) => (row === undefined ? null : (summaries[known.indexOf(row)]?.id ?? null)))
}
