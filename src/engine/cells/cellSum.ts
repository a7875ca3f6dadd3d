import { eventTypes } from '../../incidents/vocabulary.ts'
import type { Bounds } from '../../incidents/place.ts'
import type { SpotCounter } from '../counts/spotCounter.ts'
import type { Spots } from '../spots.ts'
import type { Square } from './spotGrid.ts'
import { BY_TYPE, COUNT, FIGURES, IMPRECISE, type SquareSums } from './squareSums.ts'

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
  { grid, figures, x, y }: SquareSums,
  spots: Spots,
  { total }: SpotCounter,
): CellSum {
  const has = (spot: number) => (total[spot] ?? 0) > 0
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
    const base = square * FIGURES
    sum.count += figures[base + COUNT] ?? 0
    sum.imprecise += figures[base + IMPRECISE] ?? 0
    sum.x += x[square] ?? 0
    sum.y += y[square] ?? 0
    for (let type = 0; type < byType.length; type += 1)
      byType[type] = (byType[type] ?? 0) + (figures[base + BY_TYPE + type] ?? 0)
    const eastwards = grid.eastwards(square)
    const northwards = grid.northwards(square)
    sum.spot = eastwards.find(has) ?? -1
    bounds.west = Math.min(bounds.west, spots.lng[sum.spot] ?? Infinity)
    bounds.east = Math.max(bounds.east, spots.lng[eastwards.findLast(has) ?? -1] ?? -Infinity)
    bounds.south = Math.min(bounds.south, spots.lat[northwards.find(has) ?? -1] ?? Infinity)
    bounds.north = Math.max(bounds.north, spots.lat[northwards.findLast(has) ?? -1] ?? -Infinity)
  }
  const place = spots.place[sum.spot] ?? -1
  const isElsewhere = (spot: number) => has(spot) && spots.place[spot] !== place
  if (!squares.some((square) => grid.eastwards(square).some(isElsewhere))) sum.place = place
  return sum
}
