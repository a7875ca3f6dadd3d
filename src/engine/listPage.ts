import { boundsContain } from '../incidents/place.ts'
import type { IncidentQuery } from '../query/incidentQuery.ts'
import type { FailMask } from './failMask.ts'
import { isDrawn, type IncidentTable } from './table.ts'

/** The rows of one page in the asked order, and how many the whole list has. */
export function listPage(
  table: IncidentTable,
  mask: FailMask,
  list: IncidentQuery['list'],
): { total: number; rows: number[] } {
  const passing = passingRows(table, mask, list.within)
  const ordered = inOrder(table, passing, list.order)
  const offset = Math.max(0, list.offset)
  return { total: ordered.length, rows: ordered.slice(offset, offset + Math.max(0, list.limit)) }
}

/** In the order of the table, which is the order of days. */
function passingRows(
  table: IncidentTable,
  mask: FailMask,
  within: IncidentQuery['list']['within'],
): number[] {
  const { lng, lat } = table.columns
  const rows: number[] = []
  for (let row = 0; row < table.rows; row += 1) {
    if (mask[row] !== 0) continue
    if (within && !(isDrawn(table, row) && boundsContain(within, lng[row] ?? NaN, lat[row] ?? NaN))) continue
    rows.push(row)
  }
  return rows
}

function inOrder(
  { columns }: IncidentTable,
  rows: number[],
  order: IncidentQuery['list']['order'],
): number[] {
  switch (order) {
    case 'oldest':
      return rows
    case 'newest':
      return rows.toReversed()
    case 'deadliest': {
      // What was not reported comes last, after what was reported as none; equals by the newer day.
      const deaths = (row: number) =>
        Math.max(columns.fatalitiesMin[row] ?? -1, columns.fatalitiesMax[row] ?? -1)
      return rows.toSorted((a, b) => deaths(b) - deaths(a) || b - a)
    }
  }
}
