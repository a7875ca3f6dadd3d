import type { Selection } from '../filter/selection.ts'

/** A set of rows as a bit each, sixteen to an entry: row r is bit `r & 15` of entry `r >> 4`. */
export type RowBits = Uint16Array

/** @param rows how many there are; none of them is in the set */
export function rowBits(rows: number): RowBits {
  return new Uint16Array(entriesFor(rows))
}

/** How many entries so many rows take. */
export function entriesFor(rows: number): number {
  return (rows + 15) >> 4
}

export function everyBit(rows: number): RowBits {
  return firstBits(rows, rows)
}

/** The first `count` of the rows. */
export function firstBits(rows: number, count: number): RowBits {
  const bits = rowBits(rows).fill(0xffff, 0, count >> 4)
  if (count % 16 !== 0) bits[count >> 4] = (1 << (count % 16)) - 1
  return bits
}

export function setBit(bits: RowBits, row: number): void {
  bits[row >> 4] = (bits[row >> 4] ?? 0) | (1 << (row & 15))
}

/** Keeps the rows that `other` has too. */
export function keepCommon(bits: RowBits, other: RowBits): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & (other[at] ?? 0)
}

/** Takes out the rows that `other` has. */
export function removeBits(bits: RowBits, other: RowBits): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & ~(other[at] ?? 0)
}

export function countBits(bits: RowBits): number {
  let count = 0
  for (let at = 0; at < bits.length; at += 1) {
    // Sums of two bits, of four, of eight, side by side.
    let sums = bits[at] ?? 0
    sums -= (sums >> 1) & 0x5555
    sums = (sums & 0x3333) + ((sums >> 2) & 0x3333)
    sums = (sums + (sums >> 4)) & 0x0f0f
    count += (sums + (sums >> 8)) & 0x1f
  }
  return count
}

/** The rows of the set, ascending. */
export function rowsIn(bits: RowBits): Uint32Array {
  const rows = new Uint32Array(countBits(bits))
  for (let at = 0, found = 0; at < bits.length; at += 1) {
    for (let left = bits[at] ?? 0; left !== 0; left &= left - 1)
      rows[found++] = 16 * at + 31 - Math.clz32(left & -left)
  }
  return rows
}

/** The rows that are in each of `wanted`, and in none of `excluded`; by the shorter list. */
export function selectionOf(
  rows: number,
  wanted: readonly RowBits[],
  excluded: readonly RowBits[],
): Selection {
  const bits = everyBit(rows)
  for (const other of wanted) keepCommon(bits, other)
  for (const other of excluded) removeBits(bits, other)
  if (2 * countBits(bits) <= rows) return { kind: 'only', rows: rowsIn(bits) }
  const others = everyBit(rows)
  removeBits(others, bits)
  return { kind: 'except', rows: rowsIn(others) }
}
