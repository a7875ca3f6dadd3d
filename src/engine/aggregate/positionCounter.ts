import { eventTypes } from '../../incidents/vocabulary.ts'
import type { IncidentTable } from '../table/table.ts'
import { keeper, type RowCounter } from './rowCounter.ts'

/** What passes at each spot. */
export interface SpotCounter extends RowCounter {
  /** Rows in, by spot. */
  total: Uint32Array
  /** Of all rows of the table, in or not: spots x event types, row-major. */
  whole: Uint32Array
}

export function spotCounter({ columns, spots }: IncidentTable): SpotCounter {
  const { type, rows } = columns
  const { of } = spots
  const types = eventTypes.length
  const total = new Uint32Array(spots.count)
  const whole = new Uint32Array(spots.count * types)
  for (let row = 0; row < rows; row += 1) {
    const ofType = (of[row] ?? 0) * types + (type[row] ?? 0)
    whole[ofType] = (whole[ofType] ?? 0) + 1
  }
  return {
    total,
    whole,
    add(list, length, sign) {
      for (let at = 0; at < length; at += 1) {
        const spot = of[list[at] ?? 0] ?? 0
        total[spot] = (total[spot] ?? 0) + sign
      }
    },
    clear: () => void total.fill(0),
    fill(wanted) {
      for (let spot = 0, from = 0; spot < total.length; spot += 1, from += types) {
        let sum = 0
        for (let each = 0; each < types; each += 1) if (wanted[each] === 1) sum += whole[from + each] ?? 0
        total[spot] = sum
      }
    },
    ...keeper([total]),
  }
}
