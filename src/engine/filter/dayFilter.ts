import type { DayRange } from '../../query/incidentQuery.ts'
import type { DayColumns } from '../table/dayOrder.ts'

/** Passes rows that may have happened on a day of the range. */
export function dayFilter(
  { dayFrom, dayTo }: Pick<DayColumns, 'dayFrom' | 'dayTo'>,
  { from, to }: DayRange,
): (row: number) => boolean {
  const first = from ?? -Infinity
  const last = to ?? Infinity
  return (row) => dayFrom[row]! <= last && dayTo[row]! >= first
}
