import { arrayCounter, type RowCounter } from './rowCounter.ts'

/** Counts rows by the values of a facet. */
export interface ValueCounter extends RowCounter {
  /** A copy: for each value how many rows of the set have it, in the order of the vocabulary or dictionary. */
  counts(): Uint32Array
}

/**
 * For a column of one code a row.
 * @param codes of each row, below `size`
 * @param size entries of the vocabulary
 * @param types event type of each row
 */
export function codeCounter(codes: Uint8Array, size: number, types: Uint8Array): ValueCounter {
  const counts = new Uint32Array(size)
  const counter = arrayCounter(counts, types, (rows, length, sign) => {
    for (let at = 0; at < length; at += 1) counts[codes[rows[at]!]!]! += sign
  })
  return { ...counter, counts: () => counts.slice() }
}
