import type { Ids, ListColumn } from '../incidents/columns.ts'
import { finished } from './finished.ts'

/** The rows of each id, ascending: those of `id` are `rows[offsets[id]]` to `rows[offsets[id + 1] - 1]`. */
export interface Postings {
  /** ids + 1 entries. */
  offsets: Uint32Array
  rows: Uint32Array
}

/** Of a column with one id a row. @param size how many ids there are */
export function postingsOf(ids: Ids, size: number): Postings {
  const { offsets, next } = roomFor(ids, size)
  const rows = new Uint32Array(ids.length)
  for (let row = 0; row < ids.length; row += 1) {
    const id = ids[row] ?? 0
    const at = next[id] ?? 0
    rows[at] = row
    next[id] = at + 1
  }
  return { offsets, rows }
}

/** Of a column with several ids a row, at one go. @param size how many ids there are */
export function listPostings(list: ListColumn, size: number): Postings {
  return finished(listPostingsInSteps(list, size))
}

/** Items that are placed at a step. */
const STEP = 1 << 18

/** The same in steps; an id that a row names twice has the row twice. */
export function* listPostingsInSteps(
  { offsets: lists, ids }: ListColumn,
  size: number,
): Generator<undefined, Postings> {
  const { offsets, next } = roomFor(ids, size)
  const rows = new Uint32Array(ids.length)
  let placed = 0
  for (let row = 0; row + 1 < lists.length; row += 1) {
    for (let item = lists[row] ?? 0; item < (lists[row + 1] ?? 0); item += 1) {
      const id = ids[item] ?? 0
      const at = next[id] ?? 0
      rows[at] = row
      next[id] = at + 1
      placed += 1
      if (placed % STEP === 0) yield
    }
  }
  return { offsets, rows }
}

/** Lists as one column. */
export function flattened(lists: readonly (readonly number[])[]): ListColumn {
  const offsets = new Uint32Array(lists.length + 1)
  for (const [at, { length }] of lists.entries()) offsets[at + 1] = (offsets[at] ?? 0) + length
  return { offsets, ids: Uint32Array.from(lists.flat()) }
}

export function rowsOf({ offsets, rows }: Postings, id: number): Uint32Array {
  return rows.subarray(offsets[id] ?? 0, offsets[id + 1] ?? 0)
}

/** Where the rows of each id begin; twice, as filling them moves one of the two. */
function roomFor(ids: Ids, size: number): { offsets: Uint32Array; next: Uint32Array } {
  const offsets = new Uint32Array(size + 1)
  for (const id of ids) offsets[id + 1] = (offsets[id + 1] ?? 0) + 1
  for (let id = 0; id < size; id += 1) offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0)
  return { offsets, next: offsets.slice() }
}
