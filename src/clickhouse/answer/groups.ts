import type { Day } from '../../incidents/day.ts'
import type { Abortable } from '../../query/incidentSource.ts'
import type { Connection } from '../connection.ts'
import { sql, type Sql } from '../sql.ts'
import { wholeTable } from '../tables.ts'

/** How many rows of a list there are by a whole number that each row has: its day, or its number of dead. */
export interface Groups {
  /** Ascending. */
  values: readonly number[]
  /** Rows of each, above 0. */
  counts: readonly number[]
  total: number
}

/**
 * Counts the rows that pass a condition by a whole number. A page far down a list is found by these counts, so that only
 * the rows of few groups are read and sorted.
 * @param by a column of `incidents`, or an expression over it
 * @param passes condition on a row
 */
export async function countGroups(
  connection: Connection,
  by: Sql,
  passes: Sql,
  { signal }: Abortable = {},
): Promise<Groups> {
  const rows = await connection.rows<[value: number, count: number]>(
    sql`SELECT ${by} AS value, count() FROM ${wholeTable(connection.base, 'incidents')}
      WHERE ${passes} GROUP BY value ORDER BY value`,
    { signal },
  )
  return {
    values: rows.map(([value]) => value),
    counts: rows.map(([, count]) => count),
    total: rows.reduce((sum, [, count]) => sum + count, 0),
  }
}

/** Some neighbouring groups that hold a part of a list. */
export interface GroupRange {
  /** Value of the group where the part begins, and of that where it ends. */
  first: number
  last: number
  /** Rows of the first group that come before the part. */
  skip: number
}

/**
 * The groups of the rows from `offset` up to, but without, `offset + limit`.
 * @param direction 1: the list begins with the least value; -1: with the greatest
 * @returns undefined where the list has no such rows
 */
export function rangeOfPage(
  { values, counts, total }: Groups,
  offset: number,
  limit: number,
  direction: 1 | -1,
): GroupRange | undefined {
  if (offset >= total || limit <= 0) return undefined
  const at = (n: number) => (direction > 0 ? n : values.length - 1 - n)
  let [group, before] = [0, 0]
  while (before + (counts[at(group)] ?? 0) <= offset) {
    before += counts[at(group)] ?? 0
    group += 1
  }
  const first = values[at(group)]
  let last = first
  for (let end = before; end < offset + limit && group < values.length; group += 1) {
    end += counts[at(group)] ?? 0
    last = values[at(group)]
  }
  return first === undefined || last === undefined ? undefined : { first, last, skip: offset - before }
}

/** The nearest value on one side; undefined where no group has one there. */
export function nextValue({ values }: Groups, value: Day, direction: 1 | -1): number | undefined {
  return direction > 0 ? values.find((each) => each > value) : values.findLast((each) => each < value)
}
