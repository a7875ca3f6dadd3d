import type { Dictionaries } from '../incidents/columns.ts'
import type { Translated } from '../incidents/incident.ts'
import {
  eventTypes,
  subEventTypes,
  typeOfSubtype,
  type ActorKind,
  type EventType,
  type Language,
} from '../incidents/vocabulary.ts'
import type { Messages } from '../i18n/en/en.ts'
import { tagName } from '../i18n/tagNames.ts'
import { pickLanguage, pickText } from '../i18n/pickText.ts'
import { fields, type FacetId } from '../incidents/fields.ts'
import type { Choice } from '../query/incidentQuery.ts'

/** One value of a facet, with the name that the reader sees. */
export interface FacetValue {
  id: string
  /** Index into the counts of the facet: that of the vocabulary or dictionary. */
  index: number
  name: string
  /** Language of the name, a BCP 47 tag; `und` where it is not known. */
  lang: string
  /** Other names, by which the search within the facet finds it. */
  aliases: readonly string[]
  /** Id of the value of the same facet that it belongs to; of a sub-event type, the id of its event type. */
  parent?: string | undefined
  /** Kind of an actor. */
  kind?: ActorKind | undefined
  /** One line that describes an actor. */
  note?: string | undefined
  /** Event type, given where the value is one. */
  type?: EventType | undefined
}

/** The count of a value. @throws RangeError where the counts do not have the value: they are of another facet */
export function countOf(counts: ArrayLike<number>, { id, index }: FacetValue): number {
  const count = counts[index]
  if (count === undefined) throw new RangeError(`no count of ${id}`)
  return count
}

/** Whether a facet's filter includes or excludes a value, or does not mention it. */
export type ValueState = 'included' | 'excluded' | 'free'

/** The state of a value in a filter. */
export function stateIn({ include, exclude }: Choice, id: string): ValueState {
  if (include.includes(id)) return 'included'
  return exclude.includes(id) ? 'excluded' : 'free'
}

/** Values already made, by facet and language: dictionaries have tens of thousands of entries and are needed often. */
const made = new WeakMap<Dictionaries, Map<string, MadeValues>>()

interface MadeValues {
  /** How many entries the dictionary of the facet had when they were made. */
  entries: number
  values: FacetValue[]
}

function entriesOf(facet: FacetId, dictionaries: Dictionaries): number {
  const field = fields[facet]
  if (field.kind === 'place') return dictionaries.places.length
  return field.kind === 'ids' ? dictionaries[field.column].length : 0
}

/**
 * All values of a facet, in the order of the vocabulary or dictionary. The same dictionaries, facet and language give the
 * same array until the facet's dictionary grows.
 * @param messages texts in `language`
 * @param language language of the reader, in which names are wanted
 */
export function facetValues(
  facet: FacetId,
  dictionaries: Dictionaries,
  messages: Messages,
  language: Language,
): readonly FacetValue[] {
  const ofDictionaries = made.get(dictionaries) ?? new Map<string, MadeValues>()
  made.set(dictionaries, ofDictionaries)
  const key = `${facet} ${language}`
  const entries = entriesOf(facet, dictionaries)
  const known = ofDictionaries.get(key)
  if (known?.entries === entries) return known.values
  const values = makeValues(facet, dictionaries, messages, language)
  ofDictionaries.set(key, { entries, values })
  return values
}

function makeValues(
  facet: FacetId,
  dictionaries: Dictionaries,
  messages: Messages,
  language: Language,
): FacetValue[] {
  const { vocabulary } = messages
  const coded = <Id extends string>(ids: readonly Id[], labels: Readonly<Record<Id, string>>): FacetValue[] =>
    ids.map((id, index) => ({ id, index, name: labels[id], lang: language, aliases: [] }))
  switch (facet) {
    case 'type':
      return coded(eventTypes, vocabulary.type).map((value, index) => ({ ...value, type: eventTypes[index] }))
    case 'subtype':
      return coded(subEventTypes, vocabulary.subtype).map((value, index) => {
        const subtype = subEventTypes[index]
        return { ...value, parent: subtype && typeOfSubtype(subtype) }
      })
    case 'country':
      return facetValues('place', dictionaries, messages, language)
        .filter(({ index }) => dictionaries.places[index]?.kind === 'country')
        .map((value) => ({ ...value, parent: undefined }))
    case 'actor':
      return dictionaries.actors.map(({ id, name: names, aliases, parent, kind, description }, index) => {
        const { name, lang } = nameOf(id, names, language)
        const note = description && pickText(description, language)?.text
        return { id, index, name, lang, aliases: namesIn(names, aliases), parent, kind, note }
      })
    case 'place':
      return dictionaries.places.map(({ id, name: names, aliases, parent }, index) => {
        const { name, lang } = nameOf(messages.common.placeNotNamed, names, language)
        return { id, index, name, lang, aliases: namesIn(names, aliases), parent }
      })
    case 'publisher':
      return dictionaries.publishers.map(({ id, name, domain }, index) => ({
        id,
        index,
        name,
        lang: 'und',
        aliases: domain === undefined ? [] : [domain],
      }))
    case 'tag':
      return dictionaries.tags.map((id, index) => {
        const name = tagName(id, language)
        return { id, index, name, lang: name === id ? 'und' : language, aliases: [] }
      })
    default:
      return coded<string>(fields[facet].vocabulary, vocabulary[facet])
  }
}

/** The name in the reader's language, else in another one; `otherwise` where there is none. */
function nameOf(otherwise: string, name: Translated, language: Language): Pick<FacetValue, 'name' | 'lang'> {
  const lang = pickLanguage(name, language)
  const text = lang && name[lang]
  return lang && text ? { name: text, lang } : { name: otherwise, lang: 'und' }
}

/** The names in all languages, and the aliases. */
function namesIn(name: Translated, aliases: readonly string[]): string[] {
  return Object.values(name).concat(aliases)
}
