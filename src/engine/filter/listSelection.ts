import type { Choice } from '../../query/incidentQuery.ts'
import type { Selection } from './selection.ts'

/** Included ids that a row is counted for at most: 16 bits a row. */
const MOST_INCLUDED = 0xffff

/**
 * For a filter whose ids have posting lists: passes rows that have any of the included ids (or each of them, where
 * `all`), and none of the excluded. Without an included id, rows that have none of the excluded.
 * @param listsOf the rows of an id, in one or more lists that are ascending and share no row; undefined for an id that
 * the data lacks, which no row has
 * @param rows rows of the table
 * @throws RangeError for more than 65,535 included ids
 */
export function listSelection(
  listsOf: (id: string) => Uint32Array[] | undefined,
  rows: number,
  { include, exclude }: Choice,
  all = false,
): Selection {
  const excluded = [...new Set(exclude)].flatMap((id) => listsOf(id) ?? [])
  if (include.length === 0) return { kind: 'except', rows: union(excluded, rows) }
  const wanted = [...new Set(include)].map(listsOf)
  if (wanted.length > MOST_INCLUDED)
    throw new RangeError(
      `${wanted.length} ids are included, but at most ${MOST_INCLUDED} can be counted in a row`,
    )
  if (all && wanted.includes(undefined)) return { kind: 'only', rows: new Uint32Array(0) }
  const [first, ...others] = wanted
  if (others.length === 0 && excluded.length === 0) return { kind: 'only', rows: union(first ?? [], rows) }
  // How many of the included ids each row has.
  const counts = new Uint16Array(rows)
  for (const lists of wanted) for (const list of lists ?? []) for (const row of list) counts[row]! += 1
  for (const list of excluded) for (const row of list) counts[row] = 0
  return { kind: 'only', rows: rowsCounted(counts, all ? wanted.length : 1) }
}

/** The rows of any of the lists, ascending. A single list is returned as it is. */
function union(lists: readonly Uint32Array[], rows: number): Uint32Array {
  const [first, ...others] = lists
  if (!first) return new Uint32Array(0)
  if (others.length === 0) return first
  const counts = new Uint16Array(rows)
  for (const list of lists) for (const row of list) counts[row] = 1
  return rowsCounted(counts, 1)
}

/** The rows that are counted at least `least` times. */
function rowsCounted(counts: Uint16Array, least: number): Uint32Array {
  let size = 0
  for (const count of counts) if (count >= least) size += 1
  const found = new Uint32Array(size)
  for (let row = 0, at = 0; row < counts.length; row += 1) if (counts[row]! >= least) found[at++] = row
  return found
}
