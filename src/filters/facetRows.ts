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
  const found = values.flatMap((value) => matchOf(value, search) ?? [])
  const sorted = found.toSorted(
    ({ value: a }, { value: b }) =>
      Number(chosen.has(b.id)) - Number(chosen.has(a.id)) ||
      (counts[b.index] ?? 0) - (counts[a.index] ?? 0) ||
      a.name.localeCompare(b.name),
  )
  return belowParents(sorted, new Set(choice.include))
}

function matchOf(value: FacetValue, search: string): FacetRow | undefined {
  const words = foldWords(search)
  const matches = (name: string) => {
    const folded = ` ${foldWords(name).join(' ')}`
    return words.every((word) => folded.includes(` ${word}`) || folded.includes(` ال${word}`))
  }
  if (words.length === 0 || matches(value.name)) return { value, depth: 0 }
  const alias = value.aliases.find(matches)
  if (alias === undefined) return undefined
  return { value, depth: 0, ...(foldText(alias) === foldText(value.name) ? {} : { alias }) }
}

/** Moves the children of an included parent to stand right below it. */
function belowParents(rows: readonly FacetRow[], included: ReadonlySet<string>): FacetRow[] {
  const shown = new Set(rows.map(({ value }) => value.id))
  const isBelow = ({ value: { parent } }: FacetRow) =>
    parent !== undefined && included.has(parent) && shown.has(parent)
  return rows
    .filter((row) => !isBelow(row))
    .flatMap((row) => [
      row,
      ...rows
        .filter((each) => each.value.parent === row.value.id && isBelow(each))
        .map((each): FacetRow => ({ ...each, depth: 1 })),
    ])
}

/** How many rows stand open: the first, all that were chosen, and no empty ones unless they were. */
export function openRows(
  rows: readonly FacetRow[],
  counts: ArrayLike<number>,
  choice: Choice,
  atLeast: number,
): number {
  const isWanted = ({ value }: FacetRow) =>
    choice.include.includes(value.id) || choice.exclude.includes(value.id) || (counts[value.index] ?? 0) > 0
  const lastChosen = rows.findLastIndex(
    ({ value }) => choice.include.includes(value.id) || choice.exclude.includes(value.id),
  )
  const lastWanted = rows.findLastIndex(isWanted)
  return Math.max(lastChosen + 1, Math.min(atLeast, Math.max(lastWanted + 1, 1), rows.length))
}
