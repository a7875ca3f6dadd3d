import type { ListColumn } from '../../incidents/columns.ts'
import type { ValueCounter } from './codeCounter.ts'
import { arrayCounter } from './rowCounter.ts'

/** Counts the items of a column of lists. */
export interface ListCounter extends ValueCounter {
  list: ListColumn
  items: Uint32Array
}

/** For a column of several ids a row, each at most once a row. @param types event type of each row */
export function listCounter(list: ListColumn, size: number, types: Uint8Array): ListCounter {
  const items = new Uint32Array(size)
  const { offsets, ids } = list
  const counter = arrayCounter(items, types, (rows, length, sign) => {
    for (let at = 0; at < length;) {
      const end = runFrom(rows, length, at)
      const last = offsets[(rows[end - 1] ?? 0) + 1] ?? 0
      for (let item = offsets[rows[at] ?? 0] ?? 0; item < last; item += 1) {
        const id = ids[item] ?? 0
        items[id] = (items[id] ?? 0) + sign
      }
      at = end
    }
  })
  return { ...counter, list, items, counts: () => items.slice() }
}

/** `add` of three counters at once, which share the search for runs. */
export function addThree(
  [a, b, c]: readonly [ListCounter, ListCounter, ListCounter],
  rows: Uint32Array,
  length: number,
  sign: 1 | -1,
): void {
  const [offsetsA, offsetsB, offsetsC] = [a.list.offsets, b.list.offsets, c.list.offsets]
  const [idsA, idsB, idsC] = [a.list.ids, b.list.ids, c.list.ids]
  const [itemsA, itemsB, itemsC] = [a.items, b.items, c.items]
  for (let at = 0; at < length;) {
    const end = runFrom(rows, length, at)
    const first = rows[at] ?? 0
    const after = (rows[end - 1] ?? 0) + 1
    const [lastA, lastB, lastC] = [offsetsA[after] ?? 0, offsetsB[after] ?? 0, offsetsC[after] ?? 0]
    for (let item = offsetsA[first] ?? 0; item < lastA; item += 1) {
      const id = idsA[item] ?? 0
      itemsA[id] = (itemsA[id] ?? 0) + sign
    }
    for (let item = offsetsB[first] ?? 0; item < lastB; item += 1) {
      const id = idsB[item] ?? 0
      itemsB[id] = (itemsB[id] ?? 0) + sign
    }
    for (let item = offsetsC[first] ?? 0; item < lastC; item += 1) {
      const id = idsC[item] ?? 0
      itemsC[id] = (itemsC[id] ?? 0) + sign
    }
    at = end
  }
}

/** Where the rows from `start` on cease to follow one another without a gap: such rows have their items without one too. */
function runFrom(rows: Uint32Array, length: number, start: number): number {
  const first = (rows[start] ?? 0) - start
  let at = start + 1
  while (at < length && (rows[at] ?? 0) - at === first) at += 1
  return at
}
