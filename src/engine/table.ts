import type { IncidentColumns } from '../incidents/columns.ts'
import { mercatorX, mercatorY } from '../incidents/place.ts'
import { geoPrecisions } from '../incidents/vocabulary.ts'

/**
 * What the engine works on: the columns with what every query would otherwise compute again. Read only.
 * Rows are in the order of `day`, so a list by date is the rows as they are.
 */
export interface IncidentTable {
  columns: IncidentColumns
  rows: number
  /** Web Mercator, 0 to 1; NaN where the incident is not drawn: known only to its country, or without a position. */
  x: Float64Array
  y: Float64Array
}

const COUNTRY = geoPrecisions.indexOf('country')

/** @throws RangeError where rows are not in the order of days */
export function createTable(columns: IncidentColumns): IncidentTable {
  const { rows, day, lng, lat, geoPrecision } = columns
  const x = new Float64Array(rows).fill(NaN)
  const y = new Float64Array(rows).fill(NaN)
  for (let row = 0; row < rows; row += 1) {
    if (row > 0 && (day[row] ?? 0) < (day[row - 1] ?? 0))
      throw new RangeError(`row ${row} is earlier than the one before`)
    const [east, north] = [lng[row] ?? NaN, lat[row] ?? NaN]
    if (geoPrecision[row] === COUNTRY || !Number.isFinite(east) || !Number.isFinite(north)) continue
    x[row] = mercatorX(east)
    y[row] = mercatorY(north)
  }
  return { columns, rows, x, y }
}

/** Whether the row stands anywhere on the map. */
export function isDrawn(table: IncidentTable, row: number): boolean {
  return !Number.isNaN(table.x[row] ?? NaN)
}
