import type { ListColumn } from '../../incidents/columns.ts'
import type { Choice } from '../../query/incidentQuery.ts'

/**
 * For a column of several codes a row. It passes if it has one of those included, and none of those excluded.
 * @param vocabulary the ids, in the order of their codes
 */
export function codesFilter(
  { offsets, ids }: ListColumn,
  vocabulary: readonly string[],
  { include, exclude }: Choice,
): (row: number) => boolean {
  const isIncluded = Uint8Array.from(vocabulary, (id) => (include.includes(id) ? 1 : 0))
  const isExcluded = Uint8Array.from(vocabulary, (id) => (exclude.includes(id) ? 1 : 0))
  return (row) => {
    let passes = include.length === 0
    const end = offsets[row + 1]!
    for (let item = offsets[row]!; item < end; item += 1) {
      const code = ids[item]!
      if (isExcluded[code] === 1) return false
      if (isIncluded[code] === 1) passes = true
    }
    return passes
  }
}
