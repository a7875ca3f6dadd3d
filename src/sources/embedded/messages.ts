import type { Manifest } from '../../published/manifest.ts'
import type { Filters, IncidentQuery } from '../../query/incidentQuery.ts'
import type { IncidentResult } from '../../query/incidentResult.ts'
import type {
  DatasetDescription,
  ExportFormat,
  IncidentDetails,
  Progress,
} from '../../query/incidentSource.ts'
import type { Failure } from './failure.ts'

/** What the page asks of the worker; each question has an id, which its answer repeats. */
export type Request = { id: number } & (
  | { kind: 'open'; manifestUrl: string; manifest: Manifest }
  | { kind: 'query'; query: IncidentQuery }
  | { kind: 'incident'; incidentId: string }
  | { kind: 'export'; filters: Filters; format: ExportFormat }
)

/** What a question of each kind is answered with. */
export interface Answers {
  open: DatasetDescription
  query: IncidentResult
  incident: IncidentDetails | undefined
  export: Blob
}

/** What the worker says. */
export type Reply =
  /** It holds the lock of its name, and will until it ends. */
  | { kind: 'alive' }
  | { kind: 'answer'; id: number; value: Answers[keyof Answers] }
  | { kind: 'failure'; id: number; failure: Failure }
  | { kind: 'progress'; id: number; progress: Progress }
  /** How far the texts have come, or that they failed. */
  | { kind: 'texts'; state: Progress | 'ready' | { failure: Failure } }
