import { eventTypes } from '../../incidents/vocabulary.ts'
import type { IncidentTable } from '../table.ts'
import { keeper, type RowCounter } from './rowCounter.ts'

/**
 * A spot's figures, one an event type, begin at `spot << SPOT_SHIFT`: room for eight, so that they share a line of the
 * cache. Their sum is not kept, as that would be one more to write for each row.
 */
export const SPOT_SHIFT = 3

/** What passes at each spot. */
export interface SpotCounter extends RowCounter {
  figures: Uint32Array
  /** Rows in at the spot. */
  totalAt(spot: number): number
}

export function spotCounter({ columns, spots }: IncidentTable): SpotCounter {
  const { type, rows } = columns
  const { of } = spots
  const figures = new Uint32Array(spots.count << SPOT_SHIFT)

  const add: RowCounter['add'] = (list, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const row = list[at] ?? 0
      const figure = ((of[row] ?? 0) << SPOT_SHIFT) + (type[row] ?? 0)
      figures[figure] = (figures[figure] ?? 0) + sign
    }
  }

  // Counts by type of all rows tell those of any types: one array instead of one a type.
  const whole = new Uint32Array(figures.length)
  for (let row = 0; row < rows; row += 1) {
    const figure = ((of[row] ?? 0) << SPOT_SHIFT) + (type[row] ?? 0)
    whole[figure] = (whole[figure] ?? 0) + 1
  }

  return {
    figures,
    totalAt(spot) {
      const from = spot << SPOT_SHIFT
      let sum = 0
      for (let figure = from; figure < from + eventTypes.length; figure += 1) sum += figures[figure] ?? 0
      return sum
    },
    add,
    clear: () => void figures.fill(0),
    fill(wanted) {
      for (let from = 0; from < figures.length; from += 1 << SPOT_SHIFT)
        for (let each = 0; each < eventTypes.length; each += 1)
          figures[from + each] = wanted[each] === 1 ? (whole[from + each] ?? 0) : 0
    },
    ...keeper([figures]),
  }
}
