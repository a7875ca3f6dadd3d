import type { Translated } from '../incidents/incident.ts'
import { languages, type Language } from '../incidents/vocabulary.ts'

/** A text with the language that it is really in: for `lang` and `dir`, and to mark what is not the reader's own. */
export interface PickedText {
  text: string
  language: Language
  direction: 'ltr' | 'rtl'
  /** Not in the language that was asked for. */
  fallback: boolean
}

/** The reader's language where the text exists in it, else English, else whichever there is. */
export function pickLanguage(of: Translated, wanted: Language): Language | undefined {
  if (of[wanted]) return wanted
  return of.en ? 'en' : languages.find((each) => of[each])
}

/** In the reader's language where it exists, else in English, else in whichever there is. */
export function pickText(of: Translated, wanted: Language): PickedText | undefined {
  const language = pickLanguage(of, wanted)
  const text = language && of[language]
  if (!language || !text) return undefined
  return { text, language, direction: directionOf(language), fallback: language !== wanted }
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku-arab', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Direction in which a language (BCP 47) is written. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const lower = tag.toLowerCase()
  return rightToLeft.has(lower) || rightToLeft.has(lower.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}
