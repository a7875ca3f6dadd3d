/**
 * Folding for search: what readers take for the same letters becomes the same letters. Arabic letters are folded
 * before anything is decomposed, since decomposing would part hamza and madda from their alef first (the reference
 * is Lucene's ArabicNormalizer); then compatibility forms, marks and case go.
 */
const arabicLetters: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
}

/** Letters that no decomposition takes apart. */
const latinLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

const arabicLetter = /[أإآٱىیکةؤئ]/gu
const latinLetter = /[ßæœøđðþłı]/gu
/** Tatweel; apostrophes and the half rings that stand for hamza and ayn; joiners. */
const dropped = /[\u0640'‘’ʼʻʾʿ`´\u200B-\u200F\u2060\u00AD]/gu
const mark = /\p{M}/gu
const easternDigit = /[٠-٩۰-۹]/gu
const wordBreak = /[^\p{L}\p{N}]+/u

/** Text with case, accents, Arabic letter variants, harakat, tatweel and apostrophes folded; word breaks stay. */
export function foldText(text: string): string {
  return text
    .replace(arabicLetter, (letter) => arabicLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(mark, '')
    .replace(dropped, '')
    .toLowerCase()
    .replace(latinLetter, (letter) => latinLetters[letter] ?? letter)
    .replace(easternDigit, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/** The folded words of a text, in order. */
export function foldWords(text: string): string[] {
  return foldText(text).split(wordBreak).filter(Boolean)
}

/** The word without the Arabic article that is written onto it; itself where there is none. */
export function withoutArticle(foldedWord: string): string {
  return foldedWord.startsWith('ال') && foldedWord.length > 4 ? foldedWord.slice(2) : foldedWord
}

/** UTF-16 range [start, end) of a text. */
export interface TextRange {
  start: number
  end: number
}

const wordOf = /[\p{L}\p{N}\p{M}\u0640'‘’ʼʻʾʿ`´]+/gu

/**
 * Where words of `text` begin with one of the folded `words`: the beginnings, to be marked.
 * @param words as `foldWords` gives them
 */
export function findMatches(text: string, words: readonly string[]): TextRange[] {
  if (words.length === 0) return []
  return [...text.matchAll(wordOf)].flatMap((found) => {
    const word = found[0]
    const folded = foldText(word)
    const article = folded.length - withoutArticle(folded).length
    const lengths = words.flatMap((wanted) => [
      ...(folded.startsWith(wanted) ? [wanted.length] : []),
      ...(article > 0 && folded.startsWith(wanted, article) ? [article + wanted.length] : []),
    ])
    if (lengths.length === 0) return []
    return [{ start: found.index, end: found.index + unfoldedLength(word, Math.max(...lengths)) }]
  })
}

/** How many UTF-16 units of `word` fold into its first `length` folded ones, marks that follow included. */
function unfoldedLength(word: string, length: number): number {
  let units = 0
  let folded = 0
  for (const character of word) {
    const grows = foldText(character).length
    if (folded >= length && grows > 0) break
    units += character.length
    folded += grows
  }
  return units
}
