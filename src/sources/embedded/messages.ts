import type { IncidentQuery } from '../../query/incidentQuery.ts'
import type { ImportChoices, ImportProgress, ImportReport, RejectionCode } from '../../query/importReport.ts'
import type { IncidentResult, IncidentSummary } from '../../query/incidentResult.ts'
import type {
  DatasetDescription,
  DatasetVersion,
  ExportChunk,
  ExportRequest,
  IncidentDetails,
  Progress,
  SourceState,
} from '../../query/incidentSource.ts'
import type { PublishedRef } from '../../query/sourceRef.ts'
import type { Failure } from './failure.ts'

/** What the page asks of the worker. */
export type Question = OpeningQuestion | DatasetQuestion

/** What is asked of the data set that is open. */
export type DatasetQuestion =
  | { kind: 'query'; query: IncidentQuery }
  | { kind: 'incident'; incidentId: string }
  | { kind: 'citing'; urls: readonly string[] }
  | { kind: 'latestVersion' }
  /** The next chunk of an export; the first question with an `exportId` begins it. */
  | { kind: 'exportChunk'; exportId: number; request: ExportRequest }
  /** Ends an export early. */
  | { kind: 'endExport'; exportId: number }

/** What leads to an open data set: of a worker for a published one, or of one for files. */
export type OpeningQuestion =
  | { kind: 'open'; ref: PublishedRef }
  /** Reports what files hold: those that are given, or where there are none those that were given before. */
  | { kind: 'importFiles'; given: GivenFiles | null; choices: ImportChoices }
  /** Ends the reading of files, or the making of a report, that is under way. */
  | { kind: 'endImport' }
  | { kind: 'rejectedRows'; table: string; reasons: Readonly<Record<RejectionCode, string>> }
  /** Opens what was reported last as the data set. */
  | { kind: 'openFiles'; besideManifest: string | null }

/** Files, and where the gazetteer is: an absolute URL. */
export interface GivenFiles {
  files: readonly File[]
  gazetteerUrl: string
}

/** A question with an id, which its answer repeats. */
export type Request = Question & { id: number }

/** What the question of each kind is answered with. */
export interface Answers {
  open: DatasetDescription
  query: IncidentResult
  incident: IncidentDetails | undefined
  /** For each URL the incidents that cite it. */
  citing: IncidentSummary[][]
  latestVersion: DatasetVersion
  /** undefined after the last chunk. */
  exportChunk: ExportChunk | undefined
  endExport: undefined
  importFiles: ImportReport
  endImport: undefined
  rejectedRows: Blob
  openFiles: DatasetDescription
}

/** The progress that is told of questions of a kind. */
export type ProgressOf<Kind extends Question['kind']> = Kind extends 'importFiles' ? ImportProgress : Progress

/** A state that the worker itself can tell of, as plain data. */
export type WorkerState =
  Extract<SourceState, { kind: 'ready' | 'texts' }> | { kind: 'textsFailed'; failure: Failure }

/** What the worker says. */
export type Reply =
  /** It holds the lock of its own name until it ends: see workerLife.ts. */
  | { kind: 'alive' }
  | { kind: 'answer'; id: number; value: Answers[keyof Answers] }
  | { kind: 'failure'; id: number; failure: Failure }
  | { kind: 'progress'; id: number; progress: Progress | ImportProgress }
  | { kind: 'state'; state: WorkerState }
