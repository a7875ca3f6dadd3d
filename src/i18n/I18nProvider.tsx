import { createContext, useContext, useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import type { Language } from '../incidents/vocabulary.ts'
import type { Messages } from './en/en.ts'
import { anyLoaded, loadMessages, messagesOf } from './messages.ts'
import { directionOf } from './pickText.ts'

const LanguageContext = createContext<Language>('en')
const MissingLanguageContext = createContext<Language | null>(null)

/**
 * Sets the language and the writing direction of the page: the only place that does. While a language loads,
 * the previous one stays, and also if loading fails; if there is no previous one, any that has been loaded is used
 * then: src/main.tsx renders the page only once there is one.
 */
export function I18nProvider({ language, children }: { language: Language; children: ReactNode }) {
  const [shown, setShown] = useState<Language | null>(messagesOf(language) ? language : null)
  const [missing, setMissing] = useState<Language | null>(null)
  useEffect(() => {
    let current = true
    const end = (isLoaded: boolean) => {
      if (!current) return
      setShown((before) => (isLoaded ? language : (before ?? anyLoaded() ?? null)))
      setMissing(isLoaded ? null : language)
    }
    loadMessages(language).then(
      () => end(true),
      () => end(false),
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
  return (
    shown && (
      <LanguageContext value={shown}>
        <MissingLanguageContext value={missing}>{children}</MissingLanguageContext>
      </LanguageContext>
    )
  )
}

/** The language in which the page is shown. */
export function useLanguage(): Language {
  return useContext(LanguageContext)
}

/** The language asked for last, if it could not be loaded; else `null`. */
export function useMissingLanguage(): Language | null {
  return useContext(MissingLanguageContext)
}

/**
 * The texts of the first view, in the language in which the page is shown.
 * @throws outside of an I18nProvider, unless English has been loaded
 */
export function useMessages(): Messages {
  const messages = messagesOf(useLanguage())
  if (!messages) throw new Error('no language has been loaded')
  return messages
}
