/** A list of entries with distinct ids, in the order in which they were added. */
export interface GrowableDictionary<Entry> {
  /** Appends an entry. @throws RangeError where an entry with the same id exists */
  add(entry: Entry): void
  /** Index of the entry with this id. @throws RangeError where there is none */
  indexOf(id: string): number
  has(id: string): boolean
  /** A copy of the list. */
  entries(): Entry[]
}

/**
 * A dictionary with some first entries.
 * @param what noun for an entry, for the error messages: "actor"
 * @throws RangeError where two of the first entries have the same id
 */
export function growableDictionary<Entry extends { id: string }>(
  what: string,
  first: readonly Entry[] = [],
): GrowableDictionary<Entry> {
  const entries: Entry[] = []
  const indexes = new Map<string, number>()
  const add = (entry: Entry) => {
    if (indexes.has(entry.id)) throw new RangeError(`two of the ${what}s have the id "${entry.id}"`)
    indexes.set(entry.id, entries.length)
    entries.push(entry)
  }
  for (const entry of first) add(entry)
  return {
    add,
    indexOf(id) {
      const index = indexes.get(id)
      if (index === undefined) throw new RangeError(`no ${what} has the id "${id}"`)
      return index
    },
    has: (id) => indexes.has(id),
    entries: () => [...entries],
  }
}
