import type { Place } from '../../incidents/incident.ts'
import { placeChain } from '../../incidents/placeChains.ts'
import { NO_ENTRY } from '../tables.ts'
import type { GrowingDictionary } from './growingDictionaries.ts'

/** Where a place lies, as indices of the base. */
export interface PlaceChain {
  /** The place, then all that it lies in, innermost first. */
  chain: readonly number[]
  /** NO_ENTRY where it lies in no country. */
  country: number
}

/** Gives the chain of a place of the base, which is worked out once. */
export function placeChains({ entries, indexOfId }: GrowingDictionary<Place>): (place: number) => PlaceChain {
  const known = new Map<number, PlaceChain>()
  return (place) => {
    let found = known.get(place)
    if (!found) {
      const chain = placeChain(entries, indexOfId, place)
      const last = chain.at(-1)
      const isCountry = last !== undefined && entries[last]?.kind === 'country'
      found = { chain, country: isCountry ? last : NO_ENTRY }
      known.set(place, found)
    }
    return found
  }
}
