import { eventTypes } from '../../incidents/vocabulary.ts'
import type { Bounds } from '../../incidents/place.ts'
import type { Postings } from '../table/postings.ts'
import type { Positions } from '../table/positions.ts'
import type { GridBin } from './binGrid.ts'
import type { BinGroup } from './binGroups.ts'
import { BIN_SHIFT, IMPRECISE, type GridBinSums } from './gridBinCounter.ts'

/** The rows of a group of bins, summed up. */
export interface CellSum {
  key: GridBin
  count: number
  /** Sums of world coordinates. */
  x: number
  y: number
  /** In the order of `eventTypes`; sums to `count`. */
  byType: number[]
  imprecise: number
  bounds: Bounds
  /** A position at which any of the rows lies. */
  position: number
  /** Index into the dictionary of places, where all rows name the same one. */
  place: number | undefined
}

/** @param atPosition for each position how many rows lie there: of the rows that the sums are over */
export function sumOfGroup(
  { key, bins }: BinGroup,
  { grid, counts, xy }: GridBinSums,
  positions: Positions,
  atPosition: Uint32Array,
): CellSum {
  const byType = eventTypes.map(() => 0)
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  const sum: CellSum = {
    key,
    count: 0,
    x: 0,
    y: 0,
    byType,
    imprecise: 0,
    bounds,
    position: NaN,
    place: undefined,
  }
  for (const bin of bins) {
    const base = bin << BIN_SHIFT
    sum.imprecise += counts[base + IMPRECISE]!
    sum.x += xy[2 * bin]!
    sum.y += xy[2 * bin + 1]!
    for (let type = 0; type < byType.length; type += 1) {
      const ofType = counts[base + type]!
      byType[type]! += ofType
      sum.count += ofType
    }
    const west = firstWithRows(grid.eastwards, bin, atPosition)
    sum.position = west
    bounds.west = Math.min(bounds.west, positions.lng[west]!)
    bounds.east = Math.max(bounds.east, positions.lng[lastWithRows(grid.eastwards, bin, atPosition)]!)
    bounds.south = Math.min(bounds.south, positions.lat[firstWithRows(grid.northwards, bin, atPosition)]!)
    bounds.north = Math.max(bounds.north, positions.lat[lastWithRows(grid.northwards, bin, atPosition)]!)
  }
  const place = positions.place[sum.position]!
  if (bins.every((bin) => isAllAtPlace(place, grid.eastwards, bin, positions, atPosition))) sum.place = place
  return sum
}

/**
 * The first position of a bin at which any row lies. This and the next run for thousands of bins an answer, so they make
 * no view of the list.
 * @param bin has a row
 */
function firstWithRows({ offsets, rows: positions }: Postings, bin: number, atPosition: Uint32Array): number {
  let at = offsets[bin]!
  while (atPosition[positions[at]!] === 0) at += 1
  return positions[at]!
}

/** The last position of a bin at which any row lies. @param bin has a row */
function lastWithRows({ offsets, rows: positions }: Postings, bin: number, atPosition: Uint32Array): number {
  let at = offsets[bin + 1]! - 1
  while (atPosition[positions[at]!] === 0) at -= 1
  return positions[at]!
}

/** Whether all rows of a bin name the place. */
function isAllAtPlace(
  place: number,
  { offsets, rows: ofBins }: Postings,
  bin: number,
  positions: Positions,
  atPosition: Uint32Array,
): boolean {
  const end = offsets[bin + 1]!
  for (let at = offsets[bin]!; at < end; at += 1) {
    const position = ofBins[at]!
    if (atPosition[position] !== 0 && positions.place[position] !== place) return false
  }
  return true
}
