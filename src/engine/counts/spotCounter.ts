import { eventTypes } from '../../incidents/vocabulary.ts'
import type { IncidentTable } from '../table.ts'
import { keeper, type RowCounter } from './rowCounter.ts'

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
  const total = new Uint32Array(spots.count)
  const byType = new Uint32Array(spots.count * types)
  const kept = keeper([total, byType])

  const add: RowCounter['add'] = (list, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const row = list[at] ?? 0
      const spot = of[row] ?? 0
      total[spot] = (total[spot] ?? 0) + sign
      const cell = spot * types + (type[row] ?? 0)
      byType[cell] = (byType[cell] ?? 0) + sign
    }
  }

  // Counts by type of all rows tell those of any types: one array instead of one a type.
  const whole = new Uint32Array(byType.length)
  for (let row = 0; row < columns.rows; row += 1) {
    const cell = (of[row] ?? 0) * types + (type[row] ?? 0)
    whole[cell] = (whole[cell] ?? 0) + 1
  }

  return {
    total,
    byType,
    add,
    clear() {
      total.fill(0)
      byType.fill(0)
    },
    fill(wanted) {
      for (let spot = 0, cell = 0; spot < total.length; spot += 1) {
        let sum = 0
        for (let each = 0; each < types; each += 1, cell += 1) {
          const count = wanted[each] === 1 ? (whole[cell] ?? 0) : 0
          byType[cell] = count
          sum += count
        }
        total[spot] = sum
      }
    },
    keep: kept.keep,
    restore: kept.restore,
  }
}
