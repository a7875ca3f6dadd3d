import { createEngine, type Engine } from '../engine/engine.ts'
import { readColumns, readDictionaries, readTexts } from '../ingest/readPublished.ts'
import type { Filters, IncidentQuery } from '../query/incidentQuery.ts'
import type { IncidentResult } from '../query/incidentResult.ts'
import type { DatasetDescription, ExportFormat, IncidentDetails, Progress } from '../query/incidentSource.ts'
import type { Manifest } from '../query/manifest.ts'
import { detailsOf } from './details.ts'
import { exportFile } from './exportFile.ts'
import { fetchPublished } from './fetchPublished.ts'
import { createRecordPages } from './recordPages.ts'

/** A published data set in memory, on whichever thread. */
export interface OpenedDataset {
  describe(): DatasetDescription
  query(query: IncidentQuery): IncidentResult
  incident(id: string): Promise<IncidentDetails | undefined>
  exportFile(filters: Filters, format: ExportFormat): Promise<Blob>
  /** Resolves when titles, summaries and addresses can be searched and shown. */
  texts: Promise<void>
}

/**
 * Opens what filters and counts need; texts follow on their own.
 * @throws SourceError
 */
export async function openPublished(
  manifestUrl: string,
  manifest: Manifest,
  onProgress: (progress: Progress) => void,
): Promise<OpenedDataset> {
  const total = manifest.dictionaries.bytes + manifest.columns.bytes
  let done = 0
  const onBytes = (bytes: number) => {
    done += bytes
    onProgress({ stage: 'download', done: Math.min(done, total), total })
  }
  const [dictionaryBytes, columnBytes] = await Promise.all([
    fetchPublished(manifestUrl, manifest.dictionaries, onBytes),
    fetchPublished(manifestUrl, manifest.columns, onBytes),
  ])
  onProgress({ stage: 'decode', done: 0 })
  const dictionaries = readDictionaries(dictionaryBytes, manifest)
  const engine = createEngine(readColumns(columnBytes, manifest, dictionaries))
  const pages = createRecordPages(manifestUrl, manifest)
  return {
    describe: () => engine.describe(manifest.about),
    query: (query) => engine.answer(query),
    async incident(id) {
      const row = engine.rowOf(id)
      return row === undefined ? undefined : detailsOf(engine, row, await pages.record(row))
    },
    async exportFile(filters, format) {
      const incidents = []
      for (const row of engine.passing(filters)) incidents.push(await pages.record(row))
      return exportFile(format, incidents, dictionaries, manifest.about)
    },
    texts: addTexts(engine, manifestUrl, manifest),
  }
}

async function addTexts(engine: Engine, manifestUrl: string, manifest: Manifest): Promise<void> {
  engine.addTexts(readTexts(await fetchPublished(manifestUrl, manifest.texts), manifest))
}
