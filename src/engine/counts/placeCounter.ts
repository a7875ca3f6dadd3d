import type { Ids, ListColumn } from '../../incidents/columns.ts'
import type { ValueCounter } from './codeCounter.ts'
import { arrayCounter } from './rowCounter.ts'

/**
 * For the place of each row; what it lies in counts with it.
 * @param chains (offsets, ids) for each place, itself and what it lies in
 * @param types event type of each row
 */
export function placeCounter(place: Ids, chains: ListColumn, types: Uint8Array): ValueCounter {
  const own = new Uint32Array(chains.offsets.length - 1)
  const { inner, outer } = nesting(chains)
  const counter = arrayCounter(own, types, (rows, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const id = place[rows[at] ?? 0] ?? 0
      own[id] = (own[id] ?? 0) + sign
    }
  })
  return {
    ...counter,
    counts() {
      const whole = own.slice()
      // Neighbours mostly lie in the same: they are summed before they are added.
      let [holder, sum] = [0, 0]
      for (let at = 0; at < inner.length; at += 1) {
        if (outer[at] !== holder) {
          whole[holder] = (whole[holder] ?? 0) + sum
          holder = outer[at] ?? 0
          sum = 0
        }
        sum += whole[inner[at] ?? 0] ?? 0
      }
      if (inner.length > 0) whole[holder] = (whole[holder] ?? 0) + sum
      return whole
    },
  }
}

/**
 * Each place that lies in another, with that other; those that lie deepest first, so that they are whole when they are
 * added, and what lies in the same together.
 */
function nesting({ offsets, ids }: ListColumn): { inner: Uint32Array; outer: Uint32Array } {
  const depth = (place: number) => (offsets[place + 1] ?? 0) - (offsets[place] ?? 0)
  // A chain begins with the place itself.
  const holder = (place: number) => ids[(offsets[place] ?? 0) + 1] ?? 0
  const inner = Uint32Array.from(offsets.subarray(1).keys())
    .filter((place) => depth(place) > 1)
    .sort((a, b) => depth(b) - depth(a) || holder(a) - holder(b) || a - b)
  return { inner, outer: inner.map(holder) }
}
