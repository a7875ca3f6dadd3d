import { eventTypes } from '../../incidents/vocabulary.ts'
import { keeper, type RowCounter } from '../aggregate/rowCounter.ts'
import type { SpotCounter } from '../aggregate/positionCounter.ts'
import type { IncidentTable } from '../table/table.ts'
import type { SpotGrid } from './positionGrid.ts'

const TYPES = eventTypes.length

/** Where in a square's figures, behind those of each event type, what lies at an imprecise place is found. */
export const IMPRECISE = TYPES

/** A square's figures begin at `square << SQUARE_SHIFT`. */
export const SQUARE_SHIFT = 3

/** To let a row in or out takes as long as to sum so many spots. */
const DEARER = 3

/** What passes in the squares of a grid, that which stands for none included: so nobody need ask. */
export interface SquareSums {
  grid: SpotGrid
  figures: Uint32Array
  /** Sums of world coordinates, x and y of each square. */
  xy: Float64Array
}

/** Keeps the figures of a grid's squares. */
export interface SquareCounter extends RowCounter {
  /** What passes now, and whether that has changed since it was last asked for. */
  sums(): { sums: SquareSums; changed: boolean }
}

/** How many pass in a square. */
export function countIn({ figures }: SquareSums, square: number): number {
  const from = square << SQUARE_SHIFT
  let sum = 0
  for (let figure = from; figure < from + TYPES; figure += 1) sum += figures[figure] ?? 0
  return sum
}

/**
 * Positions lie on a lattice (`Spots`), so that what was added can be taken away without a rest; where much comes or
 * goes they are summed anew.
 * @param atSpots what passes at each spot, whenever the sums are asked for
 */
export function squareCounter(
  { columns, spots }: IncidentTable,
  grid: SpotGrid,
  atSpots: SpotCounter,
): SquareCounter {
  const { type } = columns
  const { of, imprecise } = spots
  const { squareOf } = grid
  const squares = grid.squares.length
  const sums: SquareSums = {
    grid,
    figures: new Uint32Array(squares << SQUARE_SHIFT),
    xy: new Float64Array(2 * squares),
  }
  const { figures, xy } = sums
  const kept = keeper([figures])
  let changed = true
  /** Rows that came and went since the positions were summed. */
  let moved = 0

  const sumPositions = () => {
    xy.fill(0)
    for (let spot = 0; spot < spots.count; spot += 1) {
      const count = atSpots.total[spot] ?? 0
      if (count === 0) continue
      const at = 2 * (squareOf[spot] ?? 0)
      xy[at] = (xy[at] ?? 0) + count * (spots.xy[2 * spot] ?? 0)
      xy[at + 1] = (xy[at + 1] ?? 0) + count * (spots.xy[2 * spot + 1] ?? 0)
    }
  }
  const isMoved = () => DEARER * moved > spots.count
  const anew = () => {
    moved = Infinity
    changed = true
  }

  return {
    sums() {
      if (isMoved()) sumPositions()
      const found = { sums, changed }
      moved = 0
      changed = false
      return found
    },
    add(rows, length, sign) {
      moved += length
      changed = true
      for (let at = 0; at < length; at += 1) {
        const row = rows[at] ?? 0
        const spot = of[row] ?? 0
        const from = (squareOf[spot] ?? 0) << SQUARE_SHIFT
        const ofType = from + (type[row] ?? 0)
        figures[ofType] = (figures[ofType] ?? 0) + sign
        const vague = from + IMPRECISE
        figures[vague] = (figures[vague] ?? 0) + sign * (imprecise[spot] ?? 0)
      }
      if (isMoved()) return
      for (let at = 0; at < length; at += 1) {
        const spot = of[rows[at] ?? 0] ?? 0
        const x = 2 * (squareOf[spot] ?? 0)
        xy[x] = (xy[x] ?? 0) + sign * (spots.xy[2 * spot] ?? 0)
        xy[x + 1] = (xy[x + 1] ?? 0) + sign * (spots.xy[2 * spot + 1] ?? 0)
      }
    },
    clear() {
      figures.fill(0)
      xy.fill(0)
      moved = 0
      changed = true
    },
    fill(wanted) {
      figures.fill(0)
      for (let spot = 0; spot < spots.count; spot += 1) {
        const from = (squareOf[spot] ?? 0) << SQUARE_SHIFT
        let sum = 0
        for (let each = 0; each < TYPES; each += 1) {
          if (wanted[each] !== 1) continue
          const count = atSpots.whole[spot * TYPES + each] ?? 0
          figures[from + each] = (figures[from + each] ?? 0) + count
          sum += count
        }
        figures[from + IMPRECISE] = (figures[from + IMPRECISE] ?? 0) + sum * (imprecise[spot] ?? 0)
      }
      anew()
    },
    keep: kept.keep,
    restore() {
      kept.restore()
      anew()
    },
  }
}
