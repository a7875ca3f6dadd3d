import { ROW_BLOCK_SHIFT } from '../costs.ts'
import { arrayCounter, type RowCounter } from './rowCounter.ts'

/** Rows of a block. */
export const BLOCK_ROWS = 1 << ROW_BLOCK_SHIFT

/** Counts rows by blocks of consecutive rows: a page far down a list is found by skipping blocks. */
export interface RowBlockCounter extends RowCounter {
  /** Block b counts the rows from `b * BLOCK_ROWS` on, of which the last block may have fewer. */
  counts: Uint32Array
}

/** @param types event type of each row */
export function rowBlockCounter(types: Uint8Array): RowBlockCounter {
  const counts = new Uint32Array((types.length + BLOCK_ROWS - 1) >> ROW_BLOCK_SHIFT)
  const counter = arrayCounter(counts, types, (rows, length, sign) => {
    for (let at = 0; at < length; at += 1) counts[rows[at]! >> ROW_BLOCK_SHIFT]! += sign
  })
  return { ...counter, counts }
}
