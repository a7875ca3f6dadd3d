import { LARGEST_RADIUS, type CellSizes } from '../../query/cellSize.ts'

/** Pixels that stay free between two discs. */
const GAP = 2

/** Side of the squares in which neighbours are looked up: within one square's reach of each other at the most. */
const SQUARE = 2 * LARGEST_RADIUS + GAP

/** Cells that are to be parted, in an order that the same data always has. */
export interface Discs {
  count: Uint32Array
  /** Centres, in pixels. */
  x: Float64Array
  y: Float64Array
}

/**
 * Merges cells until no two discs overlap, the largest first. Once a cell overlaps nothing, only a later merge could
 * bring another upon it, and that one is looked at again after each merge: so none is left.
 * @param radiusOf by count
 * @returns for each cell the one that it is merged into, itself where it stands for itself
 */
export function separateCells(given: Discs, radiusOf: CellSizes): Uint32Array {
  const into = new Uint32Array(given.count.length)
  for (let at = 0; at < into.length; at += 1) into[at] = at
  const near = neighbourhood(given, radiusOf)
  const { count, x, y } = near.discs
  for (const at of largestFirst(given.count)) {
    // Merged already.
    if (into[at] !== at) continue
    for (let other = overlapping(near, at); other >= 0; other = overlapping(near, at)) {
      near.remove(other)
      near.remove(at)
      into[other] = at
      const [own, more] = [count[at] ?? 0, count[other] ?? 0]
      x[at] = ((x[at] ?? 0) * own + (x[other] ?? 0) * more) / (own + more)
      y[at] = ((y[at] ?? 0) * own + (y[other] ?? 0) * more) / (own + more)
      count[at] = own + more
      near.put(at)
    }
  }
  for (let at = 0; at < into.length; at += 1) {
    let home = into[at] ?? at
    while (into[home] !== home) home = into[home] ?? home
    into[at] = home
  }
  return into
}

/** Cells by their counts; equals in the order given. */
function largestFirst(count: Uint32Array): Uint32Array {
  const size = count.length
  // One number a cell, so that they are sorted without a comparison in script.
  const keys = new Float64Array(size)
  for (let at = 0; at < size; at += 1) keys[at] = at - (count[at] ?? 0) * size
  keys.sort()
  const order = new Uint32Array(size)
  for (let at = 0; at < size; at += 1) order[at] = (((keys[at] ?? 0) % size) + size) % size
  return order
}

/** Where cells are, and which are near: squares hashed to lists that run through `next`. */
interface Neighbourhood {
  discs: Discs
  radius: Float64Array
  put(at: number): void
  remove(at: number): void
  /** First cell of the list that holds those of a square, and others. */
  first(column: number, line: number): number
  next: Int32Array
}

/** A whole number of 32 bits, so that no number is boxed on its way. */
function squareOf(pixels: number): number {
  return Math.floor(pixels / SQUARE) | 0
}

function neighbourhood(given: Discs, radiusOf: CellSizes): Neighbourhood {
  const [count, x, y] = [given.count.slice(), given.x.slice(), given.y.slice()]
  const size = 1 << Math.ceil(Math.log2(2 * count.length + 2))
  const heads = new Int32Array(size).fill(-1)
  const next = new Int32Array(count.length).fill(-1)
  const radius = new Float64Array(count.length)
  const slot = (column: number, line: number) =>
    (Math.imul(column, 0x9e37_79b1) ^ Math.imul(line, 0x85eb_ca6b)) & (size - 1)
  const slotOf = (at: number) => slot(squareOf(x[at] ?? 0), squareOf(y[at] ?? 0))
  const near: Neighbourhood = {
    discs: { count, x, y },
    radius,
    next,
    put(at) {
      radius[at] = radiusOf(count[at] ?? 0)
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
  for (let at = 0; at < count.length; at += 1) near.put(at)
  return near
}

/** The nearest cell whose disc overlaps, of several as near the largest, then the first; -1 for none. */
function overlapping(near: Neighbourhood, at: number): number {
  const { discs, radius, next } = near
  const { count, x, y } = discs
  const ownX = x[at] ?? 0
  const ownY = y[at] ?? 0
  const reach = (radius[at] ?? 0) + GAP
  const column = squareOf(ownX)
  const line = squareOf(ownY)
  let nearest = -1
  let least = Infinity
  for (let dy = -1; dy <= 1; dy += 1) {
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let other = near.first(column + dx, line + dy); other >= 0; other = next[other] ?? -1) {
        if (other === at) continue
        const byX = (x[other] ?? 0) - ownX
        const byY = (y[other] ?? 0) - ownY
        const limit = reach + (radius[other] ?? 0)
        if (Math.abs(byX) >= limit || Math.abs(byY) >= limit) continue
        const distance = Math.sqrt(byX * byX + byY * byY)
        if (distance >= limit || distance > least) continue
        if (distance < least || comesFirst(count, other, nearest)) {
          nearest = other
          least = distance
        }
      }
    }
  }
  return nearest
}

/** The larger of two cells, or the first of two as large. */
function comesFirst(count: Uint32Array, a: number, b: number): boolean {
  const more = (count[a] ?? 0) - (count[b] ?? 0)
  return more > 0 || (more === 0 && a < b)
}
