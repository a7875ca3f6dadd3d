import { cellRadius, LARGEST_RADIUS } from '../../query/cellSize.ts'
import { absorb, type CellSum } from './cellGrid.ts'

/** Pixels that stay free between two discs. */
const GAP = 2

/** Side of the squares in which neighbours are looked up: within one square's reach of each other at the most. */
const SQUARE = 2 * LARGEST_RADIUS + GAP

/**
 * Merges cells until no two discs overlap, the largest first. Once a cell overlaps nothing, only a later merge could
 * bring another upon it, and that one is looked at again after each merge: so none is left.
 */
export function separateCells(cells: readonly CellSum[]): CellSum[] {
  const near = new Map<string, Set<CellSum>>()
  for (const cell of cells) squareOf(near, cell).add(cell)
  const left = new Set(cells)
  for (const cell of cells.toSorted(largestFirst)) {
    if (!left.has(cell)) continue
    for (let other = overlapping(near, cell); other; other = overlapping(near, cell)) {
      squareOf(near, other).delete(other)
      squareOf(near, cell).delete(cell)
      left.delete(other)
      absorb(cell, other)
      squareOf(near, cell).add(cell)
    }
  }
  return [...left]
}

/** The same order whatever order the cells come in. */
function largestFirst(a: CellSum, b: CellSum): number {
  return b.count - a.count || a.row - b.row || a.column - b.column
}

const centreX = (cell: CellSum) => cell.sumX / cell.count
const centreY = (cell: CellSum) => cell.sumY / cell.count

function keyOf(column: number, row: number): string {
  return `${column}/${row}`
}

function squareOf(near: Map<string, Set<CellSum>>, cell: CellSum): Set<CellSum> {
  const key = keyOf(Math.floor(centreX(cell) / SQUARE), Math.floor(centreY(cell) / SQUARE))
  let square = near.get(key)
  if (!square) near.set(key, (square = new Set()))
  return square
}

/** The nearest cell whose disc overlaps; of several as near, the first by grid. */
function overlapping(near: ReadonlyMap<string, Set<CellSum>>, cell: CellSum): CellSum | undefined {
  const [x, y, radius] = [centreX(cell), centreY(cell), cellRadius(cell.count)]
  const [column, row] = [Math.floor(x / SQUARE), Math.floor(y / SQUARE)]
  let nearest: CellSum | undefined
  let least = Infinity
  for (const [dx, dy] of around) {
    for (const other of near.get(keyOf(column + dx, row + dy)) ?? []) {
      if (other === cell) continue
      const distance = Math.hypot(centreX(other) - x, centreY(other) - y)
      if (distance >= radius + cellRadius(other.count) + GAP) continue
      if (distance < least || (distance === least && nearest && largestFirst(other, nearest) < 0)) {
        nearest = other
        least = distance
      }
    }
  }
  return nearest
}

const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx): [number, number] => [dx, dy]))
