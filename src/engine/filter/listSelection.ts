import type { Choice } from '../../query/incidentQuery.ts'
import type { Selection } from './selection.ts'

/**
 * For a dimension whose ids lead to their rows. A row passes that has one of the included, or each of them, and none of
 * the excluded; an included id that the data lacks is never met.
 * @param listsOf the rows of an id in lists, ascending, no row twice; undefined where the data lacks it
 * @param rows how many there are
 */
export function listSelection(
  listsOf: (id: string) => Uint32Array[] | undefined,
  rows: number,
  { include, exclude }: Choice,
  all = false,
): Selection {
  const excluded = [...new Set(exclude)].flatMap((id) => listsOf(id) ?? [])
  if (include.length === 0) return { kind: 'but', rows: union(excluded, rows) }
  const wanted = [...new Set(include)].map(listsOf)
  if (all && wanted.includes(undefined)) return { kind: 'only', rows: new Uint32Array(0) }
  const included = wanted.map((lists) => lists ?? [])
  const [first, ...others] = included
  if (others.length === 0 && excluded.length === 0) return { kind: 'only', rows: union(first ?? [], rows) }
  const marks = new Uint16Array(rows)
  for (const lists of included)
    for (const list of lists) for (const row of list) marks[row] = (marks[row] ?? 0) + 1
  for (const list of excluded) for (const row of list) marks[row] = 0
  return { kind: 'only', rows: rowsMarked(marks, all ? included.length : 1) }
}

/** The rows of any list, ascending. One list is given as it is. */
function union(lists: readonly Uint32Array[], rows: number): Uint32Array {
  const [first, ...others] = lists
  if (others.length === 0) return first ?? new Uint32Array(0)
  const marks = new Uint16Array(rows)
  for (const list of lists) for (const row of list) marks[row] = 1
  return rowsMarked(marks, 1)
}

function rowsMarked(marks: Uint16Array, least: number): Uint32Array {
  let count = 0
  for (const mark of marks) if (mark >= least) count += 1
  const found = new Uint32Array(count)
  for (let row = 0, at = 0; row < marks.length; row += 1) if ((marks[row] ?? 0) >= least) found[at++] = row
  return found
}
