import { foldText, foldWords } from '../incidents/foldText.ts'
import type { Choice } from '../query/incidentQuery.ts'
import type { FacetValue } from './facetValues.ts'

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
  const found = values.flatMap((value) => matchOf(value, words) ?? [])
  // Of very many values those that count the same stay as the dictionary has them: comparing names takes too long.
  const byName = found.length > MOST_BY_NAME ? () => 0 : collator.compare
  const sorted = found.toSorted(
    ({ value: a }, { value: b }) =>
      Number(chosen.has(b.id)) - Number(chosen.has(a.id)) ||
      (counts[b.index] ?? 0) - (counts[a.index] ?? 0) ||
      byName(a.name, b.name),
  )
  return belowParents(sorted, new Set(choice.include))
}

const MOST_BY_NAME = 2_000
const collator = new Intl.Collator()

/** Folding is dear: the names of a value, its own first, are folded once, and forgotten with it. */
const folded = new WeakMap<FacetValue, string[]>()

function foldedNames(value: FacetValue): string[] {
  let names = folded.get(value)
  if (!names) {
    names = [value.name, ...value.aliases].map((name) => ` ${foldWords(name).join(' ')}`)
    folded.set(value, names)
  }
  return names
}

function matchOf(value: FacetValue, words: readonly string[]): FacetRow | undefined {
  if (words.length === 0) return { value, depth: 0 }
  const at = foldedNames(value).findIndex((name) =>
    words.every((word) => name.includes(` ${word}`) || name.includes(` ال${word}`)),
  )
  if (at === 0) return { value, depth: 0 }
  const alias = value.aliases[at - 1]
  if (alias === undefined) return undefined
  return { value, depth: 0, ...(foldText(alias) === foldText(value.name) ? {} : { alias }) }
}

/** Moves the children of an included parent to stand right below it. */
function belowParents(rows: readonly FacetRow[], included: ReadonlySet<string>): FacetRow[] {
  const shown = new Set(rows.map(({ value: { id } }) => id).filter((id) => included.has(id)))
  if (shown.size === 0) return [...rows]
  const below = new Map<string, FacetRow[]>()
  const above = rows.filter((row) => {
    const { parent } = row.value
    if (parent === undefined || !shown.has(parent)) return true
    const children = below.get(parent)
    if (children) children.push({ ...row, depth: 1 })
    else below.set(parent, [{ ...row, depth: 1 }])
    return false
  })
  const withBelow = (row: FacetRow): FacetRow[] => [
    row,
    ...(below.get(row.value.id) ?? []).flatMap(withBelow),
  ]
  return above.flatMap(withBelow)
}

/** How many rows stand open: the first, all that were chosen, and no empty ones unless they were. */
export function openRows(
  rows: readonly FacetRow[],
  counts: ArrayLike<number>,
  choice: Choice,
  atLeast: number,
): number {
  const chosen = new Set([...choice.include, ...choice.exclude])
  const lastChosen = chosen.size === 0 ? -1 : rows.findLastIndex(({ value }) => chosen.has(value.id))
  const isWanted = (at: number) => at <= lastChosen || (counts[rows[at]?.value.index ?? -1] ?? 0) > 0
  // The first that is not empty from the last that may stand open on, which is near; then the last before it.
  let beyond = atLeast - 1
  while (beyond < rows.length && !isWanted(beyond)) beyond += 1
  let open = Math.min(atLeast, rows.length)
  if (beyond >= rows.length) while (open > 1 && !isWanted(open - 1)) open -= 1
  return Math.max(lastChosen + 1, open)
}
