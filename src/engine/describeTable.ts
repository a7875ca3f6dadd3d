import type { DatasetAbout } from '../incidents/incident.ts'
import type { DatasetContents } from '../query/incidentSource.ts'
import type { IncidentTable } from './table/table.ts'

/**
 * What a data set says of itself: its extents, dictionaries and counts.
 * @param totals for each facet the rows that have each value, without any filter
 * @param bounds of all drawn positions
 */
export function describeTable(
  { columns, rows }: IncidentTable,
  about: DatasetAbout,
  totals: DatasetContents['totals'],
  bounds: DatasetContents['bounds'],
): DatasetContents {
  let [from, to, sources] = [Infinity, -Infinity, 0]
  for (let row = 0; row < rows; row += 1) {
    from = Math.min(from, columns.dayFrom[row]!)
    to = Math.max(to, columns.dayTo[row]!)
    sources += columns.sources[row]!
  }
  return {
    about,
    incidents: rows,
    sources,
    days: rows > 0 ? { from, to } : null,
    bounds,
    dictionaries: columns.dictionaries,
    totals,
  }
}
