import { createContext, useContext, useLayoutEffect, type ReactNode } from 'react'
import type { Language } from '../incidents/vocabulary.ts'
import { ar } from './ar/ar.ts'
import { en, type Messages } from './en/en.ts'
import { fr } from './fr/fr.ts'
import { directionOf } from './pickText.ts'

const messagesOf: Readonly<Record<Language, Messages>> = { en, ar, fr }

const LanguageContext = createContext<Language>('en')

/** Sets the language, and with it the direction, of the page: the one place that does. */
export function I18nProvider({ language, children }: { language: Language; children: ReactNode }) {
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = directionOf(language)
  }, [language])
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

export function useMessages(): Messages {
  return messagesOf[useLanguage()]
}
