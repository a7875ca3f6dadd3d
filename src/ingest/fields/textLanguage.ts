import type { Language } from '../../incidents/vocabulary.ts'

/** Code units of the texts that are looked at. */
const ENOUGH = 200_000

const arabicLetter = /\p{Script=Arabic}/gu
const letter = /\p{L}/gu
const french = new Set(
  'le la les des du une est dans et au aux sur par pour qui que avec ont été sont ses leur cette selon'.split(
    ' ',
  ),
)
const english = new Set(
  'the of and in to was were by for with at from that has have been an is their this after near'.split(' '),
)

/**
 * Guesses the language of texts, for the user to correct: Arabic where half of the letters are Arabic; French where its
 * common words outnumber those of English, or, in texts without either, where a tenth of the words have French accents;
 * else English, also for any other language.
 */
export function guessLanguage(texts: Iterable<string>): Language {
  const counts = { letters: 0, arabic: 0, words: 0, french: 0, english: 0, accents: 0 }
  let seen = 0
  for (const text of texts) {
    if (seen >= ENOUGH) break
    const part = text.slice(0, ENOUGH - seen)
    seen += part.length
    countWords(part, counts)
  }
  if (counts.arabic * 2 >= counts.letters && counts.arabic > 0) return 'ar'
  if (counts.french !== counts.english) return counts.french > counts.english ? 'fr' : 'en'
  return counts.french === 0 && counts.accents > 0 && counts.accents * 10 >= counts.words ? 'fr' : 'en'
}

interface Counts {
  letters: number
  arabic: number
  words: number
  french: number
  english: number
  accents: number
}

function countWords(text: string, counts: Counts): void {
  for (const word of text.toLowerCase().split(/[\s,;.!?()«»"“”'’]+/)) {
    // Addresses and codes have no language.
    if (word === '' || /[\d/@_]/.test(word)) continue
    counts.words++
    counts.letters += word.match(letter)?.length ?? 0
    counts.arabic += word.match(arabicLetter)?.length ?? 0
    if (french.has(word)) counts.french++
    if (english.has(word)) counts.english++
    if (/[éèêëàâçîïôûùœ]/.test(word)) counts.accents++
  }
}
