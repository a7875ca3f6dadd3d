import type { Language } from '../incidents/vocabulary.ts'
import { en, type Messages } from './en/en.ts'

/**
 * The languages that have been loaded. English always is, as the others fall back to it; each other one is
 * loaded when it is first asked for.
 */
const loaded = new Map<Language, Messages>([['en', en]])

/** The texts of a language; undefined until it has been loaded. */
export function messagesOf(language: Language): Messages | undefined {
  return loaded.get(language)
}

/** Loads a language. @throws if its code cannot be fetched */
export async function loadMessages(language: Language): Promise<void> {
  switch (language) {
    case 'en':
      return
    case 'ar':
      loaded.set('ar', (await import('./ar/ar.ts')).ar)
      return
    case 'fr':
      loaded.set('fr', (await import('./fr/fr.ts')).fr)
  }
}
