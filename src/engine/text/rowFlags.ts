import type { Selection } from '../filters/selection.ts'

/** A flag a row, 0 or 1; the same memory four rows at a time, for what is done to all of them. */
export interface RowFlags {
  of: Uint8Array
  fours: Uint32Array
}

const EACH = 0x0101_0101

export function rowFlags(rows: number): RowFlags {
  const fours = new Uint32Array((rows + 3) >> 2)
  return { fours, of: new Uint8Array(fours.buffer, 0, rows) }
}

/** The rows that have the flag of each of `wanted`, and of none of `excluded`; by the shorter list. */
export function selectionOf(
  rows: number,
  wanted: readonly RowFlags[],
  excluded: readonly RowFlags[],
): Selection {
  const { of, fours } = rowFlags(rows)
  of.fill(1)
  for (const other of wanted)
    for (let at = 0; at < fours.length; at += 1) fours[at] = (fours[at] ?? 0) & (other.fours[at] ?? 0)
  for (const other of excluded)
    for (let at = 0; at < fours.length; at += 1) fours[at] = (fours[at] ?? 0) & ~(other.fours[at] ?? 0)
  let count = 0
  // The product's highest byte is the sum of the four.
  for (let at = 0; at < fours.length; at += 1) count += Math.imul(fours[at] ?? 0, EACH) >>> 24
  return 2 * count > rows
    ? { kind: 'but', rows: rowsWith({ of, fours }, 0, rows - count) }
    : { kind: 'only', rows: rowsWith({ of, fours }, 1, count) }
}

/** The `count` rows whose flag is `wanted`. */
function rowsWith({ of, fours }: RowFlags, wanted: 0 | 1, count: number): Uint32Array {
  const rows = new Uint32Array(count)
  const none = wanted === 1 ? 0 : EACH
  for (let four = 0, at = 0; at < count; four += 1) {
    if (fours[four] === none) continue
    for (let row = 4 * four; row < 4 * four + 4; row += 1) if (of[row] === wanted) rows[at++] = row
  }
  return rows
}
