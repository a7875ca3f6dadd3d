import type { Spots } from '../table/positions.ts'

/**
 * How many incidents the fullest block of the world holds, whatever is filtered: about as many as a cell of that
 * screen can come to.
 * @param side of a block, as a part of the world
 */
export function fullestBlock({ count, xy, rows: { offsets } }: Spots, side: number): number {
  const atLine = new Map<number, number>()
  let column = NaN
  let most = 0
  // From west to east: one column of blocks after the other.
  for (let spot = 0; spot < count; spot += 1) {
    const x = xy[2 * spot] ?? NaN
    if (Number.isNaN(x)) continue
    const own = Math.floor(x / side)
    if (own !== column) {
      atLine.clear()
      column = own
    }
    const line = Math.floor((xy[2 * spot + 1] ?? 0) / side)
    const sum = (atLine.get(line) ?? 0) + (offsets[spot + 1] ?? 0) - (offsets[spot] ?? 0)
    atLine.set(line, sum)
    most = Math.max(most, sum)
  }
  return most
}
