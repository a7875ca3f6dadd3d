import { foldText, foldWords } from '../incidents/foldText.ts'
import type { Choice } from '../query/incidentQuery.ts'
import { countOf, type FacetValue } from './facetValues.ts'
import { foldedNames } from './foldedNames.ts'

/** One row in the list of a facet's values. */
export interface FacetRow {
  value: FacetValue
  /** Level of indentation: 1 for a child shown below its parent. */
  depth: 0 | 1
  /** The alias that the search matched; absent where it matched the name. */
  alias?: string | undefined
}

/**
 * The rows of a facet: chosen values first, then the others, both sorted by count, then by name. The children of an
 * included value follow it, indented.
 * @param values all values of the facet
 * @param counts by index of the value
 * @param choice the facet's filter
 * @param search words that must begin words of a name or alias; '' matches all values
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
  const [first, others] = partitioned(found, ({ value: { id } }) => chosen.has(id))
  const included = new Set(choice.include)
  const parents = new Set(first.map(({ value: { id } }) => id).filter((id) => included.has(id)))
  return withChildrenBelow([...sorted(first, counts), ...sorted(others, counts)], parents)
}

/** Most rows that are sorted by name where counts are equal; comparing the names of more takes too long. */
const MOST_BY_NAME = 2_000
const collator = new Intl.Collator()

/** Rows by count, largest first, then by name; more than MOST_BY_NAME by count, then in their given order. */
function sorted(rows: readonly FacetRow[], counts: ArrayLike<number>): FacetRow[] {
  if (rows.length <= MOST_BY_NAME)
    return rows.toSorted(
      ({ value: a }, { value: b }) =>
        countOf(counts, b) - countOf(counts, a) || collator.compare(a.name, b.name),
    )
  // One number holds both the count and the index of a row, so that typed arrays sort tens of thousands of rows without
  // a comparison function.
  const last = rows.length - 1
  const keys = Float64Array.from(
    rows,
    ({ value }, at) => countOf(counts, value) * rows.length + last - at,
  ).toSorted()
  const ordered: FacetRow[] = []
  for (const key of keys.toReversed()) {
    const row = rows[last - (key % rows.length)]
    if (row) ordered.push(row)
  }
  return ordered
}

/** The items that are first, and the others, each in their given order. */
function partitioned<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  const [first, others]: [T[], T[]] = [[], []]
  for (const item of items) (isFirst(item) ? first : others).push(item)
  return [first, others]
}

function shownAs(value: FacetValue): FacetRow {
  return { value, depth: 0 }
}

/** The rows whose name or an alias has all of the folded words as beginnings of its words. */
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

/** The alias of a value that a search matches; undefined where it matches the name, or nothing. */
export function matchedAlias(value: FacetValue, search: string): string | undefined {
  return matches([value], foldWords(search))[0]?.alias
}

/** Moves the rows of the children of each parent right below the row of the parent. @param parents ids, all with rows */
function withChildrenBelow(rows: FacetRow[], parents: ReadonlySet<string>): FacetRow[] {
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
  const appendWithChildren = (row: FacetRow) => {
    ordered.push(row)
    for (const child of below.get(row.value.id) ?? []) appendWithChildren(child)
  }
  for (const row of above) appendWithChildren(row)
  return ordered
}

/** Index of the last row that is chosen; -1 where none is. */
export function lastChosen(rows: readonly FacetRow[], { include, exclude }: Choice): number {
  const chosen = new Set([...include, ...exclude])
  return chosen.size === 0 ? -1 : rows.findLastIndex(({ value }) => chosen.has(value.id))
}

/**
 * How many rows are shown: the first `atLeast`, and all rows up to the last chosen one. A row is empty where its count is
 * 0 and it is not chosen: where only empty rows follow, the empty rows at the end are not shown.
 * @param counts without any filter, by index of the value, so that the number of rows does not change with the filters
 * @param chosen index of the last row that is chosen, as `lastChosen` gives it
 * @param atLeast how many rows are shown where enough of them are not empty
 */
export function openRows(
  rows: readonly FacetRow[],
  counts: ArrayLike<number>,
  chosen: number,
  atLeast: number,
): number {
  const isWanted = (at: number) => {
    const row = rows[at]
    return at <= chosen || (row !== undefined && countOf(counts, row.value) > 0)
  }
  // Looks forward for a row that is not empty, which is near in long lists; only where there is none, back for the last.
  let beyond = atLeast - 1
  while (beyond < rows.length && !isWanted(beyond)) beyond += 1
  let open = Math.min(atLeast, rows.length)
  if (beyond >= rows.length) while (open > 1 && !isWanted(open - 1)) open -= 1
  return Math.max(chosen + 1, open)
}
