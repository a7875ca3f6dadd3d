import { createEngine } from '../../engine/engine.ts'
import type { ImportedDataset } from '../../ingest/importFiles.ts'
import type { Progress } from '../../query/incidentSource.ts'
import {
  createEmbeddedDataset,
  type EmbeddedDataset,
  type RecordReader,
} from '../embedded/embeddedDataset.ts'
import { openBeside } from './besidePublished.ts'

/**
 * What was read from files, as a data set.
 * @param version of the data set
 * @param besideManifest as in `FileImport.open`
 * @throws SourceError where the published data set cannot be loaded
 */
export async function openImported(
  imported: ImportedDataset,
  version: string,
  besideManifest: string | null,
  onProgress: (progress: Progress) => void,
): Promise<EmbeddedDataset> {
  return besideManifest === null
    ? openAlone(imported, version)
    : openBeside(imported, version, besideManifest, onProgress)
}

function openAlone(imported: ImportedDataset, version: string): EmbeddedDataset {
  const { about, columns } = imported
  return createEmbeddedDataset({
    engine: createEngine(columns.columns),
    about,
    version,
    dictionaries: columns.columns.dictionaries,
    records: recordsOf(imported),
    readTexts: () => Promise.resolve(columns.texts),
    latestVersion: () => Promise.resolve({ version, updated: about.updated }),
  })
}

/** Records read together for an export. */
const GROUP = 500

function recordsOf(imported: Pick<ImportedDataset, 'record'>): RecordReader {
  return {
    record: (row) => Promise.resolve(imported.record(row)),
    async *recordsInOrder(rows, signal) {
      for (let start = 0; start < rows.length; start += GROUP) {
        signal.throwIfAborted()
        yield rows.slice(start, start + GROUP).map((row) => imported.record(row))
        // Lets the worker hear that the export was ended.
        await new Promise((resolve) => setTimeout(resolve))
      }
    },
  }
}
