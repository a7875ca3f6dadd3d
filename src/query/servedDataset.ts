import type { Actor, Place, Publisher } from '../incidents/incident.ts'
import type { Dictionaries } from '../incidents/columns.ts'
import type { FacetPage, FacetPageRequest } from './facetPage.ts'
import type { IncidentQuery } from './incidentQuery.ts'
import type { FirstPart, IncidentResult, IncidentSummary } from './incidentResult.ts'
import type {
  Abortable,
  DatasetDescription,
  DatasetVersion,
  ExportChunk,
  ExportRequest,
  IncidentDetails,
  SourceErrorCode,
} from './incidentSource.ts'

/*
 * What a server answers over HTTP, for `sources/server` on the page's side. Indices are those of the server's
 * dictionaries, which keep their meaning in every later version of the base.
 */

/** Entries of the server's dictionaries by their indices: all that an answer names, with the ancestors of places. */
export interface NamedEntries {
  actors: [index: number, entry: Actor][]
  places: [index: number, entry: Place][]
  publishers: [index: number, entry: Publisher][]
  tags: [index: number, id: string][]
}

/** An answer, and what its indices stand for. */
export interface Named<Answer> {
  answer: Answer
  named: NamedEntries
}

/** Dictionaries with up to this many entries are sent whole with the description; facets of longer ones are paged. */
export const WHOLE_DICTIONARY = 2_000

/** Typed arrays as JSON has them. */
type Plain<T> = T extends Int32Array | Uint32Array
  ? number[]
  : T extends object
    ? { [Key in keyof T]: Plain<T[Key]> }
    : T

export type PlainResult = Plain<IncidentResult>
export type PlainPart = Plain<FirstPart>

export interface ServedDescription extends Plain<Omit<DatasetDescription, 'dictionaries'>> {
  /** Whole dictionaries in the order of their indices; of paged facets []. */
  dictionaries: Dictionaries
}

/** A call about one version of the base, as `DatasetDescription.version` names it. */
interface OfVersion extends Abortable {
  version: string
}

/**
 * A base that a server serves. Every call rejects with a SourceError, or with the signal's reason; `missing` says that
 * there is no such version any more.
 */
export interface ServedDataset {
  /** @param options.version null for the latest; the latest too where there is none such */
  describe(options: Abortable & { version: string | null }): Promise<ServedDescription>
  /** @param options.onPart called at most once, with what a sample says, before the promise resolves */
  query(
    query: IncidentQuery,
    options: OfVersion & { onPart?: ((part: Named<PlainPart>) => void) | undefined },
  ): Promise<Named<PlainResult>>
  facetPage(request: FacetPageRequest, options: OfVersion): Promise<Named<FacetPage>>
  incident(id: string, options: OfVersion): Promise<Named<IncidentDetails> | undefined>
  citing(urls: readonly string[], options: OfVersion): Promise<Named<IncidentSummary[][]>>
  export(request: ExportRequest, options: OfVersion): AsyncIterable<ExportChunk>
  latestVersion(options?: Abortable): Promise<DatasetVersion>
}

/** Paths of the server, relative to its base URL. `version` and `description` are GET, the others POST with JSON. */
export const serverPaths = {
  /** DatasetVersion */
  version: 'api/version',
  /** ServedDescription; `?version=` */
  description: 'api/description',
  /** `{ version, query }`, answered by lines of JSON: QueryLine */
  query: 'api/query',
  /** `{ version, request }`, answered by Named<FacetPage> */
  facetPage: 'api/facet-page',
  /** `{ version, id }`, answered by Named<IncidentDetails>, or 404 */
  incident: 'api/incident',
  /** `{ version, urls }`, answered by Named<IncidentSummary[][]> */
  citing: 'api/citing',
  /** `{ version, request }`, answered by the bytes of the file; header `incidents-total` has the number of records */
  export: 'api/export',
} as const

/** A line of the answer to a query: at most one part, then the whole answer or an error. */
export type QueryLine =
  | { kind: 'part'; part: Named<PlainPart> }
  | { kind: 'whole'; whole: Named<PlainResult> }
  | { kind: 'error'; error: ServedError }

/** Body of every answer that is no success. */
export interface ServedError {
  code: SourceErrorCode
  /** For developers, in English: never a query or its values. */
  detail: string
}
