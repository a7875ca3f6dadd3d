import type { Selection } from '../filter/selection.ts'

/**
 * A set of rows (or of documents of an inverted index), one bit each: row r is bit `r & 15` of entry `r >> 4`; bits
 * beyond the last row are 0. Entries have 16 bits, so that one Uint16Array can hold posting lists and bitmaps.
 */
export type Bitmap = Uint16Array

/** Entries of a bitmap over this many rows. */
export function bitmapLength(rows: number): number {
  return (rows + 15) >> 4
}

/** @param rows size of the table; none of its rows is in the set */
export function emptyBitmap(rows: number): Bitmap {
  return new Uint16Array(bitmapLength(rows))
}

/** @param rows size of the table; all of its rows are in the set */
export function fullBitmap(rows: number): Bitmap {
  return prefixBitmap(rows, rows)
}

/**
 * The set of rows 0 to `count - 1`.
 * @param rows size of the table
 * @param count at most `rows`
 */
export function prefixBitmap(rows: number, count: number): Bitmap {
  const bitmap = emptyBitmap(rows).fill(0xffff, 0, count >> 4)
  if (count % 16 !== 0) bitmap[count >> 4] = (1 << (count % 16)) - 1
  return bitmap
}

/** Adds one row to the set. */
export function setBit(bitmap: Bitmap, row: number): void {
  bitmap[row >> 4]! |= 1 << (row & 15)
}

/** Adds the rows of `other`, in place. @param other of the same length, or longer */
export function unite(bitmap: Bitmap, other: Bitmap): void {
  for (let entry = 0; entry < bitmap.length; entry += 1) bitmap[entry]! |= other[entry]!
}

/** Keeps only the rows that are in `other` too, in place. @param other of the same length */
export function intersect(bitmap: Bitmap, other: Bitmap): void {
  for (let entry = 0; entry < bitmap.length; entry += 1) bitmap[entry]! &= other[entry]!
}

/** Removes the rows of `other`, in place. @param other of the same length */
export function subtract(bitmap: Bitmap, other: Bitmap): void {
  for (let entry = 0; entry < bitmap.length; entry += 1) bitmap[entry]! &= ~other[entry]!
}

/** How many rows are in the set; population count of Hacker's Delight, section 5-1. */
export function countBits(bitmap: Bitmap): number {
  let count = 0
  for (let entry = 0; entry < bitmap.length; entry += 1) {
    let sums = bitmap[entry]!
    sums -= (sums >> 1) & 0x5555
    sums = (sums & 0x3333) + ((sums >> 2) & 0x3333)
    sums = (sums + (sums >> 4)) & 0x0f0f
    count += (sums + (sums >> 8)) & 0x1f
  }
  return count
}

/** The rows of the set, ascending. */
export function rowsIn(bitmap: Bitmap): Uint32Array {
  const rows = new Uint32Array(countBits(bitmap))
  for (let entry = 0, found = 0; entry < bitmap.length; entry += 1) {
    // `left & -left` is the lowest bit of `left`; `left & (left - 1)` is `left` without it.
    for (let left = bitmap[entry]!; left !== 0; left &= left - 1)
      rows[found++] = 16 * entry + 31 - Math.clz32(left & -left)
  }
  return rows
}

/**
 * The rows that are in every bitmap of `required` and in none of `excluded`, listed by the shorter of the two lists:
 * those that pass, or those that fail.
 * @param rows size of the table
 */
export function selectRows(
  rows: number,
  required: readonly Bitmap[],
  excluded: readonly Bitmap[],
): Selection {
  const passing = fullBitmap(rows)
  for (const bitmap of required) intersect(passing, bitmap)
  for (const bitmap of excluded) subtract(passing, bitmap)
  if (2 * countBits(passing) <= rows) return { kind: 'only', rows: rowsIn(passing) }
  const failing = fullBitmap(rows)
  subtract(failing, passing)
  return { kind: 'except', rows: rowsIn(failing) }
}
