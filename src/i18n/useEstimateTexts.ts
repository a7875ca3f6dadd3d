import type { Language } from '../incidents/vocabulary.ts'
import { estimates as ar } from './ar/estimates.ts'
import { estimates as en, type EstimateTexts } from './en/estimates.ts'
import { estimates as fr } from './fr/estimates.ts'
import { useLanguage } from './I18nProvider.tsx'

const texts: Readonly<Record<Language, EstimateTexts>> = { en, ar, fr }

/**
 * The texts of counts that are estimated from a sample, in the reader's language. It holds every language: import it only from code that is loaded after
 * the first view.
 */
export function useEstimateTexts(): EstimateTexts {
  return texts[useLanguage()]
}
