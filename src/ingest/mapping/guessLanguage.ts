import { foldWords } from '../../incidents/foldText.ts'
import type { Language } from '../../incidents/vocabulary.ts'

/** Frequent words that the other language does not have. */
const frequent: Readonly<Record<'en' | 'fr', ReadonlySet<string>>> = {
  en: new Set(['the', 'of', 'and', 'in', 'was', 'by', 'with', 'that', 'were', 'from', 'date', 'killed', 'location']),
  fr: new Set(['le', 'la', 'les', 'des', 'et', 'du', 'dans', 'une', 'est', 'sur', 'annee', 'lieu', 'pays', 'morts']),
}

/** Code units of each text that are looked at. */
const LOOKED_AT = 300

/** Share of Arabic letters among all letters from which a text is Arabic. */
const ARABIC_SHARE = 0.3

/** The language of most of the texts: by their letters, else by their frequent words; English where neither tells. */
export function guessLanguage(texts: Iterable<string>): Language {
  let [letters, arabic, english, french] = [0, 0, 0, 0]
  for (const text of texts) {
    const looked = text.slice(0, LOOKED_AT)
    letters += looked.match(/\p{L}/gu)?.length ?? 0
    arabic += looked.match(/\p{Script=Arabic}/gu)?.length ?? 0
    for (const word of foldWords(looked)) {
      if (frequent.en.has(word)) english += 1
      if (frequent.fr.has(word)) french += 1
    }
  }
  if (arabic > ARABIC_SHARE * letters) return 'ar'
  return french > english ? 'fr' : 'en'
}
