import { foldWords } from '../../incidents/foldText.ts'

/** Pieces of text whose words are kept: beyond that all are forgotten, so that memory has a bound. */
const MOST_PIECES = 500_000

/** A piece of text that is longer is not kept. */
const LONGEST_PIECE = 64

/** Turns texts into ids of their folded words. */
export interface Tokenizer {
  /** Ids of the words of a text in their order: indices into `words()`. */
  tokensOf(text: string): readonly number[]
  /** All words so far: those of a given index stay the same until `restart`. */
  words(): readonly string[]
  /** Forgets all words where there are more than `limit`. @returns whether it has */
  restartBeyond(limit: number): boolean
}

/**
 * A tokenizer that folds each piece between two spaces once. `foldWords` of a text gives the same words as of its
 * pieces: nothing in it looks across a space.
 */
export function createTokenizer(): Tokenizer {
  let words: string[] = []
  const ids = new Map<string, number>()
  const pieces = new Map<string, readonly number[]>()
  const idOf = (word: string): number => {
    const known = ids.get(word)
    if (known !== undefined) return known
    const id = words.push(word) - 1
    ids.set(word, id)
    return id
  }
  const tokensOfPiece = (piece: string): readonly number[] => {
    const known = pieces.get(piece)
    if (known) return known
    const tokens = foldWords(piece).map(idOf)
    if (pieces.size >= MOST_PIECES) pieces.clear()
    if (piece.length <= LONGEST_PIECE) pieces.set(piece, tokens)
    return tokens
  }
  return {
    tokensOf(text) {
      if (text === '') return []
      const tokens: number[] = []
      for (const piece of text.split(' '))
        if (piece !== '') for (const id of tokensOfPiece(piece)) tokens.push(id)
      return tokens
    },
    words: () => words,
    restartBeyond(limit) {
      if (words.length <= limit) return false
      words = []
      ids.clear()
      pieces.clear()
      return true
    },
  }
}
