import { listAt } from '../../incidents/columns.ts'
import type { BuiltColumns } from '../../incidents/columnsBuilder.ts'
import type { DaySpan } from '../../incidents/day.ts'

/** What some of the incidents span, and how many actors they name; `days` null where there are none. */
export interface RowsExtent {
  days: DaySpan | null
  actors: number
}

/** @param isWanted by the number of an incident in the order of reading */
export function extentOf(
  { columns, order }: BuiltColumns,
  isWanted: (number: number) => boolean,
): RowsExtent {
  const actors = new Set<number>()
  let [from, to] = [Infinity, -Infinity]
  for (let row = 0; row < columns.rows; row += 1) {
    if (!isWanted(order?.[row] ?? row)) continue
    const start = columns.day[row] ?? 0
    from = Math.min(from, start)
    to = Math.max(to, start + (columns.days[row] ?? 0))
    for (const actor of listAt(columns.actors, row)) actors.add(actor)
  }
  return { days: from > to ? null : { from, to }, actors: actors.size }
}
