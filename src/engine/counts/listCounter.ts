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
  const self: Pick<ListCounter, 'list' | 'items'>[] = [{ list, items }]
  const counter = arrayCounter(items, types, (rows, length, sign) => addLists(self, rows, length, sign))
  return { ...counter, list, items, counts: () => items.slice() }
}

/** `add` of several counters at once. Rows without a gap have their items without one: such runs are found but once. */
export function addLists(
  counters: readonly Pick<ListCounter, 'list' | 'items'>[],
  rows: Uint32Array,
  length: number,
  sign: 1 | -1,
): void {
  for (let at = 0; at < length;) {
    const first = rows[at] ?? 0
    let end = first + 1
    at += 1
    while (at < length && rows[at] === end) {
      at += 1
      end += 1
    }
    for (const { list, items } of counters) addItems(list, items, first, end, sign)
  }
}

function addItems(
  { offsets, ids }: ListColumn,
  items: Uint32Array,
  first: number,
  end: number,
  sign: number,
): void {
  const last = offsets[end] ?? 0
  for (let at = offsets[first] ?? 0; at < last; at += 1) {
    const id = ids[at] ?? 0
    items[id] = (items[id] ?? 0) + sign
  }
}
