import { flattened } from '../postings.ts'
import type { ValueCounter } from './codeCounter.ts'
import { arrayCounter } from './rowCounter.ts'

/**
 * For the place of each row; what it lies in counts with it.
 * @param chains for each place, itself and what it lies in
 * @param types event type of each row
 */
export function placeCounter(
  place: Uint32Array,
  chains: readonly (readonly number[])[],
  types: Uint8Array,
): ValueCounter {
  const own = new Uint32Array(chains.length)
  const counter = arrayCounter(own, types, (rows, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const id = place[rows[at] ?? 0] ?? 0
      own[id] = (own[id] ?? 0) + sign
    }
  })
  const { offsets, ids } = flattened(chains.map((chain) => chain.slice(1)))
  return {
    ...counter,
    counts() {
      const counts = own.slice()
      for (let id = 0; id < own.length; id += 1) {
        const count = own[id] ?? 0
        if (count === 0) continue
        for (let at = offsets[id] ?? 0; at < (offsets[id + 1] ?? 0); at += 1) {
          const above = ids[at] ?? 0
          counts[above] = (counts[above] ?? 0) + count
        }
      }
      return counts
    },
  }
}
