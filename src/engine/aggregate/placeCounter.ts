import type { Ids, ListColumn } from '../../incidents/columns.ts'
import type { ValueCounter } from './codeCounter.ts'
import { arrayCounter } from './rowCounter.ts'

/**
 * For the place of each row; what it lies in counts with it. Kept are the rows of each place and, by the place that they
 * lie in next, those of all its inner ones; what lies deeper is summed when it is asked for.
 * @param chains (offsets, ids) for each place, itself and what it lies in
 * @param types event type of each row
 */
export function placeCounter(place: Ids, chains: ListColumn, types: Uint8Array): ValueCounter {
  const { places, holders, holderOf, above } = nesting(chains)
  const counts = new Uint32Array(places + holders.length + 1)
  const counter = arrayCounter(counts, types, (rows, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const id = place[rows[at] ?? 0] ?? 0
      counts[id] = (counts[id] ?? 0) + sign
      const holder = holderOf[id] ?? 0
      counts[holder] = (counts[holder] ?? 0) + sign
    }
  })
  return {
    ...counter,
    counts() {
      const whole = counts.slice(0, places)
      const inner = counts.slice(places)
      for (let at = 0; at < holders.length; at += 1) {
        const count = inner[at] ?? 0
        const holder = holders[at] ?? 0
        whole[holder] = (whole[holder] ?? 0) + count
        const next = above[at] ?? 0
        inner[next] = (inner[next] ?? 0) + count
      }
      return whole
    },
  }
}

/**
 * The places that others lie in, the deepest first, so that they are whole when they are added to what they lie in.
 * `holderOf` says of each place where in the counts that is counted which it lies in next, `above` the same of each
 * holder, among the holders: the last of them where it lies in none.
 */
function nesting({ offsets, ids }: ListColumn) {
  const places = offsets.length - 1
  const depth = (place: number) => (offsets[place + 1] ?? 0) - (offsets[place] ?? 0)
  // A chain begins with the place itself.
  const outer = (place: number) => (depth(place) > 1 ? ids[(offsets[place] ?? 0) + 1] : undefined)
  const all = Uint32Array.from({ length: places }, (_, place) => place)
  const holders = Uint32Array.from(new Set([...all].flatMap((place) => outer(place) ?? []))).toSorted(
    (a, b) => depth(b) - depth(a) || a - b,
  )
  const rank = new Map([...holders].map((holder, at) => [holder, at]))
  const rankOf = (place: number) => rank.get(outer(place) ?? -1) ?? holders.length
  return { places, holders, holderOf: all.map((place) => places + rankOf(place)), above: holders.map(rankOf) }
}
