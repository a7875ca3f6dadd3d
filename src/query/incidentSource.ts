import type { DaySpan } from '../incidents/day.ts'
import type { Dictionaries } from '../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'
import type { Bounds } from '../incidents/place.ts'
import type { FacetId } from '../incidents/fields.ts'
import type { FacetPage, FacetPageRequest } from './facetPage.ts'
import type { Filters, IncidentQuery } from './incidentQuery.ts'
import type { FirstPart, IncidentResult, IncidentSummary } from './incidentResult.ts'

/** Extents, dictionaries and counts of a data set: constant while it is open. */
export interface DatasetContents {
  about: DatasetAbout
  /** Number of incidents. */
  incidents: number
  /** Number of source reports, summed over the incidents: a report that two incidents cite counts twice. */
  sources: number
  /** First and last day on which any incident may have happened; null for an empty data set. */
  days: DaySpan | null
  /** Bounding box of all incidents that the map draws; null where there are none. */
  bounds: Bounds | null
  /**
   * What the indices of answers stand for. Of a facet in `paged` it holds the entries that answers have named so far: its
   * lists grow, at their ends, before the answer that names a new entry is given.
   */
  dictionaries: Dictionaries
  /**
   * For each facet and each of its values: number of incidents that have the value, without any filter. A facet that
   * the data set lacks is absent, and one that is paged.
   */
  totals: Partial<Record<FacetId, Uint32Array>>
}

/** What a source says of its data set, and of which version that is. */
export interface DatasetDescription extends DatasetContents {
  /**
   * Facets with more values than a page can hold: answers leave them out, and `facetPage` gives their values. Absent
   * where every facet is counted whole.
   */
  paged?: readonly FacetId[] | undefined
  /** Identifies the content: two versions of a data set with different content have different strings. */
  version: string
}

/** A version of a data set, as it can be opened at the time of the call. */
export interface DatasetVersion {
  /** As in `DatasetDescription.version`. */
  version: string
  /** Day of the last update, YYYY-MM-DD. */
  updated: string
}

/** A full record, and what the incident's page shows beside it. */
export interface IncidentDetails {
  incident: Incident
  summary: IncidentSummary
  /** Related incidents in time order; ids that the data set lacks are left out. */
  related: IncidentSummary[]
}

/** Progress of one stage of opening a source. */
export interface Progress {
  stage: 'download' | 'decode' | 'index'
  /** In bytes as transferred (download) or in rows (index); 0 for decode. */
  done: number
  /** Same unit as `done`; undefined where it is not known. */
  total?: number | undefined
}

/** What may change while a source is open. Exactly one state holds at a time. */
export type SourceState =
  /** Everything is there: titles can be shown, and texts can be searched. */
  | { kind: 'ready' }
  /** Titles and summaries are being loaded or indexed; from the first such state on, titles can be shown. */
  | { kind: 'texts'; progress: Progress }
  /** Titles and summaries could not be loaded: everything but titles and text search works. */
  | { kind: 'textsFailed'; error: SourceError }
  /** The source has ended by itself and answers nothing more. Final; every open call has been rejected before. */
  | { kind: 'lost'; error: SourceError }

