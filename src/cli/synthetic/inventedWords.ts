import type { Random } from './random.ts'

/** Syllables in Latin and Arabic script, so that an invented name can be written in both. */
const syllables = [
  ['ba', 'با'],
  ['da', 'دا'],
  ['fi', 'في'],
  ['ga', 'غا'],
  ['ha', 'ها'],
  ['ka', 'كا'],
  ['la', 'لا'],
  ['li', 'لي'],
  ['ma', 'ما'],
  ['mu', 'مو'],
  ['na', 'نا'],
  ['ni', 'ني'],
  ['qa', 'قا'],
  ['ra', 'را'],
  ['ri', 'ري'],
  ['ru', 'رو'],
  ['sa', 'سا'],
  ['si', 'سي'],
  ['su', 'سو'],
  ['ta', 'تا'],
  ['ti', 'تي'],
  ['wa', 'وا'],
  ['ya', 'يا'],
  ['za', 'زا'],
  ['zu', 'زو'],
] as const

/** Last letters of a word in both scripts. */
const endings = [
  ['n', 'ن'],
  ['r', 'ر'],
  ['d', 'د'],
  ['m', 'م'],
  ['', ''],
] as const

/** The same invented word in two scripts, in lower case. */
export interface InventedWord {
  latin: string
  arabic: string
}

/** Invents a word. @param length how many syllables it has */
export function inventWord(random: Random, length: number): InventedWord {
  const parts = Array.from({ length }, () => random.pick(syllables))
  const end = random.pick(endings)
  return {
    latin: parts.map(([latin]) => latin).join('') + end[0],
    arabic: parts.map(([, arabic]) => arabic).join('') + end[1],
  }
}

/** The word with its first letter as a capital. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Invents words of two to four syllables, without duplicates. */
export function inventWords(random: Random, count: number): InventedWord[] {
  const words = new Map<string, InventedWord>()
  while (words.size < count) {
    const word = inventWord(random, 2 + random.below(3))
    words.set(word.latin, word)
  }
  return [...words.values()]
}
