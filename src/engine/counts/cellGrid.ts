import { eventTypes, geoPrecisions } from '../../incidents/vocabulary.ts'
import type { IncidentTable } from '../table.ts'

/** Several incidents that are drawn together, while they are gathered. */
export interface CellSum {
  /** Grid coordinates of the bucket that it began with: the same for the same data, wherever the screen is. */
  column: number
  row: number
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
  /** A table row that it holds: the only one where `count` is 1. */
  member: number
  /** Index into the places, while all name the same; -1 where they differ. */
  place: number
}

const DISTRICT = geoPrecisions.indexOf('district')

/** Columns of the grid are told apart by this factor: more than the buckets of any zoom. */
const ROW_FACTOR = 2 ** 26

/**
 * Gathers rows into the squares of a grid that is laid over the world, so that it stays where it is while one pans.
 * @param rows which rows, in any order
 * @param worldSize pixels of the world at this zoom
 * @param square pixels of a side
 */
export function gatherCells(
  table: IncidentTable,
  rows: Iterable<number>,
  worldSize: number,
  square: number,
): CellSum[] {
  const cells = new Map<number, CellSum>()
  for (const row of rows) {
    const x = (table.x[row] ?? NaN) * worldSize
    const y = (table.y[row] ?? NaN) * worldSize
    const [column, line] = [Math.floor(x / square), Math.floor(y / square)]
    const key = line * ROW_FACTOR + column
    const cell = cells.get(key)
    if (cell) addRow(cell, table, row, x, y)
    else cells.set(key, cellOfRow(table, row, x, y, column, line))
  }
  return [...cells.values()]
}

function cellOfRow(
  table: IncidentTable,
  member: number,
  x: number,
  y: number,
  column: number,
  row: number,
): CellSum {
  const cell: CellSum = {
    column,
    row,
    count: 0,
    sumX: 0,
    sumY: 0,
    byType: eventTypes.map(() => 0),
    imprecise: 0,
    west: Infinity,
    south: Infinity,
    east: -Infinity,
    north: -Infinity,
    member,
    place: placeOf(table, member),
  }
  addRow(cell, table, member, x, y)
  return cell
}

function placeOf({ columns: { places } }: IncidentTable, row: number): number {
  const at = places.offsets[row] ?? 0
  return at < (places.offsets[row + 1] ?? 0) ? (places.ids[at] ?? -1) : -1
}

function addRow(cell: CellSum, table: IncidentTable, row: number, x: number, y: number): void {
  const { type, geoPrecision, lng, lat } = table.columns
  const code = type[row] ?? 0
  cell.count += 1
  cell.sumX += x
  cell.sumY += y
  cell.byType[code] = (cell.byType[code] ?? 0) + 1
  if ((geoPrecision[row] ?? 0) >= DISTRICT) cell.imprecise += 1
  cell.west = Math.min(cell.west, lng[row] ?? Infinity)
  cell.east = Math.max(cell.east, lng[row] ?? -Infinity)
  cell.south = Math.min(cell.south, lat[row] ?? Infinity)
  cell.north = Math.max(cell.north, lat[row] ?? -Infinity)
  if (cell.place !== placeOf(table, row)) cell.place = -1
}

/** Puts `other` into `cell`. */
export function absorb(cell: CellSum, other: CellSum): void {
  cell.count += other.count
  cell.sumX += other.sumX
  cell.sumY += other.sumY
  cell.byType = cell.byType.map((count, type) => count + (other.byType[type] ?? 0))
  cell.imprecise += other.imprecise
  cell.west = Math.min(cell.west, other.west)
  cell.east = Math.max(cell.east, other.east)
  cell.south = Math.min(cell.south, other.south)
  cell.north = Math.max(cell.north, other.north)
  if (cell.place !== other.place) cell.place = -1
}
