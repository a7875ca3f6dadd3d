import type { Day } from '../../incidents/day.ts'
import type { DayRange } from '../../query/incidentQuery.ts'
import { joined, sql, type Sql } from '../sql.ts'

/** Days of a quarter: rows are on disk in the order of their quarters. */
const QUARTER_DAYS = 90

/** The quarter of a row, written as in the order of the table `incidents`: so that ClickHouse reads only what is meant. */
export const quarterOf: Sql = sql`intDiv(day_from, ${QUARTER_DAYS})`

/** The quarter of a row with this `day_from`: as `quarterOf`, rounded towards 0. */
export function quarterAt(day: Day): number {
  return Math.trunc(day / QUARTER_DAYS)
}

/** A quarter that has rows. */
export interface Quarter {
  /** `day_from` of its rows, divided by QUARTER_DAYS and rounded towards 0. */
  quarter: number
  /** The largest `day_to` of its rows. */
  lastDay: Day
}

/**
 * Condition that names the quarters of which any row can pass the range of days. Most are one run; those before it with a
 * row that lasts into the range are listed.
 * @param quarters all that have rows, ascending
 * @returns undefined where each can have such rows
 */
export function quartersWithin(quarters: readonly Quarter[], { from, to }: DayRange): Sql | undefined {
  const last = to === null ? Infinity : quarterAt(to)
  const isWanted = ({ quarter, lastDay }: Quarter) => quarter <= last && lastDay >= (from ?? -Infinity)
  if (quarters.every(isWanted)) return undefined
  const end = quarters.findLastIndex(isWanted)
  if (end < 0) return sql`0`
  const start = quarters.slice(0, end).findLastIndex((quarter) => !isWanted(quarter)) + 1
  const run = quarters.slice(start, end + 1).map(({ quarter }) => quarter)
  const inRun = sql`(${quarterOf} >= ${run.slice(0, 1)} AND ${quarterOf} <= ${run.slice(-1)})`
  const before = quarters.slice(0, start).filter(isWanted)
  if (before.length === 0) return inRun
  const listed = sql`${quarterOf} IN (${before.map(({ quarter }) => quarter)})`
  return sql`(${joined([inRun, listed], ' OR ')})`
}
