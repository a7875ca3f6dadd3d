import type { IncidentColumns } from '../../incidents/columns.ts'
import type { DayRange } from '../../query/incidentQuery.ts'

/** A day on which it may have happened lies in the range. */
export function dayFilter(
  { dayFrom, dayTo }: Pick<IncidentColumns, 'dayFrom' | 'dayTo'>,
  { from, to }: DayRange,
): (row: number) => boolean {
  const first = from ?? -Infinity
  const last = to ?? Infinity
  return (row) => (dayFrom[row] ?? NaN) <= last && (dayTo[row] ?? NaN) >= first
}