/** Formats that records can be exported in. `json`: the full records. */
export const exportFormats = ['csv', 'xlsx', 'geojson', 'geoparquet', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Asks for a file with the full records of all incidents that pass the filters, oldest first. */
export interface ExportRequest {
  filters: Filters
  format: ExportFormat
  /** Lines that a CSV file is to begin with, as comments, and that a Parquet file has as metadata. */
  notes?: readonly string[] | undefined
}

/** The next piece of an exported file; the file is the pieces in order. */
export interface ExportChunk {
  bytes: Uint8Array<ArrayBuffer>
  /** Records written so far, this piece included, and records in all. */
  done: number
  total: number
}

/** Ends a call early. The call then rejects with the signal's reason. */
export interface Abortable {
  signal?: AbortSignal | undefined
}

/**
 * The one interface between views and data, whatever holds the data. Every method that returns a promise rejects with
 * a SourceError, or with the signal's reason once the signal is aborted.
 */
export interface IncidentSource {
  /**
   * Opens the data set, once: call it first. Aborting it closes the source.
   * @param options.onProgress called while it loads
   */
  describe(
    options?: Abortable & { onProgress?: ((progress: Progress) => void) | undefined },
  ): Promise<DatasetDescription>
  /**
   * @param options.onPart called at most once, before the promise resolves, by a source that has counts, timeline and
   * cells earlier than facets and list. A source that answers at once does not call it.
   * @returns the whole answer
   */
  query(
    query: IncidentQuery,
    options?: Abortable & { onPart?: ((part: FirstPart) => void) | undefined },
  ): Promise<IncidentResult>
  /** Values of a facet with many; only sources that describe paged facets have it. */
  facetPage?(request: FacetPageRequest, options?: Abortable): Promise<FacetPage>
  /** @returns undefined where the data set has no incident with this id */
  incident(id: string, options?: Abortable): Promise<IncidentDetails | undefined>
  /**
   * The incidents that cite each of some URLs, in the order of the URLs; within one, oldest first. Different spellings
   * of a URL (`canonicalUrl`) are the same. Waits until titles and URLs have been loaded and indexed.
   */
  citing(urls: readonly string[], options?: Abortable): Promise<IncidentSummary[][]>
  /**
   * Writes the file piece by piece, each made only when it is asked for. Leaving the loop, or aborting the signal, ends
   * the export. The iteration throws as other methods reject.
   */
  export(request: ExportRequest, options?: Abortable): AsyncIterable<ExportChunk>
  /**
   * The version that can be opened now: another one than was described, where the data set has changed since.
   * Rejects with code `unsupported` where only a newer page can read it.
   */
  latestVersion(options?: Abortable): Promise<DatasetVersion>
  /**
   * Calls the listener with the present state, soon after this call, and then at each change.
   * @returns stops it
   */
  onState(listener: (state: SourceState) => void): () => void
  /** Frees everything. Open calls are rejected with code `lost`; no state is told any more. */
  close(): void
}

/** Why data could not be had; the texts for each are in i18n. */
export type SourceErrorCode =
  /** The host did not answer, or the machine is offline. */
  | 'unreachable'
  /** The host answers, but has no such file. */
  | 'missing'
  /** Fewer bytes arrived than the manifest names. */
  | 'truncated'
  /** The bytes are not those that the manifest names. */
  | 'altered'
  /** The bytes are not in the expected form. */
  | 'malformed'
  /** The data set is in a version of the form that this page does not read. */
  | 'unsupported'
  /** The page may not load from this address. */
  | 'refused'
  /** No answer within the time limit. */
  | 'timeout'
  /** The server has too much to do at present. */
  | 'busy'
  /** The server refuses to answer this: it asks for more than its limits allow. */
  | 'excessive'
  /** A part of the data cannot be reached at present; a count without it would be too small, so there is none. */
  | 'incomplete'
  /** The source has ended: its worker died, or it was closed. */
  | 'lost'
  /** A defect in our own code. */
  | 'internal'

/** Why data could not be had. `message` is for developers: never shown alone. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly code: SourceErrorCode
  /** Name or address of the file at fault, if any. */
  readonly file: string | undefined

  constructor(code: SourceErrorCode, detail: string, file?: string) {
    super(detail)
    this.code = code
    this.file = file
  }
}

/** The reason itself where it is a SourceError; else one with code `internal`. */
export function asSourceError(reason: unknown): SourceError {
  return reason instanceof SourceError ? reason : new SourceError('internal', String(reason))
}

const codesOfReplacedFiles: readonly SourceErrorCode[] = ['missing', 'truncated', 'altered', 'malformed']

/** Whether a file may have failed because a newer version of the data set has replaced it on its host. */
export function mayBeReplaced(reason: unknown): boolean {
  return reason instanceof SourceError && codesOfReplacedFiles.includes(reason.code)
}
