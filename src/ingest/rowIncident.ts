import type {
  Casualties,
  Claim,
  Incident,
  IncidentDate,
  SourceReport,
  Translated,
} from '../incidents/incident.ts'
import type { LngLat } from '../incidents/place.ts'
import type {
  ActorKind,
  EventType,
  GeoPrecision,
  NamedWeapon,
  Role,
  Status,
  SubEventType,
} from '../incidents/vocabulary.ts'
import type { FlagCode, RejectionCode } from '../query/importReport.ts'
import type { RecordEntries } from '../tabular/recordDetails.ts'

/** A party as a record names it. */
export interface RowActor {
  name: Translated
  role: Role
  /** Absent where the record does not say. */
  kind?: ActorKind | undefined
}

/** Where, as a record says it; each part is absent where the record does not say. */
export interface RowPlace {
  /** Name of the country, or its ISO 3166-1 code of two or three letters or digits. */
  country?: string | undefined
  /** First-level division, second-level division, and the town or other place. */
  region?: string | undefined
  district?: string | undefined
  locality?: string | undefined
  position?: LngLat | undefined
  precision?: GeoPrecision | undefined
}

/** A whole record, and what its ids stand for. */
export interface OwnRecord {
  incident: Incident
  entries: RecordEntries
}

/** A source as a record names it. `publisher` '' where only a URL is given. */
export type RowSource = Omit<SourceReport, 'id' | 'lang'> & { lang?: string | undefined }

/** What one claimant says of dead and wounded; it is given by all sources of the record. */
export type RowCasualties = Omit<Casualties, 'sources'>

/**
 * What a record of a file says, before actors and places have ids. Nothing is here that the record does not say: a
 * profile leaves out what is not stated.
 */
export interface RowIncident {
  id?: string | undefined
  title?: Translated | undefined
  summary?: Translated | undefined
  date: IncidentDate
  place: RowPlace
  type?: EventType | undefined
  subtype?: SubEventType | undefined
  weapons?: NamedWeapon[] | undefined
  actors: RowActor[]
  casualties: RowCasualties[]
  claims?: Omit<Claim, 'sources'>[] | undefined
  sources: RowSource[]
  status?: Status | undefined
  /** In the words of the file: categories, labels. */
  tags: string[]
  /** The record itself, in files of this program that carry all of it; the other members say the same. */
  own?: OwnRecord | undefined
}

/** What became of a record. */
export type RowOutcome =
  | { ok: true; incident: RowIncident; flags: FlagCode[] }
  /** `column`: index of the column at fault, -1 where no single column is. */
  | { ok: false; code: RejectionCode; column: number }
