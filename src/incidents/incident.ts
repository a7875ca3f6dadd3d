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

/** One text in each language that it exists in. A reader whose language is missing sees the English text, or else any. */
export interface Translated {
  en?: string
  ar?: string
  fr?: string
}

/** A text whose language is not stated, or one text in several languages. */
export type TextOrTranslated = string | Translated

/** Who makes a claim: the id of an actor of the data set, or else a name. */
export type Claimant = TextOrTranslated

/** A number of people between two whole numbers, both inclusive; at least one of them is given. */
export interface CountRange {
  /** Absent where the claimant gives no lower bound. */
  min?: number | undefined
  /** Absent where the claimant gives no upper bound: "at least". */
  max?: number | undefined
}

/** How many people, as one claimant says it: a range, or a word where the claimant gives no number. */
export type CasualtyCount = CountRange | CountWord

/** When it happened. Days are calendar days where it happened, written YYYY-MM-DD. */
export interface IncidentDate {
  /** First day. */
  start: string
  /** Last day, inclusive; absent where it is `start`. */
  end?: string | undefined
  /** How exactly both days are known. */
  precision: TimePrecision
  /** Local time of day, HH:MM, where reported. */
  time?: string | undefined
}

/** Where it happened: an entry of the gazetteer, and a position. */
export interface IncidentPlace {
  /** Id of a Place. */
  id: string
  /** Degrees of longitude, WGS 84; absent, with `lat`, where no position is given. */
  lng?: number | undefined
  /** Degrees of latitude, WGS 84; absent, with `lng`, where no position is given. */
  lat?: number | undefined
  /** How exactly the position is known. */
  precision: GeoPrecision
}

/** An actor's part in an incident. */
export interface Participation {
  /** Id of an Actor. */
  id: string
  role: Role
}

/** What one party says about the incident, or is reported to have said. */
export interface Claim {
  /** The claimant. Exactly one of `by` and `attributedTo` is given. */
  by?: Claimant | undefined
  /** The claimant, where it is not confirmed that the words are theirs. */
  attributedTo?: Claimant | undefined
  /** The channel of the claim: an audio recording, a WhatsApp message to AFP. */
  via?: Translated | undefined
  /** Whether the claimant asserts, denies or disputes what is said of the incident. */
  stance: Stance
  /** The matter that the claim is about; required where a disputed incident's claim denies or disputes. */
  matter?: Matter | undefined
  /** What is claimed, in our words. */
  says: Translated
  /** Ids of the sources of the incident that carry the claim; [] where none is named. */
  sources: string[]
}

/** The dead and wounded of one group, as one claimant gives them. A missing count means "not reported", not zero. */
export interface Casualties {
  by: Claimant
  /** Given where it is not confirmed that the numbers are the claimant's. */
  attributed?: true | undefined
  /** The people counted, in the words of the source; `all` for everybody. */
  group: TextOrTranslated
  /** At least one of `killed`, `wounded` and `killedOrWounded` is given. */
  killed?: CasualtyCount | undefined
  wounded?: CasualtyCount | undefined
  /** Dead and wounded together, where the report does not separate them. */
  killedOrWounded?: CasualtyCount | undefined
  /** What the report says, in our words; required for a count without a number or with an open range. */
  said?: Translated | undefined
  /** Ids of the sources of the incident that give the numbers; [] where none is named. */
  sources: string[]
}

/** One source: a publication that reports the incident. */
export interface SourceReport {
  /** Unique within its incident. */
  id: string
  /** Name of the publisher; '' where none is named. */
  publisher: string
  medium?: SourceMedium | undefined
  /** http or https. Absent for a broadcast, a printed report, or an article whose URL is not known. */
  url?: string | undefined
  /** URL of an archived copy, http or https. */
  archived?: string | undefined
  /** Day on which it was seen at its URL, YYYY-MM-DD. */
  seen?: string | undefined
  /** Language of the source, a BCP 47 tag; `und` where it is not stated. */
  lang: string
  /** Day of publication, YYYY-MM-DD. */
  published?: string | undefined
  /** What it reports, in our words. */
  note?: TextOrTranslated | undefined
}

/** A record as the file has it that it was read from. */
export interface OriginalRecord {
  /** Name of the file, with the path inside an archive behind it. */
  file: string
  /** Line of the file, or row of the sheet, from 1. */
  line: number
  /** The cells that are not empty, in the order of the columns. Two columns may have the same name. */
  cells: [column: string, value: string][]
}

/** Something reported to have happened, at a place and on a date. */
export interface Incident {
  /** Unique in its data set; stands in links. */
  id: string
  /** {} where the record has none, as `summary`. */
  title: Translated
  summary: Translated
  date: IncidentDate
  place: IncidentPlace
  type: EventType
  /** A sub-event type of `type`. */
  subtype: SubEventType
  /** Weapons that a report names as used, deployed or seized; absent where none is named, never empty. */
  weapons?: NamedWeapon[] | undefined
  /** Each actor at most once. */
  actors: Participation[]
  casualties?: Casualties[] | undefined
  claims?: Claim[] | undefined
  /** [] where none is named. */
  sources: SourceReport[]
  status: Status
  /** The matters in dispute; given where `status` is disputed, and only there. */
  disputed?: Matter[] | undefined
  /** Ids of related incidents of the data set. */
  related?: string[] | undefined
  /** Labels in any words, of at most 120 characters. */
  tags?: string[] | undefined
  /** Given for a record that was read from a file of another form. */
  original?: OriginalRecord | undefined
}

/** A party to incidents: a group, an institution or a person. */
export interface Actor {
  /** Unique among the actors of its data set. */
  id: string
  name: Translated
  /** Other names and spellings, for search. */
  aliases: string[]
  kind: ActorKind
  /** Id of the actor that it belongs to; for a person, the affiliation. */
  parent?: string | undefined
  /** One line that says who this is, shown beside the name. */
  description?: Translated | undefined
  /** Further remarks, shown with the actor. */
  note?: TextOrTranslated | undefined
}

/** An entry of the gazetteer. A region lies in a country, a locality in a region or a country. */
export interface Place {
  /** Unique among the places of its data set. */
  id: string
  kind: 'country' | 'region' | 'locality'
  name: Translated
  /** Other spellings, for search. */
  aliases: string[]
  /** Id of the place that it lies in. */
  parent?: string | undefined
  /** ISO 3166-1 alpha-2 code of a country. */
  iso?: string | undefined
}

/** Who publishes sources: a newspaper, an agency, a channel. */
export interface Publisher {
  /** `slugOf` the name, with a number behind it where another publisher has the same slug. */
  id: string
  /** The host of the URL for sources that name no publisher. */
  name: string
  /** Domain of most of its sources; absent where none has a URL. */
  domain?: string
}

/** What the data set says about itself. Of files that say nothing of it, licence, citation and coverage are not known. */
export interface DatasetAbout {
  title: Translated
  description: Translated
  publisher: string
  /** Name of the licence, and the URL of its text. */
  licence?: { name: string; url: string }
  /** How to cite the data set. */
  citation?: string
  /** What is covered, and what is not. */
  coverage?: Translated
  /** BCP 47 tags of the languages of its texts. */
  languages: string[]
  /** Day of the last update, YYYY-MM-DD. */
  updated: string
  /** Title of the site, and the path of its icon below public/; absent: "Incident Atlas". */
  site?: { title: Translated; icon?: string }
  /** Id of the incident that a first visit offers to open, and the text of that offer. */
  start?: { incident: string; label: Translated }
}
