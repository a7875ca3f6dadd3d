import { createFirstSeen } from '../flags/firstSeen.ts'

/** Gives ids that are unique. */
export interface FreeIds {
  /** The id itself where it is free; else with -2, -3, ... behind it. */
  take(id: string): string
}

/**
 * Ids are remembered by a hash, in 12 bytes each instead of the many of a set of texts. An id whose hash is that of
 * another one counts as taken: all that are given differ, but of a million ids, one gets a number that it does not need
 * with a chance of 1 in 18,000.
 */
export function createFreeIds(): FreeIds {
  const seen = createFirstSeen()
  /** The number that the next repetition of an id is tried with. */
  const next = new Map<string, number>()
  let count = 0
  const isFree = (id: string) => {
    count += 1
    return seen.note([id], count) === count
  }
  return {
    take(id) {
      if (isFree(id)) return id
      let number = next.get(id) ?? 2
      while (!isFree(`${id}-${number}`)) number += 1
      next.set(id, number + 1)
      return `${id}-${number}`
    },
  }
}
