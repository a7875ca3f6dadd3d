/** Gives ids that are unique. */
export interface FreeIds {
  /** The id itself where it is free; else with -2, -3, ... behind it. `isRepeated`: it was taken. */
  take(id: string): { id: string; isRepeated: boolean }
}

export function createFreeIds(): FreeIds {
  const taken = new Set<string>()
  /** The number that the next repetition of an id is tried with. */
  const next = new Map<string, number>()
  return {
    take(id) {
      if (!taken.has(id)) {
        taken.add(id)
        return { id, isRepeated: false }
      }
      let number = next.get(id) ?? 2
      while (taken.has(`${id}-${number}`)) number += 1
      next.set(id, number + 1)
      const free = `${id}-${number}`
      taken.add(free)
      return { id: free, isRepeated: true }
    },
  }
}
