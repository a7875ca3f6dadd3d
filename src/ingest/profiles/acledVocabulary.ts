import {
  eventTypes,
  NOT_STATED,
  subtypesAllowed,
  type ActorKind,
  type EventType,
  type SubEventType,
} from '../../incidents/vocabulary.ts'
import { foldColumnName } from './columnsByName.ts'

/** Names of event types in exports before 2019, beside those of the ACLED Codebook (2024). */
const formerNames: readonly [name: string, type: EventType][] = [
  ['remote violence', 'explosions-remote-violence'],
  ['strategic development', 'strategic-developments'],
]

/**
 * The event types by ACLED's names, folded. Our ids are its names with hyphens for blanks and slashes, so both fold to
 * the same letters.
 */
const typeOfName = new Map<string, EventType>([
  ...eventTypes.filter((type) => type !== NOT_STATED).map((type) => [foldColumnName(type), type] as const),
  ...formerNames.map(([name, type]) => [foldColumnName(name), type] as const),
])

/** The kinds of actors by inter code, 1 to 8, and by the names in use since 2024, without the plural. */
const kindOfInter = new Map<string, ActorKind>([
  ['1', 'state-forces'],
  ['stateforce', 'state-forces'],
  ['2', 'rebel-group'],
  ['rebelgroup', 'rebel-group'],
  ['3', 'political-militia'],
  ['politicalmilitia', 'political-militia'],
  ['4', 'identity-militia'],
  ['identitymilitia', 'identity-militia'],
  ['5', 'rioters'],
  ['rioter', 'rioters'],
  ['6', 'protesters'],
  ['protester', 'protesters'],
  ['7', 'civilians'],
  ['civilian', 'civilians'],
  ['8', 'external-forces'],
  ['externalotherforce', 'external-forces'],
  ['externalforce', 'external-forces'],
  ['otherforce', 'external-forces'],
])

/** The event type of ACLED's name of it, of any year; undefined for any other text. */
export function acledType(name: string): EventType | undefined {
  return typeOfName.get(foldColumnName(name))
}

/** The sub-event type of ACLED's name of it, where it belongs to the event type. */
export function acledSubtype(type: EventType, name: string): SubEventType | undefined {
  const folded = foldColumnName(name)
  return subtypesAllowed(type).find((subtype) => subtype !== NOT_STATED && foldColumnName(subtype) === folded)
}

/** The kind of actor of an inter code, as a digit or a name; undefined for 0, a blank or any other text. */
export function acledKind(inter: string): ActorKind | undefined {
  return kindOfInter.get(foldColumnName(inter).replace(/s$/, ''))
}
