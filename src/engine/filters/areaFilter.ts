import { boundsContain, type Bounds } from '../../incidents/place.ts'
import { isDrawn, type IncidentTable } from '../table.ts'

/** Its position lies in the area; what is known only to its country has none. */
export function areaFilter(table: IncidentTable, area: Bounds): (row: number) => boolean {
  const { lng, lat } = table.columns
  return (row) => isDrawn(table, row) && boundsContain(area, lng[row] ?? NaN, lat[row] ?? NaN)
}
