import { foldWords } from '../../incidents/foldText.ts'

/** Pieces of text whose words are kept: beyond that all are forgotten, so that memory has a bound. */
const MOST_PIECES = 500_000

/** A piece of text that is longer is not kept. */
const LONGEST_PIECE = 64

/** Turns texts into ids of their folded words. */
export interface Tokenizer {
  /** Appends to `tokens` the ids of the words of a text in their order, each with 1 added: indices into `words()` + 1. */
  addTokens(text: string, tokens: number[]): void
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
  /** By piece: its token, or several or none. */
  const pieces = new Map<string, number | readonly number[]>()
  const idOf = (word: string): number => {
    const known = ids.get(word)
    if (known !== undefined) return known
    const id = words.push(word)
    ids.set(word, id)
    return id
  }
  const readPiece = (piece: string): number | readonly number[] => {
    const all = foldWords(piece).map(idOf)
    const tokens = all.length === 1 && all[0] !== undefined ? all[0] : all
    if (pieces.size >= MOST_PIECES) pieces.clear()
    if (piece.length <= LONGEST_PIECE) pieces.set(piece, tokens)
    return tokens
  }
  return {
    addTokens(text, tokens) {
      for (let start = 0; start < text.length;) {
        const space = text.indexOf(' ', start)
        const end = space < 0 ? text.length : space
        if (end > start) {
          const piece = text.slice(start, end)
          const known = pieces.get(piece) ?? readPiece(piece)
          if (typeof known === 'number') tokens.push(known)
          else for (const token of known) tokens.push(token)
        }
        start = end + 1
      }
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
