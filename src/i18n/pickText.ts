import type { Translated } from '../incidents/incident.ts'
import { languages, type Language } from '../incidents/vocabulary.ts'

/** A text and the language that it is in, for the attributes `lang` and `dir`. */
export interface PickedText {
  text: string
  language: Language
  direction: 'ltr' | 'rtl'
  /** Whether it is in another language than the one asked for. */
  fallback: boolean
}

/** The language in which to show a text: the reader's, else English, else any that it has. */
export function pickLanguage(of: Translated, wanted: Language): Language | undefined {
  if (of[wanted]) return wanted
  return of.en ? 'en' : languages.find((each) => of[each])
}

/**
 * The text in the reader's language, else in English, else in any language that it has; undefined for an empty
 * one.
 */
export function pickText(of: Translated, wanted: Language): PickedText | undefined {
  const language = pickLanguage(of, wanted)
  const text = language && of[language]
  if (!language || !text) return undefined
  return { text, language, direction: directionOf(language), fallback: language !== wanted }
}

/** Languages (BCP 47, lower case) that are written from right to left. */
const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku-arab', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Writing direction of a language. @param tag BCP 47 */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const lower = tag.toLowerCase()
  return rightToLeft.has(lower) || rightToLeft.has(lower.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}
