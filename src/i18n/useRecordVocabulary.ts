import type { Language } from '../incidents/vocabulary.ts'
import { recordVocabulary as ar } from './ar/recordVocabulary.ts'
import { recordVocabulary as en, type RecordVocabulary } from './en/recordVocabulary.ts'
import { recordVocabulary as fr } from './fr/recordVocabulary.ts'
import { useLanguage } from './I18nProvider.tsx'

const texts: Readonly<Record<Language, RecordVocabulary>> = { en, ar, fr }

/**
 * The labels of those vocabularies that only a full record, the map’s tooltip and paper show, in the reader's language. It holds every language: import it only from code that is loaded after
 * the first view.
 */
export function useRecordVocabulary(): RecordVocabulary {
  return texts[useLanguage()]
}
