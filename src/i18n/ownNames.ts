import type { Language } from '../incidents/vocabulary.ts'

/** Each language in its own name, so that those who speak it can read it. */
export const ownNames: Readonly<Record<Language, string>> = { en: 'English', ar: 'العربية', fr: 'Français' }
