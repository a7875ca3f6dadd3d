import { foldWords } from '../../incidents/foldText.ts'
import {
  eventTypes,
  subtypesOfType,
  type EventType,
  type GeoPrecision,
  type SubEventType,
} from '../../incidents/vocabulary.ts'

const typeByName = new Map(eventTypes.map((type) => [foldWords(type).join(' '), type]))

/**
 * The event type and sub-event type of categories that are named exactly so by ACLED's taxonomy. A sub-event type alone
 * is not taken: words such as Attack or Other mean something else elsewhere.
 */
export function typeOf(categories: readonly string[]): { type?: EventType; subtype?: SubEventType } {
  const names = categories.map((category) => foldWords(category.slice(0, 100)).join(' '))
  const type = names.map((name) => typeByName.get(name)).find((found) => found && found !== 'not-stated')
  if (!type || type === 'not-stated') return {}
  const subtypes: readonly SubEventType[] = subtypesOfType[type]
  const subtype = subtypes.find((each) => names.includes(foldWords(each).join(' ')))
  return { type, ...(subtype && { subtype }) }
}

/** Words for a precision, folded; digits are codes that each publisher defines otherwise. */
const precisionWords: Readonly<Record<string, GeoPrecision>> = {
  site: 'site',
  exact: 'site',
  'exact location': 'site',
  town: 'town',
  city: 'town',
  village: 'town',
  district: 'district',
  region: 'region',
  province: 'region',
  governorate: 'region',
  country: 'country',
}

export function precisionOf(text: string): GeoPrecision | undefined {
  const words = foldWords(text.slice(0, 40)).join(' ')
  return Object.hasOwn(precisionWords, words) ? precisionWords[words] : undefined
}
