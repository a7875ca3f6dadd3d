import { foldWords } from '../incidents/foldText.ts'
import { canonicalUrl } from '../incidents/sourceUrl.ts'

/** What a search asks for: every `words` entry must be found; folded. */
export interface TextSearch {
  /** Each begins a word. */
  words: string[]
  /** Each stands as whole words in a row, of which the last may be begun. */
  phrases: string[][]
  /** Nowhere may a word begin so; several words, parted by one space, stand as a phrase does. */
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
  // Without a slash it may as well be an abbreviation or a decimal number.
  const address = text.includes('/') ? canonicalUrl(text) : undefined
  if (address !== undefined && /[/?]/.test(address)) return { kind: 'address', address }
  const search: TextSearch = { words: [], phrases: [], excluded: [] }
  // An address without a path names a publisher, as its domain does.
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

/** The folded words whose places in a text are to be marked. */
export function searchWords(text: string): string[] {
  const reading = readSearch(text)
  if (reading.kind !== 'text') return []
  return [...reading.search.words, ...reading.search.phrases.flat()]
}

/** Words and signs that other search boxes take as commands. */
const command = /^(?:OR|AND|NOT|\|\||&&|[\p{L}_.]+:)$/u

/**
 * What of a search looks like a command, and is none here: OR, AND, NOT, brackets, `field:`. Each is named once, as it
 * was typed. Within quotation marks, and in a pasted address, nothing is a command.
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
