import { foldText, foldWords } from '../incidents/foldText.ts'
import type { Choice } from '../query/incidentQuery.ts'
import type { FacetValue } from './facetValues.ts'
import { foldedNames } from './foldedNames.ts'

/** A value in its place among the rows. */
export interface FacetRow {
  value: FacetValue
  /** How far it stands in from the edge: below its parent, where that is shown too. */
  depth: 0 | 1
  /** The other name that the search found it by. */
  alias?: string | undefined
}

/**
 * The rows of a facet: what was chosen first, then by count, then by name; children below a parent that is chosen.
 * @param counts by index of the value
 * @param search matches names and aliases; '' shows all
 */
export function facetRows(
  values: readonly FacetValue[],
  counts: ArrayLike<number>,
  choice: Choice,
  search: string,
): FacetRow[] {
  const chosen = new Set([...choice.include, ...choice.exclude])
  const words = foldWords(search)
  const found = words.length === 0 ? values.map(shownAs) : matches(values, words)
  if (chosen.size === 0) return sorted(found, counts)
  const [first, others] = parted(found, ({ value: { id } }) => chosen.has(id))
  const included = new Set(choice.include)
  const parents = new Set(first.map(({ value: { id } }) => id).filter((id) => included.has(id)))
  return belowParents([...sorted(first, counts), ...sorted(others, counts)], parents)
}

const MOST_BY_NAME = 2_000
const collator = new Intl.Collator()

/** By count, then by name; of very many rows those that count the same stay as they are: comparing names takes too long. */
function sorted(rows: readonly FacetRow[], counts: ArrayLike<number>): FacetRow[] {
  const countOf = ({ value }: FacetRow) => counts[value.index] ?? 0
  if (rows.length <= MOST_BY_NAME)
    return rows.toSorted((a, b) => countOf(b) - countOf(a) || collator.compare(a.value.name, b.value.name))
  // One number says count and place, so that tens of thousands are sorted without a call for each two.
  const last = rows.length - 1
  const keys = Float64Array.from(rows, (row, at) => countOf(row) * rows.length + last - at).toSorted()
  const ordered: FacetRow[] = []
  for (let at = last; at >= 0; at -= 1) {
    const row = rows[last - ((keys[at] ?? 0) % rows.length)]
    if (row) ordered.push(row)
  }
  return ordered
}

function parted<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  const [first, others]: [T[], T[]] = [[], []]
  for (const item of items) (isFirst(item) ? first : others).push(item)
  return [first, others]
}

function shownAs(value: FacetValue): FacetRow {
  return { value, depth: 0 }
}

function matches(values: readonly FacetValue[], words: readonly string[]): FacetRow[] {
  const found: FacetRow[] = []
  const names = foldedNames(values)
  const wanted = words.map((word) => [` ${word}`, ` ال${word}`] as const)
  for (const [index, value] of values.entries()) {
    const at = (names[index] ?? []).findIndex((name) =>
      wanted.every(([word, withArticle]) => name.includes(word) || name.includes(withArticle)),
    )
    if (at < 0) continue
    const alias = at > 0 ? value.aliases[at - 1] : undefined
    const isOther = alias !== undefined && foldText(alias) !== foldText(value.name)
    found.push({ value, depth: 0, ...(isOther ? { alias } : {}) })
  }
  return found
}

/** Moves the children of each of the parents, which all have rows, to stand right below it. */
function belowParents(rows: FacetRow[], parents: ReadonlySet<string>): FacetRow[] {
  if (parents.size === 0) return rows
  const below = new Map<string, FacetRow[]>()
  const above: FacetRow[] = []
  for (const row of rows) {
    const { parent } = row.value
    if (parent === undefined || !parents.has(parent)) above.push(row)
    else {
      const children = below.get(parent)
      if (children) children.push({ ...row, depth: 1 })
      else below.set(parent, [{ ...row, depth: 1 }])
    }
  }
  const ordered: FacetRow[] = []
  const place = (row: FacetRow) => {
    ordered.push(row)
    for (const child of below.get(row.value.id) ?? []) place(child)
  }
  for (const row of above) place(row)
  return ordered
}

/** Place of the last row that was chosen; -1 where none was. */
export function lastChosen(rows: readonly FacetRow[], { include, exclude }: Choice): number {
  const chosen = new Set([...include, ...exclude])
  return chosen.size === 0 ? -1 : rows.findLastIndex(({ value }) => chosen.has(value.id))
}

/**
 * How many rows stand open: the first, all that were chosen, and at the end none that counts nothing unless it was.
 * @param counts without any filter, so that rows do not come and go with it
 * @param chosen place of the last that was chosen, as `lastChosen` tells it
 */
export function openRows(
  rows: readonly FacetRow[],
  counts: ArrayLike<number>,
  chosen: number,
  atLeast: number,
): number {
  const isWanted = (at: number) => at <= chosen || (counts[rows[at]?.value.index ?? -1] ?? 0) > 0
  // The first that is not empty from the last that may stand open on, which is near; then the last before it.
  let beyond = atLeast - 1
  while (beyond < rows.length && !isWanted(beyond)) beyond += 1
  let open = Math.min(atLeast, rows.length)
  if (beyond >= rows.length) while (open > 1 && !isWanted(open - 1)) open -= 1
  return Math.max(chosen + 1, open)
}
