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
import { pickLanguage, pickText } from '../i18n/pickText.ts'
import { fields, type FacetId } from '../incidents/fields.ts'
import type { Choice } from '../query/incidentQuery.ts'

/** One value of a facet as its row shows it. `index` is its place in the counts. */
export interface FacetValue {
  id: string
  index: number
  name: string
  /** Language that the name is in. */
  lang: string
  /** Other names that it is found by. */
  aliases: readonly string[]
  parent?: string | undefined
  kind?: ActorKind | undefined
  note?: string | undefined
  type?: EventType | undefined
}

/** How a value stands in what is chosen. */
export type ValueState = 'included' | 'excluded' | 'free'

export function stateIn({ include, exclude }: Choice, id: string): ValueState {
  if (include.includes(id)) return 'included'
  return exclude.includes(id) ? 'excluded' : 'free'
}

/** A dictionary may have tens of thousands of entries, and is asked for at each step of a filter. */
const made = new WeakMap<Dictionaries, Map<string, FacetValue[]>>()

/** All values of a facet, in the order of the vocabulary or dictionary; made once. */
export function facetValues(
  facet: FacetId,
  dictionaries: Dictionaries,
  messages: Messages,
  language: Language,
): readonly FacetValue[] {
  let ofDictionaries = made.get(dictionaries)
  if (!ofDictionaries) made.set(dictionaries, (ofDictionaries = new Map<string, FacetValue[]>()))
  const key = `${facet} ${language}`
  let values = ofDictionaries.get(key)
  if (!values) ofDictionaries.set(key, (values = makeValues(facet, dictionaries, messages, language)))
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
        const { name, lang } = nameOf(id, names, language)
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
      return dictionaries.tags.map((id, index) => ({ id, index, name: id, lang: 'und', aliases: [] }))
    default:
      return coded<string>(fields[facet].vocabulary, vocabulary[facet])
  }
}

/** Its name as the reader is to see it; the id where it has none. */
function nameOf(id: string, name: Translated, language: Language): Pick<FacetValue, 'name' | 'lang'> {
  const lang = pickLanguage(name, language)
  const text = lang && name[lang]
  return lang && text ? { name: text, lang } : { name: id, lang: 'und' }
}

/** All that it is called. */
function namesIn(name: Translated, aliases: readonly string[]): string[] {
  return Object.values(name).concat(aliases)
}
