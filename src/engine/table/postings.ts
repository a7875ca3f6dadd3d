import type { Ids, ListColumn } from '../../incidents/columns.ts'

/** The rows of each id, ascending: those of `id` are `rows[offsets[id]]` to `rows[offsets[id + 1] - 1]`. */
export interface Postings {
  /** ids + 1 entries. */
  offsets: Uint32Array
  rows: Uint32Array
}

/** Of a column with one id a row. @param size how many ids there are */
export function postingsOf(ids: Ids | Uint8Array, size: number): Postings {
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

/** Of a column with several ids a row; an id that a row names twice has the row twice. @param size how many ids there are */
export function listPostings({ offsets: lists, ids }: ListColumn, size: number): Postings {
  const { offsets, next } = roomFor(ids, size)
  const rows = new Uint32Array(ids.length)
  for (let row = 0; row + 1 < lists.length; row += 1) {
    const end = lists[row + 1] ?? 0
    for (let item = lists[row] ?? 0; item < end; item += 1) {
      const id = ids[item] ?? 0
      const at = next[id] ?? 0
      rows[at] = row
      next[id] = at + 1
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
function roomFor(ids: Ids | Uint8Array, size: number): { offsets: Uint32Array; next: Uint32Array } {
  const offsets = new Uint32Array(size + 1)
  for (const id of ids) offsets[id + 1] = (offsets[id + 1] ?? 0) + 1
  for (let id = 0; id < size; id += 1) offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0)
  return { offsets, next: offsets.slice() }
}
