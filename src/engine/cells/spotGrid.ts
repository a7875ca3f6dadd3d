import { postingsOf, rowsOf } from '../postings.ts'
import type { Spots } from '../spots.ts'

/** Lines of a grid are told apart by this factor: more than the columns of any zoom. */
const LINE_FACTOR = 2 ** 26

/** A square of a grid laid over the world. */
export interface Square {
  column: number
  line: number
}

/** The squares that hold any of some spots, line by line. */
export interface SpotGrid {
  squares: readonly Square[]
  /** Spots of a square, from west to east. */
  eastwards(square: number): Uint32Array
  /** Spots of a square, from south to north. */
  northwards(square: number): Uint32Array
  /** Square of each spot; -1 where it lies in none. */
  squareOf: Int32Array
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
  const keys = new Float64Array(spots.count).fill(NaN)
  for (let spot = 0; spot < spots.count; spot += 1) {
    const [x, y] = [spots.x[spot] ?? NaN, spots.y[spot] ?? NaN]
    if (isInside(x, y)) keys[spot] = squareKey({ column: Math.floor(x / side), line: Math.floor(y / side) })
  }
  const distinct = [...new Set(keys)].filter((key) => !Number.isNaN(key)).toSorted((a, b) => a - b)
  const index = new Map(distinct.map((key, square) => [key, square]))
  const squareOf = Int32Array.from(keys, (key) => index.get(key) ?? -1)
  const membersIn = (order: Uint32Array) => {
    const inside = order.filter((spot) => (squareOf[spot] ?? -1) >= 0)
    const { offsets, rows } = postingsOf(
      inside.map((spot) => squareOf[spot] ?? 0),
      distinct.length,
    )
    return { offsets, rows: rows.map((at) => inside[at] ?? 0) }
  }
  // That is how spots are numbered.
  const eastwards = membersIn(Uint32Array.from(keys.keys()))
  const northwards = membersIn(spots.northwards)
  return {
    squares: distinct.map((key) => ({
      column: key - Math.floor(key / LINE_FACTOR) * LINE_FACTOR,
      line: Math.floor(key / LINE_FACTOR),
    })),
    eastwards: (square) => rowsOf(eastwards, square),
    northwards: (square) => rowsOf(northwards, square),
    squareOf,
  }
}

/** Ascends by line, and within a line by column. */
export function squareKey({ column, line }: Square): number {
  return line * LINE_FACTOR + column
}
