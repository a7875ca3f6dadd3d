import type { ListColumn } from '../../incidents/columns.ts'
import type { ValueCounter } from './codeCounter.ts'
import { arrayCounter } from './rowCounter.ts'

/**
 * For a column of several ids a row, each at most once a row.
 * @param size entries of the dictionary; every id is below
 * @param types event type of each row
 */
export function listCounter({ offsets, ids }: ListColumn, size: number, types: Uint8Array): ValueCounter {
  const counts = new Uint32Array(size)
  const counter = arrayCounter(counts, types, (rows, length, sign) => {
    for (let at = 0; at < length;) {
      // The items of consecutive rows are consecutive: a run of rows is counted in one loop.
      const first = rows[at]!
      let end = first
      do {
        at += 1
        end += 1
      } while (at < length && rows[at] === end)
      const last = offsets[end]!
      for (let item = offsets[first]!; item < last; item += 1) counts[ids[item]!]! += sign
    }
  })
  return { ...counter, counts: () => counts.slice() }
}
