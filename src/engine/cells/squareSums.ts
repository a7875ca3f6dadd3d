import { eventTypes } from '../../incidents/vocabulary.ts'
import type { RowCounter } from '../counts/rowCounter.ts'
import { ALL, OF_TYPE, SPOT_SHIFT, type SpotCounter } from '../counts/spotCounter.ts'
import type { IncidentTable } from '../table.ts'
import { createSpotGrid, type SpotGrid } from './spotGrid.ts'

/** Where in a square's figures what is found: first what a spot's figures hold, then those of an imprecise place. */
const LIKE_SPOTS = OF_TYPE + eventTypes.length
export const IMPRECISE = LIKE_SPOTS
export const FIGURES = LIKE_SPOTS + 1

/** To let a row in or out takes as long as to sum so many spots. */
const DEARER = 3

/** What passes in the squares of a grid. */
export interface SquareSums {
  grid: SpotGrid
  /** squares x FIGURES, row-major. */
  figures: Uint32Array
  /** Sums of world coordinates. */
  x: Float64Array
  y: Float64Array
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
    x: new Float64Array(length),
    y: new Float64Array(length),
  }
}

/**
 * The figures of squares. Where a step lets much in or out, the spots are summed instead.
 * Positions lie on a lattice (`Spots`), so that what was added can be taken away without a rest.
 */
export function squareCounter({ columns, spots }: IncidentTable, atSpots: SpotCounter): SquareCounter {
  const { type } = columns
  const { of, x, y, imprecise } = spots
  let now = emptySums(createSpotGrid(spots, () => false, 1))
  let kept: { of: SquareSums; figures: Uint32Array; x: Float64Array; y: Float64Array } | undefined
  let stale = true
  let changed = true
  let added = 0

  const sumSpots = ({ grid, ...sums }: SquareSums) => {
    sums.figures.fill(0)
    sums.x.fill(0)
    sums.y.fill(0)
    const { figures } = atSpots
    const squares = grid.squares.length
    for (let spot = 0; spot < spots.count; spot += 1) {
      const from = spot << SPOT_SHIFT
      const count = figures[from + ALL] ?? 0
      const square = grid.squareOf[spot] ?? 0
      if (count === 0 || square === squares) continue
      const base = square * FIGURES
      for (let each = 0; each < LIKE_SPOTS; each += 1)
        sums.figures[base + each] = (sums.figures[base + each] ?? 0) + (figures[from + each] ?? 0)
      if (imprecise[spot] === 1)
        sums.figures[base + IMPRECISE] = (sums.figures[base + IMPRECISE] ?? 0) + count
      sums.x[square] = (sums.x[square] ?? 0) + count * (x[spot] ?? 0)
      sums.y[square] = (sums.y[square] ?? 0) + count * (y[spot] ?? 0)
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
      const { grid, figures, x: sumX, y: sumY } = now
      const { squareOf } = grid
      const squares = grid.squares.length
      for (let at = 0; at < length; at += 1) {
        const row = rows[at] ?? 0
        const spot = of[row] ?? 0
        const square = squareOf[spot] ?? 0
        if (square === squares) continue
        const base = square * FIGURES
        figures[base + ALL] = (figures[base + ALL] ?? 0) + sign
        const ofType = base + OF_TYPE + (type[row] ?? 0)
        figures[ofType] = (figures[ofType] ?? 0) + sign
        if (imprecise[spot] === 1) figures[base + IMPRECISE] = (figures[base + IMPRECISE] ?? 0) + sign
        sumX[square] = (sumX[square] ?? 0) + sign * (x[spot] ?? 0)
        sumY[square] = (sumY[square] ?? 0) + sign * (y[spot] ?? 0)
      }
    },
    clear() {
      now.figures.fill(0)
      now.x.fill(0)
      now.y.fill(0)
      stale = false
      changed = true
      added = 0
    },
    fill: staleFromNow,
    keep() {
      kept = stale ? undefined : { of: now, figures: now.figures.slice(), x: now.x.slice(), y: now.y.slice() }
    },
    restore() {
      staleFromNow()
      if (kept?.of !== now) return
      now.figures.set(kept.figures)
      now.x.set(kept.x)
      now.y.set(kept.y)
      stale = false
      added = 0
    },
  }
}
