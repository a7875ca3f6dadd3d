import type { Positions } from '../table/positions.ts'

/**
 * The most rows in any square of a grid over the world, whatever is filtered: about as many as a cell that covers such a
 * square can stand for.
 * @param side of a square, as a part of the width of the world
 */
export function fullestArea({ count, xy, rows: { offsets } }: Positions, side: number): number {
  const rowsAtLine = new Map<number, number>()
  let column = NaN
  let most = 0
  // Positions go from west to east, so squares come column by column.
  for (let position = 0; position < count; position += 1) {
    const x = xy[2 * position]!
    // Not drawn.
    if (Number.isNaN(x)) continue
    const ownColumn = Math.floor(x / side)
    if (ownColumn !== column) {
      rowsAtLine.clear()
      column = ownColumn
    }
    const line = Math.floor(xy[2 * position + 1]! / side)
    const rows = (rowsAtLine.get(line) ?? 0) + offsets[position + 1]! - offsets[position]!
    rowsAtLine.set(line, rows)
    most = Math.max(most, rows)
  }
  return most
}
