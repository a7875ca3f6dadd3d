import type { Language } from '../incidents/vocabulary.ts'
import { mapPanel as ar } from './ar/mapPanel.ts'
import { mapPanel as en, type MapTexts } from './en/mapPanel.ts'
import { mapPanel as fr } from './fr/mapPanel.ts'
import { useLanguage } from './I18nProvider.tsx'

const texts: Readonly<Record<Language, MapTexts>> = { en, ar, fr }

/**
 * The texts of the map and of the symbols in its legend, in the reader's language. It holds every language: import it only from code that is loaded after
 * the first view.
 */
export function useMapTexts(): MapTexts {
  return texts[useLanguage()]
}
