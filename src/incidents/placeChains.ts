import type { Place } from './incident.ts'

/** A map from the id of each place to its index in the list. */
export function placeIndex(places: readonly Place[]): Map<string, number> {
  return new Map(places.map(({ id }, at) => [id, at]))
}

/**
 * The index of a place, then the indices of its ancestors from its parent up to the country. The chain ends before a
 * parent that is not listed. Where parents form a cycle, each place of the cycle counts as a root: the chain ends at the
 * first one reached. So the chain of a place is always the place followed by the chain of its parent.
 * @param index as `placeIndex` gives it for `places`
 * @param from index of the place
 */
export function placeChain(
  places: readonly Place[],
  index: ReadonlyMap<string, number>,
  from: number,
): number[] {
  const chain: number[] = []
  let at: number | undefined = from
  while (at !== undefined) {
    const seen = chain.indexOf(at)
    if (seen >= 0) return chain.slice(0, seen + 1)
    chain.push(at)
    const parent: string | undefined = places[at]?.parent
    at = parent === undefined ? undefined : index.get(parent)
  }
  return chain
}
