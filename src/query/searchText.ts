import { foldWords } from '../incidents/foldText.ts'
import { canonicalUrl } from '../incidents/sourceUrl.ts'

/** What a search asks for: every `words` entry must be found; folded. */
export interface TextSearch {
  /** Each begins a word. */
  words: string[]
  /** Each stands as whole words in a row, of which the last may be begun. */
  phrases: string[][]
  /** No word may begin so. */
  excluded: string[]
}

export type SearchReading =
  | { kind: 'none' }
  /** The canonical form of a pasted address. */
  | { kind: 'address'; address: string }
  | { kind: 'text'; search: TextSearch }

const part = /(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|(\S+))/gu

/** Reads what was typed: words, `-word`, "phrases", or a source's address. */
export function readSearch(text: string): SearchReading {
  const address = canonicalUrl(text)
  if (address !== undefined) return { kind: 'address', address }
  const search: TextSearch = { words: [], phrases: [], excluded: [] }
  for (const [, minus, phrase, word] of text.matchAll(part)) {
    const words = foldWords(phrase ?? word ?? '')
    if (minus) search.excluded.push(...words)
    else if (words.length > 1) search.phrases.push(words)
    else search.words.push(...words)
  }
  const asks = search.words.length + search.phrases.length + search.excluded.length > 0
  return asks ? { kind: 'text', search } : { kind: 'none' }
}

/** The folded words whose places in a text are to be marked. */
export function searchWords(text: string): string[] {
  const reading = readSearch(text)
  if (reading.kind !== 'text') return []
  return [...reading.search.words, ...reading.search.phrases.flat()]
}
