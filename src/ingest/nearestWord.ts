import { distance } from 'fastest-levenshtein'

/**
 * The known word that was probably meant: the one with the least Levenshtein distance, ignoring case.
 * @returns undefined where every word differs in more than a third of the letters, and in more than two
 */
export function nearestWord(written: string, known: Iterable<string>): string | undefined {
  const word = written.toLowerCase()
  let nearest: string | undefined
  let least = Math.max(2, Math.floor(word.length / 3)) + 1
  for (const candidate of known) {
    // The difference in length is a lower bound of the distance, and cheap.
    if (Math.abs(candidate.length - word.length) >= least) continue
    const edits = distance(word, candidate.toLowerCase())
    if (edits < least) {
      least = edits
      nearest = candidate
    }
  }
  return nearest
}

/** ` (did you mean "…"?)` with the nearest word, or '' where none is near. */
export function didYouMean(written: string, known: Iterable<string>): string {
  const nearest = nearestWord(written, known)
  return nearest === undefined ? '' : ` (did you mean "${nearest}"?)`
}
