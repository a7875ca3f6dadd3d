/**
 * The known word that was probably meant, by the least edits (Levenshtein), case apart; at most a third of its letters may differ.
 * @returns undefined where none is near enough to be worth a guess
 */
export function nearestWord(written: string, known: Iterable<string>): string | undefined {
  const word = written.toLowerCase()
  let nearest: string | undefined
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    // A difference in length alone is a lower bound of the edits.
    if (Math.abs(candidate.length - word.length) >= least) continue
    const edits = editDistance(word, candidate.toLowerCase())
    if (edits < least) {
      least = edits
      nearest = candidate
    }
  }
  return nearest
}

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

/** ` (did you mean "…"?)`, or nothing. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const nearest = nearestWord(written, known)
  return nearest === undefined ? '' : ` (did you mean "${nearest}"?)`
}
