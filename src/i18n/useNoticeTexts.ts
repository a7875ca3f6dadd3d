import type { Language } from '../incidents/vocabulary.ts'
import { notices as ar } from './ar/notices.ts'
import { notices as en, type NoticeTexts } from './en/notices.ts'
import { notices as fr } from './fr/notices.ts'
import { useLanguage } from './I18nProvider.tsx'

const texts: Readonly<Record<Language, NoticeTexts>> = { en, ar, fr }

/** Imported only by what is itself loaded on demand: it brings all languages. */
export function useNoticeTexts(): NoticeTexts {
  return texts[useLanguage()]
}
