import type { Day } from '../../incidents/day.ts'
import type { DayRange } from '../../query/incidentQuery.ts'
import { joined, sql, type Sql } from '../sql.ts'

/** Days of a quarter. */
const QUARTER_DAYS = 90

/** The quarter of a row, by `day_from`. */
export const quarterOf: Sql = sql`toInt32(floor(day_from / ${QUARTER_DAYS}))`

/** A quarter that has rows. */
export interface Quarter {
  /** `day_from` of its rows, divided by QUARTER_DAYS and rounded down. */
  quarter: number
  /** The largest `day_to` of its rows. */
  lastDay: Day
}

/**
 * Condition on `day_from`, by which rows are on disk: it holds for the quarters of which any row can pass the range of
 * days. Most are one run; before it there are those with a row that lasts into the range.
 * @param quarters all that have rows, ascending
 * @returns undefined where each can have such rows
 */
export function quartersWithin(quarters: readonly Quarter[], { from, to }: DayRange): Sql | undefined {
  const isWanted = ({ quarter, lastDay }: Quarter) =>
    quarter * QUARTER_DAYS <= (to ?? Infinity) && lastDay >= (from ?? -Infinity)
  if (quarters.every(isWanted)) return undefined
  const runs: { first: number; last: number }[] = []
  let run: (typeof runs)[number] | undefined
  for (const each of quarters) {
    if (!isWanted(each)) run = undefined
    else if (run) run.last = each.quarter
    else runs.push((run = { first: each.quarter, last: each.quarter }))
  }
  if (runs.length === 0) return sql`0`
  const ranges = runs.map(
    ({ first, last }) =>
      sql`(day_from >= ${first * QUARTER_DAYS} AND day_from < ${(last + 1) * QUARTER_DAYS})`,
  )
  return sql`(${joined(ranges, ' OR ')})`
}
