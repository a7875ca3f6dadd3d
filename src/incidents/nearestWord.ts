/**
 * The known word with the smallest Levenshtein distance to the written one, ignoring case.
 * @returns undefined where the smallest distance is above a third of the written word's length (but at least 2)
 */
export function nearestWord(written: string, known: Iterable<string>): string | undefined {
  const word = written.toLowerCase()
  let nearest: string | undefined
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    // The difference in length is a lower bound of the distance.
    if (Math.abs(candidate.length - word.length) >= least) continue
    const edits = editDistance(word, candidate.toLowerCase())
    if (edits < least) {
      least = edits
      nearest = candidate
    }
  }
  return nearest
}

/** Levenshtein distance in UTF-16 code units, by the Wagner-Fischer algorithm with one row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** ` (did you mean "…"?)` with the nearest known word, or '' where none is near enough. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const nearest = nearestWord(written, known)
  return nearest === undefined ? '' : ` (did you mean "${nearest}"?)`
}
