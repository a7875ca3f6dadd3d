import type { Ids, ListColumn } from '../../incidents/columns.ts'

/** Posting lists: the rows of each id, ascending. Those of `id` are `rows[offsets[id]]` to `rows[offsets[id + 1] - 1]`. */
export interface Postings {
  /** One entry an id, and one more for the end. */
  offsets: Uint32Array
  rows: Uint32Array
}

/**
 * Posting lists of a column with one id a row.
 * @param ids id of each row, below `size`
 * @param size how many ids there are
 */
export function postingsOf(ids: Ids | Uint8Array, size: number): Postings {
  const { offsets, next } = offsetsOf(ids, size)
  const rows = new Uint32Array(ids.length)
  for (let row = 0; row < ids.length; row += 1) rows[next[ids[row]!]!++] = row
  return { offsets, rows }
}

/**
 * Posting lists of a column with several ids a row. A row that names an id twice is listed twice.
 * @param size how many ids there are
 */
export function listPostings({ offsets: lists, ids }: ListColumn, size: number): Postings {
  const { offsets, next } = offsetsOf(ids, size)
  const rows = new Uint32Array(ids.length)
  for (let row = 0; row + 1 < lists.length; row += 1) {
    const end = lists[row + 1]!
    for (let item = lists[row]!; item < end; item += 1) rows[next[ids[item]!]!++] = row
  }
  return { offsets, rows }
}

/** Lists as one column: list `i` becomes row `i`. */
export function flattened(lists: readonly (readonly number[])[]): ListColumn {
  const offsets = new Uint32Array(lists.length + 1)
  for (const [at, { length }] of lists.entries()) offsets[at + 1] = offsets[at]! + length
  return { offsets, ids: Uint32Array.from(lists.flat()) }
}

/**
 * The rows of one id, ascending: a view, not a copy.
 * @throws RangeError for an id that has no posting list
 */
export function rowsOf({ offsets, rows }: Postings, id: number): Uint32Array {
  const [start, end] = [offsets[id], offsets[id + 1]]
  if (start === undefined || end === undefined) throw new RangeError(`no posting list ${id}`)
  return rows.subarray(start, end)
}

/** Where the rows of each id begin, and a copy that the caller advances as it fills them in. */
function offsetsOf(ids: Ids | Uint8Array, size: number): { offsets: Uint32Array; next: Uint32Array } {
  const offsets = new Uint32Array(size + 1)
  for (const id of ids) offsets[id + 1]! += 1
  for (let id = 0; id < size; id += 1) offsets[id + 1]! += offsets[id]!
  return { offsets, next: offsets.slice() }
}
