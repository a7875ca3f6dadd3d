import { postingsOf, rowsOf, type Postings } from '../postings.ts'
import type { Spots } from '../spots.ts'

/** Lines of a grid are told apart by this factor: more than the columns of any zoom. */
export const LINE_FACTOR = 2 ** 26

const OUTSIDE = 0xffff_ffff

/** The squares of a grid laid over the world that hold any of some spots. */
export interface SpotGrid {
  squares: { column: number; line: number }[]
  /** Spots of a square. */
  members(square: number): Uint32Array
  /** Square of each spot; beyond all squares where it lies in none. */
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
  const squares: SpotGrid['squares'] = []
  const index = new Map<number, number>()
  const inside: number[] = []
  const squareOfInside: number[] = []
  const squareOf = new Uint32Array(spots.count).fill(OUTSIDE)
  for (let spot = 0; spot < spots.count; spot += 1) {
    const [x, y] = [spots.x[spot] ?? NaN, spots.y[spot] ?? NaN]
    if (!isInside(x, y)) continue
    const [column, line] = [Math.floor(x / side), Math.floor(y / side)]
    const key = line * LINE_FACTOR + column
    let square = index.get(key)
    if (square === undefined) {
      square = squares.length
      index.set(key, square)
      squares.push({ column, line })
    }
    squareOf[spot] = square
    inside.push(spot)
    squareOfInside.push(square)
  }
  const members = membersOf(inside, squareOfInside, squares.length)
  return {
    squares,
    members: (square) => rowsOf(members, square),
    squareOf,
  }
}

function membersOf(spots: readonly number[], squares: readonly number[], size: number): Postings {
  const { offsets, rows } = postingsOf(Uint32Array.from(squares), size)
  return { offsets, rows: rows.map((at) => spots[at] ?? 0) }
}
