import { foldWords } from '../incidents/foldText.ts'
import type { FacetValue } from './facetValues.ts'

/** Folding is dear: what has been folded of each list of values, from its first on; forgotten with the list. */
const known = new WeakMap<readonly FacetValue[], string[][]>()

/**
 * Folds the names of some more values, so that a search among tens of thousands need not do so at one go.
 * @param most how many values at once
 * @returns whether those of all are folded
 */
export function foldNames(values: readonly FacetValue[], most: number): boolean {
  const names = namesSoFar(values)
  const end = Math.min(values.length, names.length + most)
  for (const { name, aliases } of values.slice(names.length, end))
    names.push([name, ...aliases].map((each) => ` ${foldWords(each).join(' ')}`))
  return names.length === values.length
}

/** Of each value its folded names, its own first: words, each after a space. Folds what has not been folded. */
export function foldedNames(values: readonly FacetValue[]): readonly (readonly string[])[] {
  foldNames(values, values.length)
  return namesSoFar(values)
}

function namesSoFar(values: readonly FacetValue[]): string[][] {
  let names = known.get(values)
  if (!names) known.set(values, (names = []))
  return names
}
