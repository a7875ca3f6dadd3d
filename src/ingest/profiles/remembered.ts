/** Texts that are remembered at most, and code units of the longest: enough for dates and codes, which repeat. */
const TEXTS = 5000
const LONGEST = 100

/**
 * The same function, which remembers what it gave for texts that it has seen: the values are shared, so they must not be
 * changed.
 * @param read gives the same for the same text at any time
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (known.size < TEXTS && text.length <= LONGEST) known.set(text, value)
    return value
  }
}
