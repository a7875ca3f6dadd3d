import type { ListColumn } from '../../incidents/columns.ts'
import type { Choice } from '../../query/incidentQuery.ts'

const INCLUDED = 1
const EXCLUDED = 2

/**
 * For a column of several ids a row: any (or all) of the included, none of the excluded. An included id that no row
 * can have is never met.
 * @param ids the dictionary, in the order of the column's ids
 */
export function listFilter(
  { offsets, ids: items }: ListColumn,
  ids: readonly string[],
  { include, exclude }: Choice,
  all = false,
): (row: number) => boolean {
  const wanted = new Set(include)
  const unwanted = new Set(exclude)
  const flags = Uint8Array.from(
    ids,
    (id) => (wanted.has(id) ? INCLUDED : 0) | (unwanted.has(id) ? EXCLUDED : 0),
  )
  const needed = all ? wanted.size : Math.min(1, wanted.size)
  return (row) => {
    let met = 0
    for (let at = offsets[row] ?? 0; at < (offsets[row + 1] ?? 0); at += 1) {
      const flag = flags[items[at] ?? -1] ?? 0
      if (flag & EXCLUDED) return false
      met += flag & INCLUDED
    }
    return met >= needed
  }
}
