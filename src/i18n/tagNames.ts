import type { Language } from '../incidents/vocabulary.ts'

/** What tags that the program itself gives are called, by language; filled by the texts that know them. */
const names = new Map<Language, ReadonlyMap<string, string>>()

/** Says what tags are called in a language. */
export function nameTags(language: Language, of: ReadonlyMap<string, string>): void {
  names.set(language, of)
}

/** What a tag is called: itself, unless the program gave it. */
export function tagName(tag: string, language: Language): string {
  return names.get(language)?.get(tag) ?? tag
}
