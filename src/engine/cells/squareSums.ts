import { eventTypes } from '../../incidents/vocabulary.ts'
import type { RowCounter } from '../counts/rowCounter.ts'
import { SPOT_SHIFT, type SpotCounter } from '../counts/spotCounter.ts'
import type { IncidentTable } from '../table.ts'
import { createSpotGrid, type SpotGrid } from './spotGrid.ts'

/** Where in a square's figures what is found: one an event type, as at a spot, then those of an imprecise place. */
const TYPES = eventTypes.length
export const IMPRECISE = TYPES
export const FIGURES = TYPES + 1

/** To let a row in or out takes as long as to sum so many spots. */
const DEARER = 3

/** What passes in the squares of a grid. */
export interface SquareSums {
  grid: SpotGrid
  /** squares x FIGURES, row-major. */
  figures: Uint32Array
  /** Sums of world coordinates, x and y of each square. */
  xy: Float64Array
}

/** How many pass in a square. */
export function countIn({ figures }: SquareSums, square: number): number {
  const from = square * FIGURES
  let sum = 0
  for (let figure = from; figure < from + TYPES; figure += 1) sum += figures[figure] ?? 0
  return sum
}

/** Follows one grid at a time by what enters and leaves, and tells whether anything has since it was last asked. */
export interface SquareCounter extends RowCounter {
  /** Follows another grid from now on. */
  follow(grid: SpotGrid): void
  sums(): { sums: SquareSums; changed: boolean }
}

function emptySums(grid: SpotGrid): SquareSums {
  const { length } = grid.squares
  return {
    grid,
    figures: new Uint32Array(length * FIGURES),
    xy: new Float64Array(2 * length),
  }
}

/**
 * The figures of squares. Where a step lets much in or out, the spots are summed instead.
 * Positions lie on a lattice (`Spots`), so that what was added can be taken away without a rest.
 */
export function squareCounter({ columns, spots }: IncidentTable, atSpots: SpotCounter): SquareCounter {
  const { type } = columns
  const { of, xy, imprecise } = spots
  let now = emptySums(createSpotGrid(spots, () => false, 1))
  let kept: { of: SquareSums; figures: Uint32Array; xy: Float64Array } | undefined
  let stale = true
  let changed = true
  let added = 0

  const sumSpots = ({ grid, ...sums }: SquareSums) => {
    sums.figures.fill(0)
    sums.xy.fill(0)
    const squares = grid.squares.length
    for (let spot = 0; spot < spots.count; spot += 1) {
      const square = grid.squareOf[spot] ?? 0
      if (square === squares) continue
      const [from, to] = [spot << SPOT_SHIFT, square * FIGURES]
      let count = 0
      for (let each = 0; each < TYPES; each += 1) {
        const ofType = atSpots.figures[from + each] ?? 0
        sums.figures[to + each] = (sums.figures[to + each] ?? 0) + ofType
        count += ofType
      }
      sums.figures[to + IMPRECISE] = (sums.figures[to + IMPRECISE] ?? 0) + count * (imprecise[spot] ?? 0)
      sums.xy[2 * square] = (sums.xy[2 * square] ?? 0) + count * (xy[2 * spot] ?? 0)
      sums.xy[2 * square + 1] = (sums.xy[2 * square + 1] ?? 0) + count * (xy[2 * spot + 1] ?? 0)
    }
  }

  const staleFromNow = () => {
    stale = true
    changed = true
  }

  return {
    follow(grid) {
      now = emptySums(grid)
      staleFromNow()
    },
    sums() {
      if (stale) sumSpots(now)
      const found = { sums: now, changed }
      stale = false
      changed = false
      added = 0
      return found
    },
    add(rows, length, sign) {
      added += length
      if (DEARER * added > spots.count) staleFromNow()
      if (stale) return
      changed = true
      const { grid, figures, xy: sums } = now
      const { squareOf } = grid
      const squares = grid.squares.length
      for (let at = 0; at < length; at += 1) {
        const row = rows[at] ?? 0
        const spot = of[row] ?? 0
        const square = squareOf[spot] ?? 0
        if (square === squares) continue
        const base = square * FIGURES
        const ofType = base + (type[row] ?? 0)
        figures[ofType] = (figures[ofType] ?? 0) + sign
        const vague = base + IMPRECISE
        figures[vague] = (figures[vague] ?? 0) + sign * (imprecise[spot] ?? 0)
        sums[2 * square] = (sums[2 * square] ?? 0) + sign * (xy[2 * spot] ?? 0)
        sums[2 * square + 1] = (sums[2 * square + 1] ?? 0) + sign * (xy[2 * spot + 1] ?? 0)
      }
    },
    clear() {
      now.figures.fill(0)
      now.xy.fill(0)
      stale = false
      changed = true
      added = 0
    },
    fill: staleFromNow,
    keep() {
      kept = stale ? undefined : { of: now, figures: now.figures.slice(), xy: now.xy.slice() }
    },
    restore() {
      staleFromNow()
      if (kept?.of !== now) return
      now.figures.set(kept.figures)
      now.xy.set(kept.xy)
      stale = false
      added = 0
    },
  }
}
