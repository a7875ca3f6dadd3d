import type { Language } from '../incidents/vocabulary.ts'
import { about as ar } from './ar/about.ts'
import { about as en, type AboutTexts } from './en/about.ts'
import { about as fr } from './fr/about.ts'
import { useLanguage } from './I18nProvider.tsx'

const texts: Readonly<Record<Language, AboutTexts>> = { en, ar, fr }

/**
 * The texts of the About dialog, parts of which are printed as well, in the reader's language. It holds every language: import it only from code that is loaded after
 * the first view.
 */
export function useAboutTexts(): AboutTexts {
  return texts[useLanguage()]
}
