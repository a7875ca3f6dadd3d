import type {
  GeoPrecision,
  Matter,
  Role,
  SourceMedium,
  Stance,
  Status,
  TimePrecision,
} from '../../incidents/vocabulary.ts'

/** Labels of those vocabularies that only a full record, the map's tooltip and paper show. */
export const recordVocabulary = {
  statusMeaning: {
    reported: 'Reported; that independent sources corroborate it is not said.',
    corroborated: 'Two or more independent sources report it.',
    disputed: 'The parties contradict each other.',
  } satisfies Record<Status, string> as Record<Status, string>,
  role: {
    initiator: 'Initiator',
    target: 'Target',
    party: 'Party',
    affected: 'Affected',
    mediator: 'Mediator',
    claimant: 'Claimant',
  } satisfies Record<Role, string> as Record<Role, string>,
  matter: {
    occurrence: 'whether it happened',
    course: 'how it went',
    responsibility: 'who did it',
    motive: 'why',
    target: 'who or what was the target',
    affiliation: 'who belongs to whom',
    toll: 'the toll',
    place: 'where',
    time: 'when',
  } satisfies Record<Matter, string> as Record<Matter, string>,
  medium: {
    article: 'Article',
    broadcast: 'Broadcast',
    print: 'Printed report',
    post: 'Post',
    recording: 'Recording',
    statement: 'Statement',
  } satisfies Record<SourceMedium, string> as Record<SourceMedium, string>,
  stance: {
    asserts: 'Asserts',
    denies: 'Denies',
    disputes: 'Disputes',
  } satisfies Record<Stance, string> as Record<Stance, string>,
  precisionMeaning: {
    site: 'The site itself is known.',
    town: 'Known to the town; the mark stands at its centre.',
    district: 'Known only to the district or the surroundings; the mark stands for an area.',
    region: 'Known only to the region; the mark stands for an area.',
    country: 'Known only to the country; it is not drawn as a point.',
    'not-stated': 'How exactly the position is known is not stated.',
  } satisfies Record<GeoPrecision, string> as Record<GeoPrecision, string>,
  timeMeaning: {
    hour: 'Time of day reported.',
    day: 'Known to the day.',
    week: 'Known only to the week.',
    month: 'Known only to the month.',
    year: 'Known only to the year.',
  } satisfies Record<TimePrecision, string> as Record<TimePrecision, string>,
}

/** Shape of these texts. */
export type RecordVocabulary = typeof recordVocabulary
