import type { Translated } from '../../incidents/incident.ts'

/** What actors and places have in common. */
interface Entry {
  id: string
  name: Translated
  parent?: string | undefined
}

/** Entries of dictionaries that files give with ids of their own, each registered once. */
export interface AdoptedEntries<E extends Entry> {
  /**
   * Id of an entry in the data set: its own one, or with a number behind it where another entry has that. Registers it,
   * and what it belongs to, where they are new.
   * @param entries by their own ids; `id` is one of them
   */
  adopt(id: string, entries: ReadonlyMap<string, E>): string
}

/**
 * @param take gives an id that is free
 * @param add called with each new entry, after the one that it belongs to
 */
export function createAdoptedEntries<E extends Entry>(
  take: (id: string) => string,
  add: (entry: E) => void,
): AdoptedEntries<E> {
  /** Ids in the data set, by own id and name: files may use the same id for different things. */
  const known = new Map<string, string>()
  function adopt(id: string, entries: ReadonlyMap<string, E>): string {
    const entry = entries.get(id)
    if (!entry) throw new RangeError(`no entry ${id}`)
    const key = JSON.stringify([id, entry.name])
    const before = known.get(key)
    if (before !== undefined) return before
    const own = take(id)
    // Before its parent, so that entries which belong to each other end.
    known.set(key, own)
    const parent =
      entry.parent !== undefined && entries.has(entry.parent) ? adopt(entry.parent, entries) : undefined
    add({ ...entry, id: own, parent })
    return own
  }
  return { adopt }
}
