import {
  eventTypes,
  NOT_STATED,
  subtypesAllowed,
  type ActorKind,
  type EventType,
  type SubEventType,
} from '../../incidents/vocabulary.ts'
import { foldColumnName } from './columnsByName.ts'
import { remembered } from './remembered.ts'

const folded = remembered(foldColumnName)

/** The codes of an event; absent where a name is none of ACLED's. */
export interface AcledCodes {
  type?: EventType | undefined
  subtype?: SubEventType | undefined
}

/**
 * Names of event types in exports before 2019, beside those of the ACLED Codebook (2024): most were types of their own
 * that are sub-event types now. `Riots/Protests` is not here: it is two types now.
 */
const formerNames: readonly [name: string, codes: AcledCodes][] = [
  ['Battle-No change of territory', { type: 'battles', subtype: 'armed-clash' }],
  ['Battle-Government regains territory', { type: 'battles', subtype: 'government-regains-territory' }],
  [
    'Battle-Non-state actor overtakes territory',
    { type: 'battles', subtype: 'non-state-actor-overtakes-territory' },
  ],
  ['Remote violence', { type: 'explosions-remote-violence' }],
  ['Strategic development', { type: 'strategic-developments' }],
  [
    'Headquarters or base established',
    { type: 'strategic-developments', subtype: 'headquarters-or-base-established' },
  ],
  [
    'Non-violent transfer of territory',
    { type: 'strategic-developments', subtype: 'non-violent-transfer-of-territory' },
  ],
]

/**
 * The event types by ACLED's names, folded. Our ids are its names with hyphens for blanks and slashes, so both fold to
 * the same letters.
 */
const codesOfName = new Map<string, AcledCodes>([
  ...eventTypes
    .filter((type) => type !== NOT_STATED)
    .map((type): [string, AcledCodes] => [foldColumnName(type), { type }]),
  ...formerNames.map(([name, codes]): [string, AcledCodes] => [foldColumnName(name), codes]),
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

/** Whether a text is one of ACLED's names of an event type, of any year. */
export function isAcledType(name: string): boolean {
  return codesOfName.has(folded(name))
}

/**
 * The codes of ACLED's names of an event type and of a sub-event type, of any year. A sub-event type that does not belong
 * to the event type is left out: the two contradict each other.
 */
export function acledCodes(typeName: string, subtypeName: string): AcledCodes {
  const codes = codesOfName.get(folded(typeName))
  if (codes?.type === undefined) return {}
  if (subtypeName === '') return codes
  return { type: codes.type, subtype: subtypesByName.get(codes.type)?.get(folded(subtypeName)) }
}

/** The sub-event types of each event type by ACLED's names, folded. */
const subtypesByName: ReadonlyMap<EventType, ReadonlyMap<string, SubEventType>> = new Map(
  eventTypes.map((type) => [
    type,
    new Map(
      subtypesAllowed(type)
        .filter((subtype) => subtype !== NOT_STATED)
        .map((subtype) => [foldColumnName(subtype), subtype]),
    ),
  ]),
)

/** The kind of actor of an inter code, as a digit or a name; undefined for 0, a blank or any other text. */
export function acledKind(inter: string): ActorKind | undefined {
  return inter === '' ? undefined : kindOfInter.get(folded(inter).replace(/s$/, ''))
}
