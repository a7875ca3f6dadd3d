import type { Language } from '../incidents/vocabulary.ts'
import { details as ar } from './ar/details.ts'
import { details as en, type DetailTexts } from './en/details.ts'
import { details as fr } from './fr/details.ts'
import { useLanguage } from './I18nProvider.tsx'

const texts: Readonly<Record<Language, DetailTexts>> = { en, ar, fr }

/**
 * The texts of an incident’s page, in the reader's language. It holds every language: import it only from code that is loaded after
 * the first view.
 */
export function useDetailTexts(): DetailTexts {
  return texts[useLanguage()]
}
