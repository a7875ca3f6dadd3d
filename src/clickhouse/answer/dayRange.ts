import type { Day } from '../../incidents/day.ts'
import { sql, type Sql } from '../sql.ts'

/** Days by which `daysOfIncident` may put `day_from` before `day`: those of a year. */
const MOST_WIDENED = 366

/**
 * Condition: the stated first day lies between two days, both inclusive and in either order. It bounds `day_from` too, by
 * which the table is sorted, so that no others are read.
 */
export function dayBetween(a: Day, b: Day): Sql {
  const [from, to] = [Math.min(a, b), Math.max(a, b)]
  return sql`day >= ${from} AND day <= ${to} AND day_from >= ${from - MOST_WIDENED} AND day_from <= ${to}`
}

/**
 * Condition: the stated first day is this one or a later one (direction -1: or an earlier one). As `dayBetween`, it bounds
 * `day_from` too.
 */
export function dayBeyond(day: Day, direction: 1 | -1): Sql {
  return direction > 0
    ? sql`day >= ${day} AND day_from >= ${day - MOST_WIDENED}`
    : sql`day <= ${day} AND day_from <= ${day}`
}
