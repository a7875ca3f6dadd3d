import { arrayCounter, type RowCounter } from './rowCounter.ts'

export interface ValueCounter extends RowCounter {
  /** Rows in that have the value, in the order of the vocabulary or dictionary. */
  counts(): Uint32Array
}

/** Counts of a code are spread over so many: the next row of the same code need not wait until the last is written. */
const LANES = 4

/** For a column of one code a row. @param types event type of each row */
export function codeCounter(codes: Uint8Array, size: number, types: Uint8Array): ValueCounter {
  const lanes = new Uint32Array(LANES * size)
  const counter = arrayCounter(lanes, types, (rows, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const code = LANES * (codes[rows[at] ?? 0] ?? 0) + (at % LANES)
      lanes[code] = (lanes[code] ?? 0) + sign
    }
  })
  return {
    ...counter,
    counts() {
      const counts = new Uint32Array(size)
      for (let at = 0; at < lanes.length; at += 1) {
        const code = Math.floor(at / LANES)
        counts[code] = (counts[code] ?? 0) + (lanes[at] ?? 0)
      }
      return counts
    },
  }
}
