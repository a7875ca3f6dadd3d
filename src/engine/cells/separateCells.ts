import { cellRadius, LARGEST_RADIUS } from '../../query/cellSize.ts'
import { absorb, copyOf, type CellSum } from './cellSum.ts'

/** Pixels that stay free between two discs. */
const GAP = 2

/** Side of the squares in which neighbours are looked up: within one square's reach of each other at the most. */
const SQUARE = 2 * LARGEST_RADIUS + GAP

/**
 * Merges cells until no two discs overlap, the largest first. Once a cell overlaps nothing, only a later merge could
 * bring another upon it, and that one is looked at again after each merge: so none is left.
 */
export function separateCells(cells: readonly CellSum[]): CellSum[] {
  const left: (CellSum | undefined)[] = [...cells]
  const near = neighbourhood(cells)
  const order = [...cells.keys()].toSorted((a, b) => largestFirst(cells[a], cells[b]))
  for (const at of order) {
    for (let other = overlapping(near, left, at); other >= 0; other = overlapping(near, left, at)) {
      const [cell, absorbed] = [left[at], left[other]]
      if (!cell || !absorbed) break
      // Those that were given stay as they are.
      const merged = cell === cells[at] ? copyOf(cell) : cell
      near.remove(other)
      near.remove(at)
      left[other] = undefined
      absorb(merged, absorbed)
      left[at] = merged
      near.put(at, merged)
    }
  }
  return left.filter((cell) => cell !== undefined)
}

/** The same order whatever order the cells come in. */
function largestFirst(a: CellSum | undefined, b: CellSum | undefined): number {
  if (!a || !b) return 0
  return b.count - a.count || a.line - b.line || a.column - b.column
}

/** Where cells are, and which are near: squares hashed to lists that run through `next`. */
interface Neighbourhood {
  x: Float64Array
  y: Float64Array
  radius: Float64Array
  put(at: number, cell: CellSum): void
  remove(at: number): void
  /** First cell of the list that holds those of a square, and others. */
  first(column: number, line: number): number
  next: Int32Array
}

function neighbourhood(cells: readonly CellSum[]): Neighbourhood {
  const size = 1 << Math.ceil(Math.log2(2 * cells.length + 2))
  const heads = new Int32Array(size).fill(-1)
  const next = new Int32Array(cells.length).fill(-1)
  const [x, y] = [new Float64Array(cells.length), new Float64Array(cells.length)]
  const radius = new Float64Array(cells.length)
  const slot = (column: number, line: number) =>
    (Math.imul(column, 0x9e37_79b1) ^ Math.imul(line, 0x85eb_ca6b)) & (size - 1)
  const slotOf = (at: number) => slot(Math.floor((x[at] ?? 0) / SQUARE), Math.floor((y[at] ?? 0) / SQUARE))
  const near: Neighbourhood = {
    x,
    y,
    radius,
    next,
    put(at, cell) {
      x[at] = cell.sumX / cell.count
      y[at] = cell.sumY / cell.count
      radius[at] = cellRadius(cell.count)
      const home = slotOf(at)
      next[at] = heads[home] ?? -1
      heads[home] = at
    },
    remove(at) {
      const home = slotOf(at)
      if (heads[home] === at) {
        heads[home] = next[at] ?? -1
        return
      }
      let before = heads[home] ?? -1
      while (before >= 0 && next[before] !== at) before = next[before] ?? -1
      if (before >= 0) next[before] = next[at] ?? -1
    },
    first: (column, line) => heads[slot(column, line)] ?? -1,
  }
  for (const [at, cell] of cells.entries()) near.put(at, cell)
  return near
}

/** The nearest cell whose disc overlaps, of several as near the first by grid; -1 for none, or where `at` is merged. */
function overlapping(near: Neighbourhood, left: readonly (CellSum | undefined)[], at: number): number {
  if (!left[at]) return -1
  const [x, y, reach] = [near.x[at] ?? 0, near.y[at] ?? 0, (near.radius[at] ?? 0) + GAP]
  const [column, line] = [Math.floor(x / SQUARE), Math.floor(y / SQUARE)]
  let nearest = -1
  let least = Infinity
  for (let dy = -1; dy <= 1; dy += 1) {
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let other = near.first(column + dx, line + dy); other >= 0; other = near.next[other] ?? -1) {
        if (other === at) continue
        const [byX, byY] = [(near.x[other] ?? 0) - x, (near.y[other] ?? 0) - y]
        const limit = reach + (near.radius[other] ?? 0)
        if (Math.abs(byX) >= limit || Math.abs(byY) >= limit) continue
        const distance = Math.sqrt(byX * byX + byY * byY)
        if (distance >= limit) continue
        if (distance < least || (distance === least && largestFirst(left[other], left[nearest]) < 0)) {
          nearest = other
          least = distance
        }
      }
    }
  }
  return nearest
}
