import type { IncidentColumns } from '../../incidents/columns.ts'
import type { Filters } from '../../query/incidentQuery.ts'

/**
 * Passes rows for which the range that the claimants give (least to most; open upwards for "at least") meets the range
 * asked for. A row for which no one gives a number never passes.
 */
export function fatalitiesFilter(
  { fatalitiesMin, fatalitiesMax }: IncidentColumns,
  { min, max }: Filters['fatalities'],
): (row: number) => boolean {
  const least = min ?? 0
  const most = max ?? Infinity
  return (row) => {
    // -1: no number given.
    const low = fatalitiesMin[row]!
    const high = fatalitiesMax[row]!
    if (low < 0 && high < 0) return false
    return Math.max(low, 0) <= most && (high < 0 || high >= least)
  }
}
