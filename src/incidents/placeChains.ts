import type { Place } from './incident.ts'

/**
 * For each place: its own index, then those of what it lies in, up to the country. A circle of parents ends where it
 * closes, and a parent that is not listed ends the chain.
 */
export function placeChains(places: readonly Place[]): number[][] {
  const index = new Map(places.map(({ id }, at) => [id, at]))
  return places.map((_, from) => {
    const chain: number[] = []
    for (let at: number | undefined = from; at !== undefined && !chain.includes(at);) {
      chain.push(at)
      const parent: string | undefined = places[at]?.parent
      at = parent === undefined ? undefined : index.get(parent)
    }
    return chain
  })
}
