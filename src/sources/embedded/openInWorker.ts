import type { Progress } from '../../query/incidentSource.ts'
import type { SourceRef } from '../../query/sourceRef.ts'
import { openPublished } from '../published/openPublished.ts'
import type { EmbeddedDataset } from './embeddedDataset.ts'

/**
 * Reads a data set of any kind that the embedded engine can hold into memory.
 * @throws SourceError
 */
export function openInWorker(
  ref: SourceRef,
  onProgress: (progress: Progress) => void,
): Promise<EmbeddedDataset> {
  switch (ref.kind) {
    case 'published':
      return openPublished(ref, onProgress)
  }
}
