import { arrayCounter, type RowCounter } from './rowCounter.ts'

const SHIFT = 10

/** Rows in, by block of consecutive rows: what is asked far down a list is found by skipping blocks. */
export interface BlockCounter extends RowCounter {
  counts: Uint32Array
}

/** Rows of a block. */
export const BLOCK = 1 << SHIFT

/** @param types event type of each row */
export function blockCounter(types: Uint8Array): BlockCounter {
  const counts = new Uint32Array((types.length + BLOCK - 1) >> SHIFT)
  const counter = arrayCounter(counts, types, (list, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const block = (list[at] ?? 0) >> SHIFT
      counts[block] = (counts[block] ?? 0) + sign
    }
  })
  return { ...counter, counts }
}
