import { eventTypes } from '../../incidents/vocabulary.ts'
import type { IncidentTable } from '../table.ts'
import { keeper, type RowCounter } from './rowCounter.ts'

/** A spot's figures begin at `spot << SPOT_SHIFT`: all, then by event type. Room for eight, so that they share a line of the cache. */
export const SPOT_SHIFT = 3
export const ALL = 0
export const OF_TYPE = 1

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
      const base = (of[row] ?? 0) << SPOT_SHIFT
      const ofType = base + OF_TYPE + (type[row] ?? 0)
      figures[base] = (figures[base] ?? 0) + sign
      figures[ofType] = (figures[ofType] ?? 0) + sign
    }
  }

  // Counts by type of all rows tell those of any types: one array instead of one a type.
  const whole = new Uint32Array(figures.length)
  for (let row = 0; row < rows; row += 1) {
    const ofType = ((of[row] ?? 0) << SPOT_SHIFT) + OF_TYPE + (type[row] ?? 0)
    whole[ofType] = (whole[ofType] ?? 0) + 1
  }

  return {
    figures,
    totalAt: (spot) => figures[spot << SPOT_SHIFT] ?? 0,
    add,
    clear: () => void figures.fill(0),
    fill(wanted) {
      for (let base = 0; base < figures.length; base += 1 << SPOT_SHIFT) {
        let sum = 0
        for (let each = 0; each < eventTypes.length; each += 1) {
          const count = wanted[each] === 1 ? (whole[base + OF_TYPE + each] ?? 0) : 0
          figures[base + OF_TYPE + each] = count
          sum += count
        }
        figures[base + ALL] = sum
      }
    },
    ...keeper([figures]),
  }
}
