import type { Choice } from '../../query/incidentQuery.ts'

/**
 * For a column of one code a row. It passes if it is one of those included and none of those excluded.
 * @param ids the vocabulary, in the order of its codes
 */
export function codeFilter(
  column: Uint8Array,
  ids: readonly string[],
  { include, exclude }: Choice,
): (row: number) => boolean {
  const passes = Uint8Array.from(ids, (id) =>
    (include.length === 0 || include.includes(id)) && !exclude.includes(id) ? 1 : 0,
  )
  return (row) => passes[column[row] ?? -1] === 1
}
