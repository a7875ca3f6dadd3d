import type { ListColumn } from '../../incidents/columns.ts'
import type { ValueCounter } from './codeCounter.ts'
import { arrayCounter } from './rowCounter.ts'

/** For a column of several ids a row, each at most once a row. @param types event type of each row */
export function listCounter({ offsets, ids }: ListColumn, size: number, types: Uint8Array): ValueCounter {
  const counts = new Uint32Array(size)
  const counter = arrayCounter(counts, types, (rows, length, sign) => {
    for (let at = 0; at < length;) {
      const first = rows[at] ?? 0
      let end = first
      // Rows without a gap have their items without one.
      do {
        at += 1
        end += 1
      } while (at < length && rows[at] === end)
      const last = offsets[end] ?? 0
      for (let item = offsets[first] ?? 0; item < last; item += 1) {
        const id = ids[item] ?? 0
        counts[id] = (counts[id] ?? 0) + sign
      }
    }
  })
  return { ...counter, counts: () => counts.slice() }
}
