import { languages, type Language } from '../incidents/vocabulary.ts'
import type { Messages } from './en/en.ts'

/** The languages that have been loaded; each is when it is first asked for. */
const loaded = new Map<Language, Messages>()

/** The texts of a language; undefined until it has been loaded. */
export function messagesOf(language: Language): Messages | undefined {
  return loaded.get(language)
}

/** A language that has been loaded: English, if it has. */
export function anyLoaded(): Language | undefined {
  return languages.find((each) => loaded.has(each))
}

/** Loads a language. @throws if its code cannot be fetched */
export async function loadMessages(language: Language): Promise<void> {
  loaded.set(language, await fetchMessages(language))
}

/** Loads a language, or English if its code cannot be fetched. @throws if neither can be */
export async function loadFirstLanguage(language: Language): Promise<void> {
  await loadMessages(language).catch(() => loadMessages('en'))
}

async function fetchMessages(language: Language): Promise<Messages> {
  switch (language) {
    case 'en':
      return (await import('./en/en.ts')).en
    case 'ar':
      return (await import('./ar/ar.ts')).ar
    case 'fr':
      return (await import('./fr/fr.ts')).fr
  }
}
