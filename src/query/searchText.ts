import { foldWords } from '../incidents/foldText.ts'
import { canonicalUrl } from '../incidents/sourceUrl.ts'

/** What a text search asks for. A text matches if it has all of `words` and `phrases` and none of `excluded`. */
export interface TextSearch {
  /** Folded words; each must be the beginning of a word of the text. */
  words: string[]
  /** Lists of folded words; each must stand in the text as consecutive words, the last as the beginning of one. */
  phrases: string[][]
  /** Folded words, or phrases joined by single spaces, that must not match by the same rules. */
  excluded: string[]
}

/** What a search text means. */
export type SearchReading =
  /** It asks for nothing. */
  | { kind: 'none' }
  /** It is a URL, given in canonical form (`canonicalUrl`): incidents with that source are wanted. */
  | { kind: 'address'; address: string }
  | { kind: 'text'; search: TextSearch }

/** One word or quoted phrase of a search text, with a minus before it or not. */
const part = /(-?)(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|(\S+))/gu

/** Reads a search text: words, `-word`, "phrases", or the URL of a source. */
export function readSearch(text: string): SearchReading {
  // Without a slash, a text with dots may be an abbreviation or a decimal number.
  const address = text.includes('/') ? canonicalUrl(text) : undefined
  if (address !== undefined && /[/?]/.test(address)) return { kind: 'address', address }
  const search: TextSearch = { words: [], phrases: [], excluded: [] }
  // A URL without a path names a publisher: its domain is searched as text.
  for (const [, minus, phrase, word] of (address ?? text).matchAll(part)) {
    const words = foldWords(phrase ?? word ?? '')
    if (words.length === 0) continue
    if (minus) search.excluded.push(words.join(' '))
    else if (words.length > 1) search.phrases.push(words)
    else search.words.push(...words)
  }
  const asks = search.words.length + search.phrases.length + search.excluded.length > 0
  return asks ? { kind: 'text', search } : { kind: 'none' }
}

/** The folded words of a search that are highlighted in texts: all but the excluded ones. */
export function searchWords(text: string): string[] {
  const reading = readSearch(text)
  if (reading.kind !== 'text') return []
  return [...reading.search.words, ...reading.search.phrases.flat()]
}

/** What other search engines take as an operator or as the name of a field. */
const command = /^(?:OR|AND|NOT|\|\||&&|[\p{L}_.]+:)$/u

/**
 * The parts of a search text that are commands elsewhere but plain text here: OR, AND, NOT, ||, &&, brackets, `field:`.
 * Quoted phrases and URLs contain none.
 * @returns each as typed, without duplicates, in order of appearance
 */
export function unsupportedCommands(text: string): string[] {
  if (readSearch(text).kind === 'address') return []
  const found = new Set<string>()
  for (const [, , , word] of text.matchAll(part)) {
    if (word === undefined || canonicalUrl(word) !== undefined) continue
    for (const piece of word.match(/[()[\]{}]|[\p{L}_.]+:(?!\/\/)|\|\||&&|[^()[\]{}:|&]+/gu) ?? [])
      if (/^[()[\]{}]$/.test(piece) || command.test(piece)) found.add(piece)
  }
  return [...found]
}
