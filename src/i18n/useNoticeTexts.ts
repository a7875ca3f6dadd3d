import type { Language } from '../incidents/vocabulary.ts'
import { notices as ar } from './ar/notices.ts'
import { notices as en, type NoticeTexts } from './en/notices.ts'
import { notices as fr } from './fr/notices.ts'
import { useLanguage } from './I18nProvider.tsx'

const texts: Readonly<Record<Language, NoticeTexts>> = { en, ar, fr }

/**
 * The texts of notices that few visits need, in the reader's language. It holds every language: import it only from code that is loaded after
 * the first view.
 */
export function useNoticeTexts(): NoticeTexts {
  return texts[useLanguage()]
}
