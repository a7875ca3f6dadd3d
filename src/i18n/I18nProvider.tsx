import { createContext, useContext, useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import type { Language } from '../incidents/vocabulary.ts'
import { en, type Messages } from './en/en.ts'
import { loadMessages, messagesOf } from './messages.ts'
import { directionOf } from './pickText.ts'

const LanguageContext = createContext<Language>('en')

/**
 * Sets the language, and with it the direction, of the page: the one place that does. Until a language has been
 * loaded the one before stays; where it cannot be had, English.
 */
export function I18nProvider({ language, children }: { language: Language; children: ReactNode }) {
  const [shown, setShown] = useState(messagesOf(language) ? language : null)
  useEffect(() => {
    let current = true
    const show = (next: Language) => {
      if (current) setShown(next)
    }
    loadMessages(language).then(
      () => show(language),
      () => show('en'),
    )
    return () => {
      current = false
    }
  }, [language])
  useLayoutEffect(() => {
    if (!shown) return
    document.documentElement.lang = shown
    document.documentElement.dir = directionOf(shown)
  }, [shown])
  return shown && <LanguageContext value={shown}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  return useContext(LanguageContext)
}

export function useMessages(): Messages {
  return messagesOf(useLanguage()) ?? en
}
