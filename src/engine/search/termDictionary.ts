import { foldWords, withoutArticle } from '../../incidents/foldText.ts'

/** Parts fields, so that no phrase runs from one into the next: the number of no word. */
export const FIELD = 0

/** Folded words by number, so that a text is a list of numbers. */
export interface WordBook {
  /** Adds the numbers of the folded words of a text to `numbers`, in order. */
  read(text: string, numbers: number[]): void
  /** Number of a folded word; undefined where no text has it. */
  numberOf(word: string): number | undefined
  /** Numbers of the words that begin so, ascending; `bare`: of those too that do without their Arabic article. */
  begunBy(prefix: string, bare: boolean): Uint32Array
  /** Nothing more will be read: what only reading needs is given back. */
  close(): void
}

/** How many pieces of text are remembered as they are written: some new ones are cheaper than one vast map that grows. */
const MOST_SEEN = 1 << 16

export function createWordBook(): WordBook {
  // By first letter: what begins with a word begins with its letter, and no map becomes so large that growing is felt.
  const numbers = new Map<string, Map<string, number>>()
  /** Of words with an article, what is left without it, by its first letter. */
  const bareWords = new Map<string, Map<number, string>>()
  // Folding is dear, and most words come again and again.
  const seen = new Map<string, readonly number[]>()
  let next = FIELD + 1

  const learn = (word: string): number => {
    const alike = within(numbers, word)
    const known = alike.get(word)
    if (known !== undefined) return known
    const number = next
    next += 1
    alike.set(word, number)
    const bare = withoutArticle(word)
    if (bare !== word) within(bareWords, bare).set(number, bare)
    return number
  }
  const numbersOf = (piece: string): readonly number[] => {
    let found = seen.get(piece)
    if (found) return found
    found = foldWords(piece).map(learn)
    if (seen.size === MOST_SEEN) seen.clear()
    seen.set(piece, found)
    return found
  }

  return {
    read(text, into) {
      for (const piece of text.split(' ')) for (const number of numbersOf(piece)) into.push(number)
    },
    numberOf: (word) => numbers.get(word.charAt(0))?.get(word),
    begunBy(prefix, bare) {
      const found: number[] = []
      for (const [word, number] of numbers.get(prefix.charAt(0)) ?? [])
        if (word.startsWith(prefix)) found.push(number)
      const bareOnes: number[] = []
      if (bare)
        for (const [number, word] of bareWords.get(prefix.charAt(0)) ?? [])
          if (word.startsWith(prefix)) bareOnes.push(number)
      if (bareOnes.length === 0) return Uint32Array.from(found)
      return Uint32Array.from(new Set([...found, ...bareOnes])).toSorted()
    },
    close: () => seen.clear(),
  }
}

/** The map of a word's first letter, made where there is none. */
function within<Key, Value>(maps: Map<string, Map<Key, Value>>, word: string): Map<Key, Value> {
  const letter = word.charAt(0)
  let map = maps.get(letter)
  if (!map) maps.set(letter, (map = new Map<Key, Value>()))
  return map
}
