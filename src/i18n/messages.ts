import type { Language } from '../incidents/vocabulary.ts'
import { en, type Messages } from './en/en.ts'

/** What is loaded: English at once, as the others fall back to it; each other language when it is first asked for. */
const loaded = new Map<Language, Messages>([['en', en]])

/** undefined until the language has been loaded. */
export function messagesOf(language: Language): Messages | undefined {
  return loaded.get(language)
}

/** Rejects where the piece of the page that holds the language cannot be had. */
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
