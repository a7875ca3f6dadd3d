import type { IncidentColumns } from '../../incidents/columns.ts'
import type { Filters } from '../../query/incidentQuery.ts'

/** The claimants' figures, least to most, meet the range; "at least" is open upwards; no figure never passes. */
export function fatalitiesFilter(
  { fatalitiesMin, fatalitiesMax }: IncidentColumns,
  { min, max }: Filters['fatalities'],
): (row: number) => boolean {
  const least = min ?? 0
  const most = max ?? Infinity
  return (row) => {
    const low = fatalitiesMin[row] ?? -1
    const high = fatalitiesMax[row] ?? -1
    if (low < 0 && high < 0) return false
    return Math.max(low, 0) <= most && (high < 0 || high >= least)
  }
}
