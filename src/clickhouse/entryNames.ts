import { foldWords } from '../incidents/foldText.ts'
import type { Actor, Place, Publisher } from '../incidents/incident.ts'

/** Stands before the words of a publisher's domain, in which phrases are looked for, but no single words. */
export const DOMAIN_MARK = '@'

/*
 * `entries.names` holds the folded words of each name of an entry, each word with a space before it: ' the paper'. So a
 * word begins with a prefix where the text has ' ' + prefix, and a phrase stands in it where it has ' ' + its words.
 */

/** `entries.names` of an actor or a place: its names in all languages, then its aliases. */
export function foldedNames({ name, aliases }: Pick<Actor | Place, 'name' | 'aliases'>): string[] {
  return [...Object.values(name), ...aliases].flatMap(foldedName)
}

/** `entries.names` of a publisher: its name, and its domain behind DOMAIN_MARK. */
export function foldedPublisherNames({ name, domain }: Publisher): string[] {
  const ofDomain = domain === undefined ? [] : foldedName(domain)
  return [...foldedName(name), ...ofDomain.map((words) => `${DOMAIN_MARK}${words}`)]
}

/** A name of `entries.names`: that of a tag, for example; [] where it has no word. */
export function foldedName(name: string): string[] {
  const words = foldWords(name)
  return words.length === 0 ? [] : [` ${words.join(' ')}`]
}
