import { eventTypes } from '../../incidents/vocabulary.ts'
import type { Bounds } from '../../incidents/place.ts'
import type { SpotCounter } from '../aggregate/positionCounter.ts'
import type { Postings } from '../table/postings.ts'
import type { Spots } from '../table/positions.ts'
import type { Square } from './positionGrid.ts'
import { IMPRECISE, SQUARE_SHIFT, type SquareSums } from './gridBinSums.ts'

/** Squares that are drawn as one cell, and the square that it is named after: the same wherever the screen is. */
export interface SquareGroup {
  key: Square
  squares: number[]
}

/** What passes in the squares of a group, which is something. */
export interface CellSum {
  key: Square
  count: number
  /** Sums of world coordinates. */
  x: number
  y: number
  byType: number[]
  imprecise: number
  bounds: Bounds
  /** A spot that it holds. */
  spot: number
  /** Index into the places, where all name the same; else -1. */
  place: number
}

export function sumOf(
  { key, squares }: SquareGroup,
  { grid, figures, xy }: SquareSums,
  spots: Spots,
  { total }: SpotCounter,
): CellSum {
  const sum: CellSum = {
    key,
    count: 0,
    x: 0,
    y: 0,
    byType: eventTypes.map(() => 0),
    imprecise: 0,
    bounds: { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity },
    spot: -1,
    place: -1,
  }
  const { bounds, byType } = sum
  for (const square of squares) {
    const base = square << SQUARE_SHIFT
    sum.imprecise += figures[base + IMPRECISE] ?? 0
    sum.x += xy[2 * square] ?? 0
    sum.y += xy[2 * square + 1] ?? 0
    for (let type = 0; type < byType.length; type += 1) {
      const ofType = figures[base + type] ?? 0
      byType[type] = (byType[type] ?? 0) + ofType
      sum.count += ofType
    }
    const [west, east] = [firstIn(grid.eastwards, square, total), lastIn(grid.eastwards, square, total)]
    const [south, north] = [firstIn(grid.northwards, square, total), lastIn(grid.northwards, square, total)]
    sum.spot = west
    bounds.west = Math.min(bounds.west, spots.lng[west] ?? Infinity)
    bounds.east = Math.max(bounds.east, spots.lng[east] ?? -Infinity)
    bounds.south = Math.min(bounds.south, spots.lat[south] ?? Infinity)
    bounds.north = Math.max(bounds.north, spots.lat[north] ?? -Infinity)
  }
  const place = spots.place[sum.spot] ?? -1
  if (squares.every((square) => isAllAt(place, grid.eastwards, square, total, spots))) sum.place = place
  return sum
}

/** The first spot of the square at which anything passes; as `lastIn`, without a view of the list: this runs for thousands. */
function firstIn({ offsets, rows }: Postings, square: number, total: Uint32Array): number {
  let at = offsets[square] ?? 0
  while ((total[rows[at] ?? 0] ?? 1) === 0) at += 1
  return rows[at] ?? -1
}

function lastIn({ offsets, rows }: Postings, square: number, total: Uint32Array): number {
  let at = (offsets[square + 1] ?? 0) - 1
  while ((total[rows[at] ?? 0] ?? 1) === 0) at -= 1
  return rows[at] ?? -1
}

/** Whether all that passes in the square is at the place. */
function isAllAt(
  place: number,
  { offsets, rows }: Postings,
  square: number,
  total: Uint32Array,
  spots: Spots,
): boolean {
  for (let at = offsets[square] ?? 0; at < (offsets[square + 1] ?? 0); at += 1) {
    const spot = rows[at] ?? 0
    if (total[spot] !== 0 && spots.place[spot] !== place) return false
  }
  return true
}
