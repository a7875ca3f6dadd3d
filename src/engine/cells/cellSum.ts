import { eventTypes } from '../../incidents/vocabulary.ts'
import type { SpotCounter } from '../counts/spotCounter.ts'
import type { Spots } from '../spots.ts'

/** Several incidents that are drawn together, while they are gathered. */
export interface CellSum {
  /** Grid coordinates of the square that it began with: the same for the same data, wherever the screen is. */
  column: number
  line: number
  count: number
  /** Sums of world coordinates, in pixels. */
  sumX: number
  sumY: number
  byType: number[]
  imprecise: number
  west: number
  south: number
  east: number
  north: number
  /** A spot that it holds. */
  spot: number
  /** Index into the places, while all name the same; -1 where they differ. */
  place: number
}

/** Sums anew what passes at the spots; count 0 where nothing does. @param worldSize pixels of the world at this zoom */
export function sumSpots(
  sum: CellSum,
  spots: Spots,
  { total, byType }: SpotCounter,
  members: Uint32Array,
  worldSize: number,
): void {
  clear(sum)
  for (const spot of members) {
    const count = total[spot] ?? 0
    if (count === 0) continue
    const place = spots.place[spot] ?? 0
    const [lng, lat] = [spots.lng[spot] ?? 0, spots.lat[spot] ?? 0]
    if (sum.count === 0) sum.place = place
    else if (sum.place !== place) sum.place = -1
    sum.spot = spot
    sum.count += count
    sum.sumX += count * (spots.x[spot] ?? 0) * worldSize
    sum.sumY += count * (spots.y[spot] ?? 0) * worldSize
    if (spots.imprecise[spot] === 1) sum.imprecise += count
    if (lng < sum.west) sum.west = lng
    if (lng > sum.east) sum.east = lng
    if (lat < sum.south) sum.south = lat
    if (lat > sum.north) sum.north = lat
    const first = spot * sum.byType.length
    for (let type = 0; type < sum.byType.length; type += 1)
      sum.byType[type] = (sum.byType[type] ?? 0) + (byType[first + type] ?? 0)
  }
}

export function emptySum(column: number, line: number): CellSum {
  return {
    column,
    line,
    count: 0,
    sumX: 0,
    sumY: 0,
    byType: eventTypes.map(() => 0),
    imprecise: 0,
    west: Infinity,
    south: Infinity,
    east: -Infinity,
    north: -Infinity,
    spot: -1,
    place: -1,
  }
}

/** Field by field: this runs for thousands of cells at each step. */
function clear(sum: CellSum): void {
  sum.count = 0
  sum.sumX = 0
  sum.sumY = 0
  for (let type = 0; type < sum.byType.length; type += 1) sum.byType[type] = 0
  sum.imprecise = 0
  sum.west = Infinity
  sum.south = Infinity
  sum.east = -Infinity
  sum.north = -Infinity
  sum.spot = -1
  sum.place = -1
}

export function copyOf(sum: CellSum): CellSum {
  return { ...sum, byType: [...sum.byType] }
}

/** Puts `other` into `cell`, which stays where it began. */
export function absorb(cell: CellSum, other: CellSum): void {
  cell.count += other.count
  cell.sumX += other.sumX
  cell.sumY += other.sumY
  for (let type = 0; type < cell.byType.length; type += 1)
    cell.byType[type] = (cell.byType[type] ?? 0) + (other.byType[type] ?? 0)
  cell.imprecise += other.imprecise
  cell.west = Math.min(cell.west, other.west)
  cell.south = Math.min(cell.south, other.south)
  cell.east = Math.max(cell.east, other.east)
  cell.north = Math.max(cell.north, other.north)
  if (cell.place !== other.place) cell.place = -1
}
