import type { Postings } from '../postings.ts'

/** Numbers that are placed at a step. */
const STEP = 1 << 18

/**
 * The texts of each word, ascending; a text that says a word twice stands there twice.
 * @param numbers words of all texts
 * @param offsets text t has the words from `offsets[t]` to `offsets[t + 1] - 1`
 * @param size how many numbers there are
 * @yields after each piece of the work
 */
export function* wordPostings(
  numbers: Uint32Array,
  offsets: Uint32Array,
  size: number,
): Generator<undefined, Postings> {
  const starts = new Uint32Array(size + 1)
  for (let at = 0; at < numbers.length; at += 1) {
    const next = (numbers[at] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
    if (at % STEP === STEP - 1) yield
  }
  for (let word = 0; word < size; word += 1) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0)
  const next = starts.slice()
  const rows = new Uint32Array(numbers.length)
  let placed = 0
  for (let text = 0; text + 1 < offsets.length; text += 1) {
    for (let at = offsets[text] ?? 0; at < (offsets[text + 1] ?? 0); at += 1) {
      const word = numbers[at] ?? 0
      const to = next[word] ?? 0
      rows[to] = text
      next[word] = to + 1
      placed += 1
      if (placed % STEP === 0) yield
    }
  }
  return { offsets: starts, rows }
}
