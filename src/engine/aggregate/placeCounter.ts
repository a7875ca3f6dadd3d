import type { Ids, ListColumn } from '../../incidents/columns.ts'
import type { ValueCounter } from './codeCounter.ts'
import { arrayCounter } from './rowCounter.ts'

/**
 * For the place of each row, which counts for every place that it lies in too. A row that is added changes two numbers
 * only: the count of its place, and the inner count of its parent. The levels above are summed when asked for.
 * @param place of each row
 * @param chains for each place itself and what it lies in, innermost first
 * @param types event type of each row
 */
export function placeCounter(place: Ids, chains: ListColumn, types: Uint8Array): ValueCounter {
  const { places, parents, slotOfPlace, outerOfParent } = nestingOf(chains)
  // Rows by place, then rows by the parent of their place, then those whose place lies in none.
  const counts = new Uint32Array(places + parents.length + 1)
  const counter = arrayCounter(counts, types, (rows, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const id = place[rows[at]!]!
      counts[id]! += sign
      counts[slotOfPlace[id]!]! += sign
    }
  })
  return {
    ...counter,
    counts() {
      const whole = counts.slice(0, places)
      const inner = counts.slice(places)
      for (let at = 0; at < parents.length; at += 1) {
        whole[parents[at]!]! += inner[at]!
        inner[outerOfParent[at]!]! += inner[at]!
      }
      return whole
    },
  }
}

interface Nesting {
  places: number
  /** Places that others lie in, the deepest first: each is complete before it is added to what it lies in. */
  parents: Uint32Array
  /** For each place the entry of `counts` that counts the rows of its parent's inner places. */
  slotOfPlace: Uint32Array
  /** For each entry of `parents` the index of its own parent among them; their number where it lies in none. */
  outerOfParent: Uint32Array
}

function nestingOf({ offsets, ids }: ListColumn): Nesting {
  const places = offsets.length - 1
  const depth = (place: number) => offsets[place + 1]! - offsets[place]!
  // A chain begins with the place itself; its parent, if any, follows.
  const parentOf = (place: number) => (depth(place) > 1 ? ids[offsets[place]! + 1] : undefined)
  const all = Uint32Array.from({ length: places }, (_, place) => place)
  const distinct = new Set([...all].flatMap((place) => parentOf(place) ?? []))
  const parents = Uint32Array.from(distinct).toSorted((a, b) => depth(b) - depth(a) || a - b)
  const indexOf = new Map([...parents].map((parent, at) => [parent, at]))
  const parentIndex = (place: number) => {
    const parent = parentOf(place)
    return (parent === undefined ? undefined : indexOf.get(parent)) ?? parents.length
  }
  return {
    places,
    parents,
    slotOfPlace: all.map((place) => places + parentIndex(place)),
    outerOfParent: parents.map(parentIndex),
  }
}
