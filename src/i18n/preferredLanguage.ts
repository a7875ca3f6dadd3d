import { languages, type Language } from '../incidents/vocabulary.ts'

/** The first of the reader's languages (BCP 47) that the interface has, else English. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((each) => tag.toLowerCase().split('-')[0] === each)
    if (found) return found
  }
  return 'en'
}
