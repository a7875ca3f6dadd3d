import { arrayCounter, type RowCounter } from './rowCounter.ts'

export interface ValueCounter extends RowCounter {
  /** Rows in that have the value, in the order of the vocabulary or dictionary. */
  counts(): Uint32Array
}

/** For a column of one code a row. @param types event type of each row */
export function codeCounter(codes: Uint8Array, size: number, types: Uint8Array): ValueCounter {
  const counts = new Uint32Array(size)
  const counter = arrayCounter(counts, types, (rows, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const code = codes[rows[at] ?? 0] ?? 0
      counts[code] = (counts[code] ?? 0) + sign
    }
  })
  return { ...counter, counts: () => counts.slice() }
}
