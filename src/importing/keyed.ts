/** Each item with a key of its own: what `keyOf` gives, with a number where several give the same. */
export function keyed<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, item: T][] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const key = keyOf(item)
    const times = seen.get(key) ?? 0
    seen.set(key, times + 1)
    return [times === 0 ? key : `${key} #${times}`, item]
  })
}
