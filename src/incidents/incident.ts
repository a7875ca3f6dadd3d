import type {
  ActorKind,
  EventType,
  GeoPrecision,
  Language,
  Role,
  Stance,
  Status,
  SubEventType,
  TimePrecision,
} from './vocabulary.ts'

/** One text in the languages that it exists in. English, where any exists, is what the others fall back to. */
export type Translated = Partial<Record<Language, string>>

/** Whole numbers of people; an end that no one gave is absent. Never both absent. */
export interface CountRange {
  min?: number | undefined
  max?: number | undefined
}

export interface IncidentDate {
  /** YYYY-MM-DD, at the place of the incident. */
  start: string
  /** YYYY-MM-DD, inclusive; absent where it is the day it began. */
  end?: string | undefined
  precision: TimePrecision
  /** HH:MM, local, where reported. */
  time?: string | undefined
}

export interface IncidentPlace {
  /** Id of a place of the data set. */
  id: string
  /** Degrees, WGS 84. */
  lon: number
  lat: number
  precision: GeoPrecision
}

export interface Participation {
  /** Id of an actor of the data set. */
  id: string
  role: Role
}

/** What one party says of the incident. */
export interface Claim {
  /** Id of an actor of the data set, or the claimant's name. */
  by: string
  says: Translated
  stance: Stance
  /** Id of one of the incident's sources. */
  source: string
}

/** Dead and wounded as one source gives them for one group. What is absent was not reported, which is not zero. */
export interface Casualties {
  killed?: CountRange | undefined
  wounded?: CountRange | undefined
  /** Whom the figures count, in the source's words: all, civilians, security-forces, ... */
  group: string
  /** Id of one of the incident's sources. */
  source: string
  /** Id of an actor or the name of who gives the figure, where it is not the publisher. */
  by?: string | undefined
}

/** One publication. */
export interface SourceReport {
  /** Unique within its incident. */
  id: string
  publisher: string
  /** http or https; a broadcast or a printed report has none. */
  url?: string | undefined
  /** Where a copy is archived; http or https. */
  archived?: string | undefined
  /** YYYY-MM-DD on which it was seen. */
  seen?: string | undefined
  /** BCP 47. */
  lang: string
  /** YYYY-MM-DD. */
  published?: string | undefined
  /** What it reports. */
  note?: string | undefined
}

export interface Incident {
  id: string
  title: Translated
  summary: Translated
  date: IncidentDate
  place: IncidentPlace
  type: EventType
  subtype: SubEventType
  actors: Participation[]
  casualties?: Casualties[] | undefined
  claims?: Claim[] | undefined
  sources: SourceReport[]
  status: Status
  /** Ids of incidents of the data set. */
  related?: string[] | undefined
  tags?: string[] | undefined
}

export interface Actor {
  id: string
  name: Translated
  aliases: string[]
  kind: ActorKind
  /** Id of the actor that it belongs to. */
  parent?: string | undefined
  note?: string | undefined
}

/** A named place of the data set; a region belongs to a country, a locality to a region or a country. */
export interface Place {
  id: string
  kind: 'country' | 'region' | 'locality'
  name: Translated
  /** Other spellings, for search. */
  aliases: string[]
  /** Id of the place that it lies in. */
  parent?: string | undefined
}

/** A publisher, by the slug of its name. */
export interface Publisher {
  id: string
  name: string
}

/** What the data set says of itself. */
export interface DatasetAbout {
  title: Translated
  description: Translated
  publisher: string
  /** Name of the licence, and where its text is. */
  licence: { name: string; url: string }
  citation: string
  /** What is covered, and what is not. */
  coverage: Translated
  languages: string[]
  /** YYYY-MM-DD. */
  updated: string
}
