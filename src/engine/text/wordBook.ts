import { foldWords, withoutArticle } from '../../incidents/foldText.ts'

/** Parts fields, so that no phrase runs from one into the next: the number of no word. */
export const FIELD = 0

/** Folded words by number, so that a text is a list of numbers. */
export interface WordBook {
  /** Numbers of the folded words of a text, in order. */
  numbersOf(text: string): number[]
  /** Number of a folded word; undefined where no text has it. */
  numberOf(word: string): number | undefined
  /** Marks with 1 the words that begin so; `bare`: those too that do without their Arabic article. */
  mark(marks: Uint8Array, prefix: string, bare: boolean): void
  /** How many numbers there are, that of FIELD included. */
  size(): number
  /** Nothing more will be read: what only reading needs is given back. */
  close(): void
}

export function createWordBook(): WordBook {
  const numbers = new Map<string, number>()
  const words: string[] = ['']
  /** Of words with an article, what is left without it. */
  const bareWords = new Map<number, string>()
  // Folding is dear, and most words come again and again.
  const seen = new Map<string, readonly number[]>()

  const learn = (word: string): number => {
    const known = numbers.get(word)
    if (known !== undefined) return known
    const number = words.length
    numbers.set(word, number)
    words.push(word)
    const bare = withoutArticle(word)
    if (bare !== word) bareWords.set(number, bare)
    return number
  }
  const read = (piece: string): readonly number[] => {
    let found = seen.get(piece)
    if (!found) seen.set(piece, (found = foldWords(piece).map(learn)))
    return found
  }

  return {
    numbersOf: (text) => text.split(' ').flatMap(read),
    numberOf: (word) => numbers.get(word),
    mark(marks, prefix, bare) {
      for (let number = 1; number < words.length; number += 1)
        if (words[number]?.startsWith(prefix)) marks[number] = 1
      if (!bare) return
      for (const [number, word] of bareWords) if (word.startsWith(prefix)) marks[number] = 1
    },
    size: () => words.length,
    close: () => seen.clear(),
  }
}
