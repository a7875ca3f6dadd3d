/**
 * Folding for search: what readers take for the same letters becomes the same letters. Forms that were made for
 * display, and letters written in parts, become plain letters first; then Arabic letters are folded, before anything
 * is decomposed (the reference is Lucene's ArabicNormalizer); then marks and case go.
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

/** Letters that no decomposition takes apart, and one whose form depends on where it stands. */
const otherLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
}

const arabicLetter = /[أإآٱىیکةؤئ]/gu
const otherLetter = /[ßæœøđðþłıς]/gu
/** Tatweel; apostrophes and the half rings that stand for hamza and ayn; joiners. */
const dropped = /[\u0640'‘’ʼʻʾʿ`\u200B-\u200F\u2060\u00AD]/gu
const mark = /\p{M}/gu
const easternDigit = /[٠-٩۰-۹]/gu
const wordBreak = /[^\p{L}\p{N}]+/u

/** Text with case, accents, Arabic letter variants, harakat, tatweel and apostrophes folded; word breaks stay. */
export function foldText(text: string): string {
  return text
    .replaceAll('´', "'")
    .normalize('NFKC')
    .replace(arabicLetter, (letter) => arabicLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(mark, '')
    .replace(dropped, '')
    .toLowerCase()
    .replace(otherLetter, (letter) => otherLetters[letter] ?? letter)
    .replace(easternDigit, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/** French words that lose their vowel: here the apostrophe parts two words, as it does in no transliteration. */
const elision = /(?<![\p{L}\p{N}\p{M}'‘’ʼʻʾʿ`´-])([cdjlmnst]|qu)['’](?=\p{L})/giu

/** With a space for each such apostrophe: as long as before. */
function partElisions(text: string): string {
  return text.replace(elision, '$1 ')
}

/** The folded words of a text, in order. */
export function foldWords(text: string): string[] {
  return foldText(partElisions(text)).split(wordBreak).filter(Boolean)
}

/** The Arabic article, which is written onto its word, as "and", "so", "in", "like" and "to" are before it. */
const article = /^(?:[وفبك]?ال|و?لل)(?=\p{L}{3})/u

/** The word without its Arabic article; itself where there is none. */
export function withoutArticle(foldedWord: string): string {
  return foldedWord.replace(article, '')
}

/** UTF-16 range [start, end) of a text. */
export interface TextRange {
  start: number
  end: number
}

const wordOf = /[\p{L}\p{N}\p{M}\u0640'‘’ʼʻʾʿ`´\u200B-\u200F\u2060\u00AD]+/gu

/**
 * Where words of `text` begin with one of the folded `words`: the beginnings, to be marked.
 * @param words as `foldWords` gives them
 */
export function findMatches(text: string, words: readonly string[]): TextRange[] {
  if (words.length === 0) return []
  return [...partElisions(text).matchAll(wordOf)].flatMap(({ 0: word, index }) => {
    const length = matchedLength(foldText(word), words)
    if (length === 0) return []
    const { start, end } = unfoldedRange(word, length)
    return [{ start: index + start, end: index + end }]
  })
}

/** How much of the folded word the longest of the words takes up, an article before it included; 0 for none. */
function matchedLength(folded: string, words: readonly string[]): number {
  const before = folded.length - withoutArticle(folded).length
  const lengths = words.flatMap((wanted) => [
    ...(folded.startsWith(wanted) ? [wanted.length] : []),
    ...(before > 0 && folded.startsWith(wanted, before) ? [before + wanted.length] : []),
  ])
  return Math.max(0, ...lengths)
}

/** The UTF-16 units of `word` that fold into its first `length` folded ones, marks that follow them included. */
function unfoldedRange(word: string, length: number): TextRange {
  let [start, end, folded] = [0, 0, 0]
  for (const character of word) {
    const grows = foldText(character).length
    if (folded >= length && grows > 0) break
    end += character.length
    folded += grows
    // A quotation mark before the word is none of it.
    if (folded === 0) start = end
  }
  return { start, end }
}
