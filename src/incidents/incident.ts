import type {
  ActorKind,
  CountWord,
  EventType,
  GeoPrecision,
  Matter,
  NamedWeapon,
  Role,
  SourceMedium,
  Stance,
  Status,
  SubEventType,
  TimePrecision,
} from './vocabulary.ts'

/** One text in the languages that it exists in. English, where any exists, is what the others fall back to. */
export interface Translated {
  en?: string
  ar?: string
  fr?: string
}

/** A text of which the language is not told, or one in the languages that it exists in. */
export type TextOrTranslated = string | Translated

/** Who speaks: the id of an actor of the data set, or a name. */
export type Claimant = TextOrTranslated

/** Whole numbers of people; an end that no one gave is absent. Never both absent. */
export interface CountRange {
  /** At least so many. */
  min?: number | undefined
  /** At most so many; absent where the source says "at least". */
  max?: number | undefined
}

/** How many, as one claimant says it: a range, or a word where no number is given. */
export type CasualtyCount = CountRange | CountWord

/** Calendar days at the place of the incident, YYYY-MM-DD. */
export interface IncidentDate {
  start: string
  /** Inclusive; absent where it is `start`. */
  end?: string | undefined
  precision: TimePrecision
  /** HH:MM, local, where reported. */
  time?: string | undefined
}

/** A place of the gazetteer, and a position. */
export interface IncidentPlace {
  /** Of a Place. */
  id: string
  /** Degrees, WGS 84. */
  lng: number
  lat: number
  /** How exactly the position is known. */
  precision: GeoPrecision
}

export interface Participation {
  /** Of an Actor. */
  id: string
  role: Role
}

/** What one party says of the incident, or what is attributed to it, and in which of its sources. */
export interface Claim {
  /** Exactly one of `by` and `attributedTo` is there; the latter where it is not confirmed that the words are his. */
  by?: Claimant | undefined
  attributedTo?: Claimant | undefined
  /** Through what it was said: an audio recording, to AFP by WhatsApp. */
  via?: Translated | undefined
  /** Towards what is said of the incident. */
  stance: Stance
  /** What it is about, of that which can be disputed. */
  matter?: Matter | undefined
  /** In our words. */
  says: Translated
  /** Ids of sources of the same incident, at least one. */
  sources: string[]
}

/** Dead and wounded of one group as one claimant gives them. What is absent was not reported, which is not zero. */
export interface Casualties {
  by: Claimant
  /** Only attributed to the claimant, not confirmed. */
  attributed?: true | undefined
  /** Whom it counts, in the source's words; `all` is everybody. */
  group: TextOrTranslated
  /** At least one of the three is there. */
  killed?: CasualtyCount | undefined
  wounded?: CasualtyCount | undefined
  /** Where the report does not tell the two apart. */
  killedOrWounded?: CasualtyCount | undefined
  /** What the report says, in our words. */
  said?: Translated | undefined
  /** Ids of sources of the same incident, at least one. */
  sources: string[]
}

/** One publication. Without `url` it is a broadcast or a printed report, or an article whose address is not known. */
export interface SourceReport {
  /** Unique within its incident. */
  id: string
  publisher: string
  medium?: SourceMedium | undefined
  /** http or https, as is `archived`. */
  url?: string | undefined
  /** Where a copy is archived. */
  archived?: string | undefined
  /** YYYY-MM-DD on which it was seen. */
  seen?: string | undefined
  /** BCP 47. */
  lang: string
  /** YYYY-MM-DD. */
  published?: string | undefined
  /** What it reports, in our words. */
  note?: TextOrTranslated | undefined
}

/** Something reported to have happened, at a place and on a date. */
export interface Incident {
  id: string
  title: Translated
  summary: Translated
  date: IncidentDate
  place: IncidentPlace
  type: EventType
  /** One of those of `type`. */
  subtype: SubEventType
  /** Used, deployed or seized, as far as a report names them; at least one, or absent. */
  weapons?: NamedWeapon[] | undefined
  actors: Participation[]
  casualties?: Casualties[] | undefined
  claims?: Claim[] | undefined
  sources: SourceReport[]
  status: Status
  /** On what the parties contradict each other; only where `status` is disputed. */
  disputed?: Matter[] | undefined
  /** Ids of incidents of the data set. */
  related?: string[] | undefined
  tags?: string[] | undefined
}

export interface Actor {
  id: string
  name: Translated
  /** Other names and spellings, for search. */
  aliases: string[]
  kind: ActorKind
  /** Id of the actor that it belongs to; of a person, the affiliation. */
  parent?: string | undefined
  /** Who this is, in one line that stands beside the name. */
  description?: Translated | undefined
  note?: TextOrTranslated | undefined
}

/** An entry of the gazetteer; a region belongs to a country, a locality to a region or a country. */
export interface Place {
  id: string
  kind: 'country' | 'region' | 'locality'
  name: Translated
  /** Other spellings, for search. */
  aliases: string[]
  /** Id of the place that it lies in. */
  parent?: string | undefined
  /** Of a country: ISO 3166-1 alpha-2. */
  iso?: string | undefined
}

/** Who publishes sources. */
export interface Publisher {
  /** The slug of the name. */
  id: string
  name: string
  /** The domain that most of its publications are at. */
  domain?: string
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
  /** BCP 47 tags of the languages of the texts. */
  languages: string[]
  /** YYYY-MM-DD. */
  updated: string
  /** Title of the page itself, and the path of its icon in public/; without it, Incident Atlas. */
  site?: { title: Translated; icon?: string }
  /** The incident that a first visit is led to, and what the way there is called. */
  start?: { incident: string; label: Translated }
}
