import { postingsOf, type Postings } from '../table/postings.ts'
import type { Spots } from '../table/positions.ts'

/** Lines of a grid are told apart by this factor: more than the columns of any zoom. */
const LINE_FACTOR = 2 ** 26

/** A square of a grid laid over the world. */
export interface Square {
  column: number
  line: number
}

/** The squares that hold any of some spots, column by column, after the first, which stands for none of them. */
export interface SpotGrid {
  squares: readonly Square[]
  /** Spots of each square, from west to east. */
  eastwards: Postings
  /** Spots of each square, from south to north. */
  northwards: Postings
  /** Square of each spot. */
  squareOf: Uint32Array
}

/**
 * @param isInside whether a world position (0 to 1) is to be drawn
 * @param side of a square, as a part of the world
 */
export function createSpotGrid(
  spots: Spots,
  isInside: (x: number, y: number) => boolean,
  side: number,
): SpotGrid {
  const squareOf = new Uint32Array(spots.count)
  const squares = numberSquares(spots, isInside, side, squareOf)
  const { northwards: order } = spots
  const { offsets, rows } = postingsOf(
    order.map((spot) => squareOf[spot] ?? 0),
    squares.length,
  )
  return {
    squares,
    // That is how spots are numbered.
    eastwards: postingsOf(squareOf, squares.length),
    northwards: { offsets, rows: rows.map((at) => order[at] ?? 0) },
    squareOf,
  }
}

/** Column by column: the spots of each follow one another. @param squareOf is filled */
function numberSquares(
  spots: Spots,
  isInside: (x: number, y: number) => boolean,
  side: number,
  squareOf: Uint32Array,
): Square[] {
  const { xy } = spots
  const squares: Square[] = [{ column: 0, line: 0 }]
  const squareAtLine = new Map<number, number>()
  const columnOf = (spot: number) => Math.floor((xy[2 * spot] ?? NaN) / side)
  const lineOf = (spot: number) => Math.floor((xy[2 * spot + 1] ?? NaN) / side)
  const inside: number[] = []
  for (let spot = 0; spot < spots.count; spot += 1)
    if (isInside(xy[2 * spot] ?? NaN, xy[2 * spot + 1] ?? NaN)) inside.push(spot)
  for (let start = 0, end = 0; start < inside.length; start = end) {
    const column = columnOf(inside[start] ?? 0)
    squareAtLine.clear()
    for (end = start; end < inside.length && columnOf(inside[end] ?? 0) === column; end += 1)
      squareAtLine.set(lineOf(inside[end] ?? 0), 0)
    for (const line of [...squareAtLine.keys()].toSorted((a, b) => a - b)) {
      squareAtLine.set(line, squares.length)
      squares.push({ column, line })
    }
    for (let at = start; at < end; at += 1) {
      const spot = inside[at] ?? 0
      squareOf[spot] = squareAtLine.get(lineOf(spot)) ?? 0
    }
  }
  return squares
}

/** One number a square. */
export function squareKey({ column, line }: Square): number {
  return line * LINE_FACTOR + column
}
