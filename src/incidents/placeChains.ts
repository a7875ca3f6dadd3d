import type { Place } from './incident.ts'

/** Leads from a place's id to its index. */
export function placeIndex(places: readonly Place[]): Map<string, number> {
  return new Map(places.map(({ id }, at) => [id, at]))
}

/**
 * The index of a place, then those of what it lies in, up to the country. The chain ends before a parent that is not
 * listed; and at a place of a circle, which lies in nothing. So a chain is a place and the chain of its parent.
 * @param index as `placeIndex` gives it
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
