import { bisectLeft, bisector } from 'd3-array'
import type { IncidentColumns } from '../../incidents/columns.ts'
import type { DayRange } from '../../query/incidentQuery.ts'

/** The columns that say when a row may have happened. */
export type DayColumns = Pick<IncidentColumns, 'rows' | 'day' | 'dayFrom' | 'dayTo'>

/**
 * Leads from days to rows. A row is narrow where it happened on its `day` alone, and wide where it may have happened on
 * other days too. Narrow rows are found by the order of the table; wide rows are few and kept apart, in three orders.
 */
export interface DayOrder {
  /** Wide rows, ascending. */
  wide: Uint32Array
  /** Wide rows in ascending order of `dayFrom`, and of `dayTo`. */
  wideByFrom: Uint32Array
  wideByTo: Uint32Array
}

/** Whether the row may have happened on another day than its `day`. */
export function isWide({ day, dayFrom, dayTo }: DayColumns, row: number): boolean {
  return dayFrom[row] !== day[row] || dayTo[row] !== day[row]
}

/** Finds the wide rows and sorts them by their first and by their last day. */
export function dayOrderOf(days: DayColumns): DayOrder {
  const { rows, dayFrom, dayTo } = days
  let count = 0
  for (let row = 0; row < rows; row += 1) if (isWide(days, row)) count += 1
  const wide = new Uint32Array(count)
  for (let row = 0, at = 0; row < rows; row += 1) if (isWide(days, row)) wide[at++] = row
  const by = (column: Int32Array) => wide.toSorted((a, b) => column[a]! - column[b]! || a - b)
  return { wide, wideByFrom: by(dayFrom), wideByTo: by(dayTo) }
}

/** Numbers from `start` up to, but without, `end`; none where `end <= start`. */
export type Span = readonly [start: number, end: number]

/** The rows whose `day` lies in the range. */
export function rowsOfDays({ day }: DayColumns, { from, to }: DayRange): Span {
  const start = bisectLeft(day, from ?? -Infinity)
  return [start, bisectLeft(day, (to ?? Infinity) + 1, start)]
}

/**
 * The rows of an ordered list whose days lie in a span: a view of the list.
 * @param order rows in ascending order of `column`
 * @param column a day of each row
 */
export function rowsWithDay(order: Uint32Array, column: Int32Array, [start, end]: Span): Uint32Array {
  if (start >= end) return order.subarray(0, 0)
  const { left } = bisector((row: number) => column[row]!)
  const first = left(order, start)
  return order.subarray(first, left(order, end, first))
}
