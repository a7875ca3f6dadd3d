import type { ListColumn } from '../../incidents/columns.ts'
import type { ValueCounter } from './codeCounter.ts'
import { arrayCounter } from './rowCounter.ts'

/** For a column of several ids a row, each at most once a row. @param types event type of each row */
export function listCounter({ offsets, ids }: ListColumn, size: number, types: Uint8Array): ValueCounter {
  const counts = new Uint32Array(size)
  const addItems = (start: number, end: number, sign: number) => {
    for (let item = start; item < end; item += 1) {
      const id = ids[item] ?? 0
      counts[id] = (counts[id] ?? 0) + sign
    }
  }
  const counter = arrayCounter(counts, types, (rows, length, sign) => {
    for (let at = 0; at < length;) {
      const first = at
      // Rows without a gap have their items without one.
      do at += 1
      while (at < length && (rows[at] ?? 0) === (rows[first] ?? 0) + at - first)
      addItems(offsets[rows[first] ?? 0] ?? 0, offsets[(rows[at - 1] ?? 0) + 1] ?? 0, sign)
    }
  })
  return { ...counter, counts: () => counts.slice() }
}
