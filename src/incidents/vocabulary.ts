/*
 * The vocabularies of coded values, as ids; their labels are in i18n. Ids are public: they stand in links, files and
 * exports. The order of a list is the order of the codes in the columns.
 */

/** The sub-event types of each event type: the 25 of the ACLED Codebook (2024), with its names as ids. */
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

/**
 * What a record of a file has where the file does not state an event type, a sub-event type, a geo-precision or the kind
 * of an actor: the last value of each of these vocabularies.
 */
export const NOT_STATED = 'not-stated'

/** An event type of the codebook. */
type StatedEventType = keyof typeof subtypesOfType

/** An id of `eventTypes`. */
export type EventType = StatedEventType | typeof NOT_STATED

/** An id of `subEventTypes`. */
export type SubEventType = (typeof subtypesOfType)[StatedEventType][number] | typeof NOT_STATED

/** The 6 event types of the ACLED Codebook (2024), and `not-stated`. */
export const eventTypes = [
  'battles',
  'explosions-remote-violence',
  'violence-against-civilians',
  'protests',
  'riots',
  'strategic-developments',
  NOT_STATED,
] as const satisfies readonly EventType[]

/** The 25 sub-event types, grouped by event type, and `not-stated`. */
export const subEventTypes: readonly SubEventType[] = eventTypes.flatMap((type) =>
  type === NOT_STATED ? [NOT_STATED] : [...subtypesOfType[type]],
)

/** The sub-event types that an incident of an event type may have: its own, and `not-stated`. */
export function subtypesAllowed(type: EventType): readonly SubEventType[] {
  return type === NOT_STATED ? [NOT_STATED] : [...subtypesOfType[type], NOT_STATED]
}

/** The event type that a sub-event type belongs to; undefined for `not-stated`, which any of them may have. */
export function typeOfSubtype(subtype: SubEventType): EventType | undefined {
  return eventTypes.find(
    (type) => type !== NOT_STATED && (subtypesOfType[type] as readonly string[]).includes(subtype),
  )
}

/**
 * How well an incident is established. reported: by one publisher; corroborated: by two or more independent ones;
 * disputed: the parties contradict each other on a matter. Our own vocabulary.
 */
export const statuses = ['reported', 'corroborated', 'disputed'] as const

/** An id of `statuses`. */
export type Status = (typeof statuses)[number]

/** Kinds of weapons that reports name as used, deployed or seized. Our own vocabulary. */
export const namedWeapons = [
  'small-arms',
  'artillery',
  'air-delivered',
  'drone',
  'explosive-device',
  'bladed',
  'chemical',
] as const

/** An id of `namedWeapons`: what a record can name. */
export type NamedWeapon = (typeof namedWeapons)[number]

/** The values of the weapon facet: the named weapons, and `not-known` for incidents whose reports name none. */
export const weapons = [...namedWeapons, 'not-known'] as const

/** An id of `weapons`. */
export type Weapon = (typeof weapons)[number]

/**
 * The part of an actor in an incident. ACLED's actor1 and actor2 have no direction, so an actor of an ACLED file can only
 * be a `party`. Our own vocabulary.
 */
export const roles = ['initiator', 'target', 'party', 'affected', 'mediator', 'claimant'] as const

/** An id of `roles`. */
export type Role = (typeof roles)[number]

/** How a claim relates to what is said of the incident. Our own vocabulary. */
export const stances = ['asserts', 'denies', 'disputes'] as const

/** An id of `stances`. */
export type Stance = (typeof stances)[number]

/** The matters on which parties can contradict each other. Our own vocabulary. */
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
/** An id of `matters`. */
export type Matter = (typeof matters)[number]

/**
 * What a report can say about dead or wounded in place of a number: there were some; none is confirmed; there were none;
 * none was reported, or it is not known whether there were any (`none-or-unknown`: what 0 means in a file of ACLED, by its
 * codebook). ACLED and UCDP GED turn such words into numbers; here they stay words.
 */
export const countWords = ['some', 'none-confirmed', 'none', 'none-or-unknown'] as const

/** An id of `countWords`. */
export type CountWord = (typeof countWords)[number]

/** The medium of a source, where its URL does not show it. */
export const sourceMedia = ['article', 'broadcast', 'print', 'post', 'recording', 'statement'] as const

/** An id of `sourceMedia`. */
export type SourceMedium = (typeof sourceMedia)[number]

/**
 * How the claimants of an incident relate to each other on the number of dead (or wounded):
 *
 * - not-reported: no claimant mentions any.
 * - none-confirmed: claimants say only that none is confirmed.
 * - killed-or-wounded: there were casualties, but no claimant separates dead from wounded.
 * - some: there were some, and no claimant gives a number.
 * - one-claimant: one claimant gives a number.
 * - several-claimants: several give numbers that can all be true.
 * - by-group: there are numbers for two or more groups, and none for all people.
 * - contested: claimants contradict each other.
 * - none-or-unknown: claimants say only that none was reported, or that it is not known whether there were any.
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
  'none-or-unknown',
] as const
/** An id of `tollStandings`. */
export type TollStanding = (typeof tollStandings)[number]

/**
 * Kinds of actors: the 8 actor types of the ACLED Codebook (2024, inter codes 1 to 8, in that order), then three of our
 * own: media or monitor, person, unknown armed group, not stated.
 */
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
  NOT_STATED,
] as const
/** An id of `actorKinds`. */
export type ActorKind = (typeof actorKinds)[number]

/**
 * How exactly the position is known, from the most to the least exact. Counterparts: ACLED geo_precision 1 is a town, 2 a
 * district, 3 a region; UCDP GED where_prec 1 is a site or town, 2 and 3 a district, 4 a region, 6 a country. At the end
 * `not-stated`: nobody says how exactly it is known.
 */
export const geoPrecisions = ['site', 'town', 'district', 'region', 'country', NOT_STATED] as const

/** An id of `geoPrecisions`. */
export type GeoPrecision = (typeof geoPrecisions)[number]

/**
 * How exactly the date is known, from the most to the least exact. Counterparts: ACLED time_precision 1 is a day, 2 a
 * week, 3 a month; UCDP GED date_prec 1 is a day, 3 a week, 4 a month, 5 a year (2, two to six days, is a range of days).
 */
export const timePrecisions = ['hour', 'day', 'week', 'month', 'year'] as const

/** An id of `timePrecisions`. */
export type TimePrecision = (typeof timePrecisions)[number]

/** The languages of the interface, in which titles, names and texts may be given: ISO 639-1 codes. */
export const languages = ['en', 'ar', 'fr'] as const

/** An id of `languages`. */
export type Language = (typeof languages)[number]
