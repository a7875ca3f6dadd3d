import { createEngine } from '../../engine/engine.ts'
import { byListColumn, listLayouts, type IncidentColumns } from '../../incidents/columns.ts'
import type { Manifest, PublishedFile } from '../../published/manifest.ts'
import { readDictionaries } from '../../published/readDictionaries.ts'
import { readColumns, readTexts } from '../../published/readPublished.ts'
import { mayBeReplaced } from '../../query/incidentSource.ts'
import type { Progress } from '../../query/incidentSource.ts'
import type { PublishedRef } from '../../query/sourceRef.ts'
import {
  createEmbeddedDataset,
  type EmbeddedDataset,
  type EmbeddedParts,
} from '../embedded/embeddedDataset.ts'
import { fetchManifest } from './fetchManifest.ts'
import { fetchPublished } from './fetchPublished.ts'
import { createRecordPages } from './recordPages.ts'

/** A data set as loaded, from which an engine can be made. */
export type LoadedDataset = Omit<EmbeddedParts, 'engine'> & { columns: IncidentColumns }

/** Opens a data set: see `loadPublished`. @throws SourceError */
export async function openPublished(
  ref: PublishedRef,
  onProgress: (progress: Progress) => void,
): Promise<EmbeddedDataset> {
  const { columns, ...parts } = await loadPublished(ref, onProgress)
  return createEmbeddedDataset({ ...parts, engine: createEngine(columns) })
}

/**
 * Reads what filters and counts need into memory. Titles and summaries follow by `loadTexts`, records when they are
 * asked for. Where the data set is replaced on its host while it is being read, the new version is opened.
 * @throws SourceError
 */
export async function loadPublished(
  { manifestUrl, version }: PublishedRef,
  onProgress: (progress: Progress) => void,
): Promise<LoadedDataset> {
  const manifest = await fetchManifest(manifestUrl, version)
  try {
    return await loadVersion(manifestUrl, manifest, onProgress)
  } catch (reason) {
    if (!mayBeReplaced(reason)) throw reason
    const latest = await fetchManifest(manifestUrl, null)
    if (latest.version === manifest.version) throw reason
    return loadVersion(manifestUrl, latest, onProgress)
  }
}

async function loadVersion(
  manifestUrl: string,
  manifest: Manifest,
  onProgress: (progress: Progress) => void,
): Promise<LoadedDataset> {
  const listFiles = listLayouts.flatMap(({ column }) => {
    const file = manifest.lists[column]
    return file ? [{ column, file }] : []
  })
  const files = [manifest.dictionaries, manifest.columns, ...listFiles.map(({ file }) => file)]
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let done = 0
  const onBytes = (bytes: number) => {
    done += bytes
    // A host that unpacks the files on the way transfers more bytes than the manifest names.
    onProgress({ stage: 'download', done: Math.min(done, total), total })
  }
  const fetched = (file: PublishedFile) => fetchPublished(manifestUrl, file, { onBytes })
  const [dictionaryBytes, columnBytes, listBytes] = await Promise.all([
    fetched(manifest.dictionaries),
    fetched(manifest.columns),
    Promise.all(listFiles.map(async ({ column, file }) => [column, await fetched(file)] as const)),
  ])
  onProgress({ stage: 'decode', done: 0 })
  const dictionaries = readDictionaries(dictionaryBytes, manifest)
  const itemsOfList = new Map(listBytes)
  const items = byListColumn(({ column }) => itemsOfList.get(column))
  return {
    columns: readColumns(columnBytes, items, manifest, dictionaries),
    about: manifest.about,
    version: manifest.version,
    dictionaries,
    records: createRecordPages(manifestUrl, manifest),
    readTexts: async () => readTexts(await fetchPublished(manifestUrl, manifest.texts), manifest),
    async latestVersion() {
      const { version, about } = await fetchManifest(manifestUrl, null)
      return { version, updated: about.updated }
    },
  }
}
