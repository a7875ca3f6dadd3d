import { foldWords } from '../incidents/foldText.ts'
import type { FacetValue } from './facetValues.ts'

/** Folded names of the first values of each list. Folding is slow, so they are kept as long as the list is in use. */
const known = new WeakMap<readonly FacetValue[], string[][]>()

/**
 * Folds the names of the next values of a list that are not folded yet: so a long list can be folded in slices.
 * @param most how many values to fold in this call
 * @returns whether the names of all values are folded now
 */
export function foldNames(values: readonly FacetValue[], most: number): boolean {
  const names = namesSoFar(values)
  const end = Math.min(values.length, names.length + most)
  for (const { name, aliases } of values.slice(names.length, end))
    names.push([name, ...aliases].map((each) => ` ${foldWords(each).join(' ')}`))
  return names.length === values.length
}

/**
 * The folded names of each value: its name, then its aliases; each as ` word word`, with a space before every word.
 * Folds those that are not folded yet.
 */
export function foldedNames(values: readonly FacetValue[]): readonly (readonly string[])[] {
  foldNames(values, values.length)
  return namesSoFar(values)
}

function namesSoFar(values: readonly FacetValue[]): string[][] {
  let names = known.get(values)
  if (!names) known.set(values, (names = []))
  return names
}
