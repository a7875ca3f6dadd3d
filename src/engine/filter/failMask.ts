import { byField, fieldIds, type FieldId } from '../../incidents/fields.ts'

export const bitOf: Readonly<Record<FieldId, number>> = byField(
  (dimension) => 1 << fieldIds.indexOf(dimension),
)

/** Which fieldIds each row fails, one bit a dimension, and how many rows fail the same ones. 0: it passes everything. */
export interface FailMask {
  rows: number
  of: Uint16Array
  /** Two rows at a time. */
  pairs: Uint32Array
  /** How many rows have each mask. */
  tally: Uint32Array
}

export function createFailMask(rows: number): FailMask {
  const pairs = new Uint32Array((rows + 1) >> 1)
  const tally = new Uint32Array(1 << fieldIds.length)
  tally[0] = rows
  return { rows, pairs, of: new Uint16Array(pairs.buffer, 0, rows), tally }
}

/** Makes every row fail the dimension, or none. */
export function fillBit({ pairs, tally }: FailMask, bit: number, fails: boolean): void {
  for (let mask = 0; mask < tally.length; mask += 1) {
    if (mask & bit) continue
    const sum = (tally[mask] ?? 0) + (tally[mask | bit] ?? 0)
    tally[mask] = fails ? 0 : sum
    tally[mask | bit] = fails ? sum : 0
  }
  const some = tally.findIndex((count) => count > 0)
  const isSame = tally.findLastIndex((count) => count > 0) === some
  if (isSame) pairs.fill(inPairs(Math.max(0, some)))
  else if (fails) for (let at = 0; at < pairs.length; at += 1) pairs[at] = (pairs[at] ?? 0) | inPairs(bit)
  else for (let at = 0; at < pairs.length; at += 1) pairs[at] = (pairs[at] ?? 0) & ~inPairs(bit)
}

function inPairs(mask: number): number {
  return mask | (mask << 16)
}

/** Turns the bit of each row over; no row may be named twice. */
export function flipBit({ of, tally }: FailMask, bit: number, rows: Uint32Array): void {
  // Rows in a row mostly fail the same: they are tallied together.
  let [same, run] = [0, 0]
  for (const row of rows) {
    const before = of[row] ?? 0
    of[row] = before ^ bit
    if (before !== same) {
      moveTally(tally, same, bit, run)
      same = before
      run = 0
    }
    run += 1
  }
  moveTally(tally, same, bit, run)
}

function moveTally(tally: Uint32Array, mask: number, bit: number, count: number): void {
  tally[mask] = (tally[mask] ?? 0) - count
  tally[mask ^ bit] = (tally[mask ^ bit] ?? 0) + count
}

/** Sets or clears the bit of every row. */
export function testBit(mask: FailMask, bit: number, passes: (row: number) => boolean): void {
  const { of, rows, tally } = mask
  tally.fill(0)
  for (let row = 0; row < rows; row += 1) {
    const before = of[row] ?? 0
    const after = passes(row) ? before & ~bit : before | bit
    of[row] = after
    tally[after] = (tally[after] ?? 0) + 1
  }
}

/** How many rows pass every dimension but those of `ignored`, of which there is at most one. */
export function countPassing({ tally }: FailMask, ignored: number): number {
  return (tally[0] ?? 0) + (ignored === 0 ? 0 : (tally[ignored] ?? 0))
}

export function failedDimensions(mask: number): FieldId[] {
  return fieldIds.filter((dimension) => (mask & bitOf[dimension]) !== 0)
}

/** Bits of the fieldIds that any row fails. */
export function failedBits({ tally }: FailMask): number {
  let bits = 0
  for (let mask = 0; mask < tally.length; mask += 1) if ((tally[mask] ?? 0) > 0) bits |= mask
  return bits
}
