import { byListColumn, listLayouts } from '../../incidents/columns.ts'
import { createEngine } from '../../engine/engine.ts'
import { readDictionaries } from '../../published/readDictionaries.ts'
import { readColumns, readTexts } from '../../published/readPublished.ts'
import type { Progress } from '../../query/incidentSource.ts'
import type { Manifest, PublishedFile } from '../../published/manifest.ts'
import { createDatasetAnswers, type DatasetAnswers } from './datasetAnswers.ts'
import { fetchPublished } from './fetchPublished.ts'
import { inSlices } from './inSlices.ts'
import { createRecordPages } from './recordPages.ts'

/** A published data set in memory, on whichever thread. */
export interface OpenedDataset extends DatasetAnswers {
  /** Resolves when titles, summaries and addresses can be searched; they are shown from the first progress on. */
  texts(onProgress: (progress: Progress) => void): Promise<void>
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
  const listFiles = listLayouts.flatMap(({ column }) => {
    const file = manifest.lists[column]
    return file ? [{ column, file }] : []
  })
  const files = [manifest.dictionaries, manifest.columns, ...listFiles.map(({ file }) => file)]
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  const onBytes = (bytes: number) => {
    done += bytes
    onProgress({ stage: 'download', done: Math.min(done, total), total })
  }
  const fetched = (file: PublishedFile) => fetchPublished(manifestUrl, file, onBytes)
  const [dictionaryBytes, columnBytes, listBytes] = await Promise.all([
    fetched(manifest.dictionaries),
    fetched(manifest.columns),
    Promise.all(listFiles.map(async ({ column, file }) => [column, await fetched(file)] as const)),
  ])
  onProgress({ stage: 'decode', done: 0 })
  const dictionaries = readDictionaries(dictionaryBytes, manifest)
  const items = new Map(listBytes)
  const engine = createEngine(
    readColumns(
      columnBytes,
      byListColumn(({ column }) => items.get(column)),
      manifest,
      dictionaries,
    ),
  )
  const pages = createRecordPages(manifestUrl, manifest)
  return {
    ...createDatasetAnswers(engine, manifest.about, dictionaries, pages.record),
    async texts(onTexts) {
      const texts = readTexts(await fetchPublished(manifestUrl, manifest.texts), manifest)
      await inSlices(engine.addTexts(texts), (indexed) =>
        onTexts({ stage: 'index', done: indexed, total: texts.rows }),
      )
    },
  }
}
