import type { Language } from '../incidents/vocabulary.ts'
import { print as ar } from './ar/print.ts'
import { print as en, type PrintTexts } from './en/print.ts'
import { print as fr } from './fr/print.ts'
import { useLanguage } from './I18nProvider.tsx'

const texts: Readonly<Record<Language, PrintTexts>> = { en, ar, fr }

/**
 * The texts of what is printed, in the reader's language. It holds every language: import it only from code that is loaded after
 * the first view.
 */
export function usePrintTexts(): PrintTexts {
  return texts[useLanguage()]
}
