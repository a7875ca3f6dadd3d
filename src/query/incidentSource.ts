import type { DaySpan } from '../incidents/day.ts'
import type { Dictionaries } from '../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'
import type { Bounds } from '../incidents/place.ts'
import type { FacetId } from '../incidents/fields.ts'
import type { Filters, IncidentQuery } from './incidentQuery.ts'
import type { IncidentResult, IncidentSummary } from './incidentResult.ts'

/** The extents, dictionaries and counts of a data set: what never changes while it is open. */
export interface DatasetDescription {
  about: DatasetAbout
  incidents: number
  /** Sources in all, each counted once a incident that cites it. */
  sources: number
  /** First and last day on which anything may have happened; null for an empty data set. */
  days: DaySpan | null
  /** Where its incidents lie, those known only to their country apart; null where none has a place. */
  bounds: Bounds | null
  dictionaries: Dictionaries
  /** For each facet, incidents that have the value, without any filter; a facet that the data set lacks is absent. */
  totals: Partial<Record<FacetId, Uint32Array>>
}

/** A full record with what its page shows beside it. */
export interface IncidentDetails {
  incident: Incident
  summary: IncidentSummary
  /** In time order; those that the data set lacks are left out. */
  related: IncidentSummary[]
}

/** How far opening has come; bytes after decompression are not counted. */
export interface Progress {
  stage: 'download' | 'decode' | 'index'
  done: number
  /** undefined where it cannot be known. */
  total?: number | undefined
}

/**
 * The one seam between views and data: an embedded engine, in a worker or not, or some day a server.
 * Each method rejects with a SourceError, or with the signal's reason when aborted.
 */
export interface IncidentSource {
  describe(options?: {
    signal?: AbortSignal
    onProgress?: (progress: Progress) => void
  }): Promise<DatasetDescription>
  query(query: IncidentQuery): Promise<IncidentResult>
  /** undefined where the data set has no such incident. */
  incident(id: string): Promise<IncidentDetails | undefined>
  /** A file of the full records that pass the filters, oldest first. */
  exportFile(filters: Filters, format: ExportFormat): Promise<Blob>
  /** Called as texts come in, and at once with how far they have come: what lacked them can be asked again. */
  onTexts(listener: (state: TextsState) => void): () => void
  /** Called when the source is lost for good; every open call has been rejected by then. */
  onLost(listener: (error: SourceError) => void): () => void
  /** Gives everything back; no call may follow. */
  close(): void
}

/** With the first progress texts can be shown, and when they are ready also searched. */
export type TextsState = Progress | 'ready' | SourceError

export type ExportFormat = 'csv' | 'geojson'

export type SourceErrorCode =
  /** The host did not answer, or the machine is offline. */
  | 'unreachable'
  /** The host answers, but has no such file. */
  | 'missing'
  /** Fewer bytes came than the manifest names. */
  | 'truncated'
  /** The bytes are not those that the manifest names. */
  | 'altered'
  /** The bytes are not in the form that they should be. */
  | 'malformed'
  /** Made for another version of the form. */
  | 'unsupported'
  /** The address is not one that this page may load from. */
  | 'refused'
  /** The worker died. */
  | 'lost'
  /** A defect of ours. */
  | 'internal'

/** Why data could not be had. `detail` is for developers: never shown alone. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
  readonly code: SourceErrorCode
  /** File name or address at fault, if any. */
  readonly file: string | undefined

  constructor(code: SourceErrorCode, detail: string, file?: string) {
    super(detail)
    this.code = code
    this.file = file
  }
}
