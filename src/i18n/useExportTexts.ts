import type { Language } from '../incidents/vocabulary.ts'
import { exporting as ar } from './ar/exporting.ts'
import { exporting as en, type ExportTexts } from './en/exporting.ts'
import { exporting as fr } from './fr/exporting.ts'
import { useLanguage } from './I18nProvider.tsx'

const texts: Readonly<Record<Language, ExportTexts>> = { en, ar, fr }

/**
 * The texts of the dialog that saves the incidents, in the reader's language. It holds every language: import it only
 * from code that is loaded after the first view.
 */
export function useExportTexts(): ExportTexts {
  return texts[useLanguage()]
}
