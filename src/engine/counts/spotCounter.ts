import { eventTypes } from '../../incidents/vocabulary.ts'
import type { IncidentTable } from '../table.ts'
import { arrayCounter, type RowCounter } from './rowCounter.ts'

/** What passes at each spot. */
export interface SpotCounter extends RowCounter {
  /** Rows in, by spot. */
  total: Uint32Array
  /** spots x 6 event types, row-major. */
  byType: Uint32Array
}

export function spotCounter({ columns, spots }: IncidentTable): SpotCounter {
  const { type } = columns
  const { of } = spots
  const types = eventTypes.length
  const counts = new Uint32Array(spots.count * (types + 1))
  const total = counts.subarray(0, spots.count)
  const byType = counts.subarray(spots.count)
  const counter = arrayCounter(counts, type, (list, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const row = list[at] ?? 0
      const spot = of[row] ?? 0
      total[spot] = (total[spot] ?? 0) + sign
      const cell = spot * types + (type[row] ?? 0)
      byType[cell] = (byType[cell] ?? 0) + sign
    }
  })
  return { ...counter, total, byType }
}
