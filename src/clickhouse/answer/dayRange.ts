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
