/**
 * The ids of the field's vocabularies; their labels are in i18n.
 * Event and sub-event types: ACLED Codebook, 6 types and 25 sub-events. Actor kinds: ACLED's 8 actor types,
 * with media or monitor, person, and unknown armed group beside them.
 */

export const subtypesOfType = {
  battles: ['government-regains-territory', 'non-state-actor-overtakes-territory', 'armed-clash'],
  'explosions-remote-violence': [
    'chemical-weapon',
    'air-drone-strike',
    'suicide-bomb',
    'shelling-artillery-missile-attack',
    'remote-explosive-landmine-ied',
    'grenade',
  ],
  'violence-against-civilians': ['sexual-violence', 'attack', 'abduction-forced-disappearance'],
  protests: ['excessive-force-against-protesters', 'protest-with-intervention', 'peaceful-protest'],
  riots: ['violent-demonstration', 'mob-violence'],
  'strategic-developments': [
    'agreement',
    'arrests',
    'change-to-group-activity',
    'disrupted-weapons-use',
    'headquarters-or-base-established',
    'looting-property-destruction',
    'non-violent-transfer-of-territory',
    'other',
  ],
} as const

export type EventType = keyof typeof subtypesOfType
export type SubEventType = (typeof subtypesOfType)[EventType][number]

export const eventTypes = [
  'battles',
  'explosions-remote-violence',
  'violence-against-civilians',
  'protests',
  'riots',
  'strategic-developments',
] as const satisfies readonly EventType[]

export const subEventTypes: readonly SubEventType[] = eventTypes.flatMap((type) => [...subtypesOfType[type]])

export function typeOfSubtype(subtype: SubEventType): EventType {
  const type = eventTypes.find((each) => (subtypesOfType[each] as readonly string[]).includes(subtype))
  if (!type) throw new RangeError(`no event type holds the sub-event type ${subtype}`)
  return type
}

export const statuses = ['reported', 'corroborated', 'disputed'] as const
export type Status = (typeof statuses)[number]

/** Weapons used, deployed or seized, as far as a report names them. */
export const namedWeapons = [
  'small-arms',
  'artillery',
  'air-delivered',
  'drone',
  'explosive-device',
  'bladed',
  'chemical',
] as const

export type NamedWeapon = (typeof namedWeapons)[number]

/** The same, and what stands for reports that name none. */
export const weapons = [...namedWeapons, 'not-known'] as const
export type Weapon = (typeof weapons)[number]

export const roles = ['initiator', 'target', 'party', 'affected', 'mediator', 'claimant'] as const
export type Role = (typeof roles)[number]

export const stances = ['asserts', 'denies', 'disputes'] as const
export type Stance = (typeof stances)[number]

/** What the parties of an incident can contradict each other on. */
export const matters = [
  'occurrence',
  'course',
  'responsibility',
  'motive',
  'target',
  'affiliation',
  'toll',
  'place',
  'time',
] as const
export type Matter = (typeof matters)[number]

/**
 * What a report says of dead or wounded without a number: that there were some; that none is confirmed; that there
 * were none.
 */
export const countWords = ['some', 'none-confirmed', 'none'] as const
export type CountWord = (typeof countWords)[number]

/** Through what a source was published, where its address does not show it. */
export const sourceMedia = ['article', 'broadcast', 'print', 'post', 'recording', 'statement'] as const
export type SourceMedium = (typeof sourceMedia)[number]

/**
 * How the claimants stand to each other on the number of dead (or wounded):
 * not-reported: no one says anything of it; none-confirmed: only that none is confirmed; killed-or-wounded: some, the
 * two not told apart; some: some, no number given; one-claimant: one gives a number; several-claimants: the numbers of
 * several can all be true; by-group: numbers for groups apart, none for all together; contested: they contradict
 * each other.
 */
export const tollStandings = [
  'not-reported',
  'none-confirmed',
  'killed-or-wounded',
  'some',
  'one-claimant',
  'several-claimants',
  'by-group',
  'contested',
] as const
export type TollStanding = (typeof tollStandings)[number]

export const actorKinds = [
  'state-forces',
  'rebel-group',
  'political-militia',
  'identity-militia',
  'rioters',
  'protesters',
  'civilians',
  'external-forces',
  'media-or-monitor',
  'person',
  'unknown-armed-group',
] as const
export type ActorKind = (typeof actorKinds)[number]

/** From the most to the least exact. */
export const geoPrecisions = ['site', 'town', 'district', 'region', 'country'] as const
export type GeoPrecision = (typeof geoPrecisions)[number]

/** From the most to the least exact. */
export const timePrecisions = ['hour', 'day', 'week', 'month', 'year'] as const
export type TimePrecision = (typeof timePrecisions)[number]

/** The languages of the interface; titles, names and texts may be given in each. */
export const languages = ['en', 'ar', 'fr'] as const
export type Language = (typeof languages)[number]
