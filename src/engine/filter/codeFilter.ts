import type { Choice } from '../../query/incidentQuery.ts'

/**
 * For a column of one code a row: passes rows whose value is among the included (any, where none is included) and not
 * among the excluded.
 * @param codes of each row
 * @param ids the vocabulary, in the order of its codes
 */
export function codeFilter(
  codes: Uint8Array,
  ids: readonly string[],
  { include, exclude }: Choice,
): (row: number) => boolean {
  const passes = Uint8Array.from(ids, (id) =>
    (include.length === 0 || include.includes(id)) && !exclude.includes(id) ? 1 : 0,
  )
  return (row) => passes[codes[row]!] === 1
}
