import type { IncidentQuery } from '../../query/incidentQuery.ts'
import type { IncidentResult } from '../../query/incidentResult.ts'
import type {
  DatasetDescription,
  DatasetVersion,
  ExportChunk,
  ExportRequest,
  IncidentDetails,
  Progress,
  SourceState,
} from '../../query/incidentSource.ts'
import type { SourceRef } from '../../query/sourceRef.ts'
import type { Failure } from './failure.ts'

/** What the page asks of the worker. */
export type Question =
  | { kind: 'open'; ref: SourceRef }
  | { kind: 'query'; query: IncidentQuery }
  | { kind: 'incident'; incidentId: string }
  | { kind: 'latestVersion' }
  /** The next chunk of an export; the first question with an `exportId` begins it. */
  | { kind: 'exportChunk'; exportId: number; request: ExportRequest }
  /** Ends an export early. */
  | { kind: 'endExport'; exportId: number }

/** A question with an id, which its answer repeats. */
export type Request = Question & { id: number }

/** What the question of each kind is answered with. */
export interface Answers {
  open: DatasetDescription
  query: IncidentResult
  incident: IncidentDetails | undefined
  latestVersion: DatasetVersion
  /** undefined after the last chunk. */
  exportChunk: ExportChunk | undefined
  endExport: undefined
}

/** A state that the worker itself can tell of, as plain data. */
export type WorkerState =
  Extract<SourceState, { kind: 'ready' | 'texts' }> | { kind: 'textsFailed'; failure: Failure }

/** What the worker says. */
export type Reply =
  /** It holds the lock of its own name until it ends: see workerLife.ts. */
  | { kind: 'alive' }
  | { kind: 'answer'; id: number; value: Answers[keyof Answers] }
  | { kind: 'failure'; id: number; failure: Failure }
  | { kind: 'progress'; id: number; progress: Progress }
  | { kind: 'state'; state: WorkerState }
