import { postingsOf, type Postings } from '../table/postings.ts'
import type { Positions } from '../table/positions.ts'

/** A square of a grid laid over the world: columns count from the west, lines from the north. */
export interface GridBin {
  column: number
  line: number
}

/** The bin of all positions that the grid leaves out. It has no square and is drawn nowhere. */
export const OUTSIDE = 0

/**
 * The grid bins that hold any position of an area, numbered from 1 on, column by column, and by line within a column.
 * Number 0 (OUTSIDE) stands for the rest of the world, so that every position has a bin.
 */
export interface BinGrid {
  /** Square of each bin; that of OUTSIDE means nothing. */
  bins: readonly GridBin[]
  /** Positions of each bin, from west to east. */
  eastwards: Postings
  /** Positions of each bin, from south to north. */
  northwards: Postings
  /** Bin of each position. */
  ofPosition: Uint32Array
}

/**
 * @param isInside whether world coordinates (0 to 1) lie in the area; false for NaN
 * @param side of a bin, as a part of the width of the world
 */
export function createBinGrid(
  positions: Positions,
  isInside: (x: number, y: number) => boolean,
  side: number,
): BinGrid {
  const { bins, ofPosition } = numberBins(positions, isInside, side)
  const order = positions.northwards
  const { offsets, rows } = postingsOf(
    order.map((position) => ofPosition[position]!),
    bins.length,
  )
  return {
    bins,
    // Positions are numbered from west to east.
    eastwards: postingsOf(ofPosition, bins.length),
    northwards: { offsets, rows: rows.map((at) => order[at]!) },
    ofPosition,
  }
}

function numberBins(
  { count, xy }: Positions,
  isInside: (x: number, y: number) => boolean,
  side: number,
): Pick<BinGrid, 'bins' | 'ofPosition'> {
  const bins: GridBin[] = [{ column: NaN, line: NaN }]
  const ofPosition = new Uint32Array(count).fill(OUTSIDE)
  const columnOf = (position: number) => Math.floor(xy[2 * position]! / side)
  const lineOf = (position: number) => Math.floor(xy[2 * position + 1]! / side)
  const inside: number[] = []
  for (let position = 0; position < count; position += 1)
    if (isInside(xy[2 * position]!, xy[2 * position + 1]!)) inside.push(position)

  for (let start = 0, end = 0; start < inside.length; start = end) {
    const column = columnOf(inside[start]!)
    const byLine = new Map<number, number[]>()
    for (end = start; end < inside.length && columnOf(inside[end]!) === column; end += 1) {
      const line = lineOf(inside[end]!)
      const ofLine = byLine.get(line)
      if (ofLine) ofLine.push(inside[end]!)
      else byLine.set(line, [inside[end]!])
    }
    for (const [line, ofLine] of [...byLine].toSorted(([a], [b]) => a - b)) {
      for (const position of ofLine) ofPosition[position] = bins.length
      bins.push({ column, line })
    }
  }
  return { bins, ofPosition }
}
