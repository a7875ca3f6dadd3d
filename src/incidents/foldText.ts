/*
 * Text folding for search: spellings that readers take for the same word become the same string. The steps, in order:
 *
 * 1. NFKC, which replaces presentation forms (ligatures, Arabic letter shapes) and composes letters with their marks.
 * 2. Variants of Arabic letters become one letter, as in Lucene's ArabicNormalizer. This must come before
 *    decomposition, which would take hamza and madda off their letters.
 * 3. NFKD, then removal of marks (accents, harakat), tatweel and apostrophes.
 * 4. Lower case, Latin letters that do not decompose, and digits.
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

/** Lower-case Latin letters that Unicode does not decompose into an ASCII letter and marks. */
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
/** Tatweel, apostrophes, the half rings that transliterate hamza and ayn, and zero-width characters. */
const dropped = /[\u0640'‘’ʼʻʾʿ`\u200B-\u200F\u2060\u00AD]/gu
/** The characters of `dropped` that ASCII has. */
const asciiDropped = /['`]/g
/** Text that only the last steps change. */
// oxlint-disable-next-line no-control-regex -- all of ASCII
const ascii = /^[\0-\x7f]*$/
const mark = /\p{M}/gu
const easternDigit = /[٠-٩۰-۹]/gu
const wordBreak = /[^\p{L}\p{N}]+/u

/** Writes Latin letters that do not decompose in ASCII: ø as o, ß as ss. @param lowerCase text in lower case */
export function foldLatinLetters(lowerCase: string): string {
  return lowerCase.replace(latinLetter, (letter) => latinLetters[letter] ?? letter)
}

/**
 * Text with case, accents, Arabic letter variants, harakat, tatweel, apostrophes and digits folded. Idempotent.
 * Separators between words stay as they are.
 */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(asciiDropped, '')
  const lowerCase = text
    // NFKC would turn this apostrophe into a space and a mark.
    .replaceAll('´', "'")
    .normalize('NFKC')
    .replace(arabicLetter, (letter) => arabicLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(mark, '')
    .replace(dropped, '')
    .toLowerCase()
  return (
    foldLatinLetters(lowerCase)
      // Final sigma.
      .replaceAll('ς', 'σ')
      .replace(easternDigit, (digit) => String(digit.charCodeAt(0) & 0xf))
  )
}

/**
 * A French word that ends in an apostrophe before the next word (l', d', qu'). There the apostrophe separates two words;
 * in a transliteration it is part of one.
 */
const elision = /(?<![\p{L}\p{N}\p{M}'‘’ʼʻʾʿ`´-])([cdjlmnst]|qu)['’](?=\p{L})/giu

/** The text with a space in place of each apostrophe of an elision, so that its length stays the same. */
function splitElisions(text: string): string {
  return text.replace(elision, '$1 ')
}

/** The folded words of a text, in order; words are runs of letters and digits. */
export function foldWords(text: string): string[] {
  return foldText(splitElisions(text)).split(wordBreak).filter(Boolean)
}

/**
 * The Arabic article al- at the start of a word, with a conjunction or preposition before it (wa-, fa-, bi-, ka-, li-):
 * Arabic writes both as part of the word.
 */
const article = /^(?:[وفبك]?ال|و?لل)(?=\p{L}{3})/u

/** The word without an Arabic article at its start. */
export function withoutArticle(foldedWord: string): string {
  return foldedWord.replace(article, '')
}

/** A range of UTF-16 code units of a text: from `start` to before `end`. */
export interface TextRange {
  start: number
  end: number
}

const wordOf = /[\p{L}\p{N}\p{M}\u0640'‘’ʼʻʾʿ`´\u200B-\u200F\u2060\u00AD]+/gu

/**
 * The ranges of `text` to highlight for a search: where a word, with or without its article, begins with one of
 * `words`, the part of it that matches.
 * @param words folded, as `foldWords` gives them
 */
export function findMatches(text: string, words: readonly string[]): TextRange[] {
  if (words.length === 0) return []
  return [...splitElisions(text).matchAll(wordOf)].flatMap(({ 0: word, index }) => {
    const length = matchedLength(foldText(word), words)
    if (length === 0) return []
    const { start, end } = unfoldedRange(word, length)
    return [{ start: index + start, end: index + end }]
  })
}

/** Length of the longest match at the start of the folded word, its article included; 0 where none of the words matches. */
function matchedLength(folded: string, words: readonly string[]): number {
  const before = folded.length - withoutArticle(folded).length
  const lengths = words.flatMap((wanted) => [
    ...(folded.startsWith(wanted) ? [wanted.length] : []),
    ...(before > 0 && folded.startsWith(wanted, before) ? [before + wanted.length] : []),
  ])
  return Math.max(0, ...lengths)
}

/**
 * The range of `word` that folds into the first `length` UTF-16 units of the folded word; marks that follow belong to
 * it.
 */
function unfoldedRange(word: string, length: number): TextRange {
  let [start, end, folded] = [0, 0, 0]
  for (const character of word) {
    const grows = foldText(character).length
    if (folded >= length && grows > 0) break
    end += character.length
    folded += grows
    // A leading apostrophe folds to nothing and is not highlighted.
    if (folded === 0) start = end
  }
  return { start, end }
}
