import type { CellSizes } from '../../query/cellSize.ts'
import { MOST_CELLS } from '../costs.ts'
import { entryAt } from '../entryAt.ts'
import type { GridBin } from './binGrid.ts'
import { countOfBin, type BinSums } from './gridBinCounter.ts'
import { separateCells } from './separateCells.ts'

/** Grid bins that are drawn as one cell. */
export interface BinGroup {
  /** The square that the cell is named after: the same wherever the screen is, at one zoom. */
  key: GridBin
  /** Numbers of the bins, each with a row; at least one. */
  bins: number[]
}

/** The bins that hold any row, but OUTSIDE, ascending. */
export function filledBins(sums: BinSums): number[] {
  const filled: number[] = []
  const { length } = sums.grid.bins
  for (let bin = 1; bin < length; bin += 1) if (countOfBin(sums, bin) > 0) filled.push(bin)
  return filled
}

/**
 * Groups bins so that no two discs overlap.
 * @param worldSize width of the world in pixels
 */
export function groupsApart(
  filled: readonly number[],
  sums: BinSums,
  worldSize: number,
  radiusOf: CellSizes,
): BinGroup[] {
  const discs = {
    count: new Uint32Array(filled.length),
    x: new Float64Array(filled.length),
    y: new Float64Array(filled.length),
  }
  for (const [at, bin] of filled.entries()) {
    const count = countOfBin(sums, bin)
    discs.count[at] = count
    discs.x[at] = (sums.xy[2 * bin]! / count) * worldSize
    discs.y[at] = (sums.xy[2 * bin + 1]! / count) * worldSize
  }
  const mergedInto = separateCells(discs, radiusOf)
  const groups = new Map<number, BinGroup>()
  for (const [at, bin] of filled.entries()) {
    const home = mergedInto[at]!
    const group = groups.get(home)
    if (group) group.bins.push(bin)
    else groups.set(home, { key: entryAt(sums.grid.bins, entryAt(filled, home, 'bin'), 'bin'), bins: [bin] })
  }
  return [...groups.values()]
}

/** Makes each bin a group or, where those are more than MOST_CELLS, joins bins by squares of 2 x 2, 4 x 4 and so on. */
export function groupsBySquares(filled: readonly number[], { grid }: BinSums): BinGroup[] {
  for (let side = 1; ; side *= 2) {
    const groups = joinSquares(filled, grid.bins, side)
    if (groups.length <= MOST_CELLS) return groups
  }
}

/**
 * @param filled ascending, so that they come column by column
 * @param side of the joined squares, in bins
 */
function joinSquares(filled: readonly number[], bins: readonly GridBin[], side: number): BinGroup[] {
  const groups: BinGroup[] = []
  const groupAtLine = new Map<number, BinGroup>()
  let current = NaN
  for (const bin of filled) {
    const square = entryAt(bins, bin, 'bin')
    const [column, line] = [Math.floor(square.column / side), Math.floor(square.line / side)]
    if (column !== current) groupAtLine.clear()
    current = column
    const group = groupAtLine.get(line)
    if (group) {
      group.bins.push(bin)
      continue
    }
    const added = { key: { column, line }, bins: [bin] }
    groupAtLine.set(line, added)
    groups.push(added)
  }
  return groups
}
