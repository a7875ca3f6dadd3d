/** Values by key, of which only the last used ones are kept. */
export interface RecentlyUsed<Key, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

/** An empty cache. @param most values kept: the one least recently used is dropped for a new one */
export function recentlyUsed<Key, Value>(most: number): RecentlyUsed<Key, Value> {
  // A Map iterates in the order of insertion: its first key is the least recently used.
  const values = new Map<Key, Value>()
  const set = (key: Key, value: Value) => {
    values.delete(key)
    values.set(key, value)
    if (values.size <= most) return
    for (const oldest of values.keys()) {
      values.delete(oldest)
      return
    }
  }
  return {
    get(key) {
      const value = values.get(key)
      if (value !== undefined) set(key, value)
      return value
    },
    set,
  }
}
