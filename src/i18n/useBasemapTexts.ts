import type { Language } from '../incidents/vocabulary.ts'
import { basemaps as ar } from './ar/basemaps.ts'
import { basemaps as en, type BasemapTexts } from './en/basemaps.ts'
import { basemaps as fr } from './fr/basemaps.ts'
import { useLanguage } from './I18nProvider.tsx'

const texts: Readonly<Record<Language, BasemapTexts>> = { en, ar, fr }

/**
 * The texts of the choice of a basemap, in the reader's language. It holds every language: import it only from code
 * that is loaded after the first view.
 */
export function useBasemapTexts(): BasemapTexts {
  return texts[useLanguage()]
}
