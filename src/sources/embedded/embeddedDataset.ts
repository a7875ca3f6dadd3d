import type { Engine } from '../../engine/engine.ts'
import { exportChunks } from '../../export/exportChunks.ts'
import { writerOf } from '../../export/writerOf.ts'
import type { Dictionaries, IncidentTexts } from '../../incidents/columns.ts'
import type { DatasetAbout, Incident } from '../../incidents/incident.ts'
import { canonicalUrl } from '../../incidents/sourceUrl.ts'
import type { IncidentQuery } from '../../query/incidentQuery.ts'
import type { IncidentResult, IncidentSummary } from '../../query/incidentResult.ts'
import type {
  DatasetDescription,
  DatasetVersion,
  ExportChunk,
  ExportRequest,
  IncidentDetails,
  Progress,
} from '../../query/incidentSource.ts'
import { laterCode } from '../laterCode.ts'
import { detailsOf } from './details.ts'
import { inSlices } from './inSlices.ts'

/** Reads full records by row. Rejects with a SourceError. */
export interface RecordReader {
  record(row: number): Promise<Incident>
  /**
   * The records of the rows, in order, in groups as they are stored; each group is read once and not kept.
   * @param rows ascending
   */
  recordsInOrder(rows: readonly number[], signal: AbortSignal): AsyncIterable<Incident[]>
}

/** A data set in memory, and how the rest of it is read. */
export interface EmbeddedParts {
  /** Over the columns of the data set. */
  engine: Engine
  about: DatasetAbout
  /** As in `DatasetDescription.version`. */
  version: string
  dictionaries: Dictionaries
  records: RecordReader
  readTexts(): Promise<IncidentTexts>
  latestVersion(): Promise<DatasetVersion>
}

/** What a data set in memory answers: as an IncidentSource, but on its own thread. */
export interface EmbeddedDataset {
  describe(): DatasetDescription
  query(query: IncidentQuery): IncidentResult
  incident(id: string): Promise<IncidentDetails | undefined>
  /** Waits for `loadTexts`, which must have been called. Rejects as it does. */
  citing(urls: readonly string[]): Promise<IncidentSummary[][]>
  export(request: ExportRequest, signal: AbortSignal): AsyncGenerator<ExportChunk, void>
  latestVersion(): Promise<DatasetVersion>
  /**
   * Loads and indexes titles and summaries. Resolves when they can be searched.
   * @param onProgress from the first call on, titles can be shown
   */
  loadTexts(onProgress: (progress: Progress) => void): Promise<void>
}

/** Answers everything that is asked of one data set from an engine on this thread. */
export function createEmbeddedDataset({
  engine,
  about,
  version,
  dictionaries,
  records,
  readTexts,
  latestVersion,
}: EmbeddedParts): EmbeddedDataset {
  let texts = Promise.resolve()
  const loadTexts = async (onProgress: (progress: Progress) => void) => {
    const read = await readTexts()
    await inSlices(engine.addTexts(read), (done) => onProgress({ stage: 'index', done, total: read.rows }))
  }
  return {
    describe: () => ({ ...engine.describe(about), version }),
    query: (query) => engine.answer(query),
    async incident(id) {
      const row = engine.rowOf(id)
      return row === undefined ? undefined : detailsOf(engine, row, await records.record(row))
    },
    async citing(urls) {
      await texts
      return urls.map((url) => {
        const canonical = canonicalUrl(url)
        return canonical === undefined
          ? []
          : Array.from(engine.citing(canonical), (row) => engine.summary(row))
      })
    },
    async *export({ filters, format, notes = [] }, signal) {
      const rows = engine.passing(filters)
      const groups = records.recordsInOrder(rows, signal)
      const write = await laterCode(() => writerOf(format))
      yield* exportChunks(write, groups, rows.length, { dictionaries, about, notes })
    },
    latestVersion,
    loadTexts(onProgress) {
      texts = loadTexts(onProgress)
      return texts
    },
  }
}
