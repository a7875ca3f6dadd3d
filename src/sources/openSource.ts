import type { IncidentSource } from '../query/incidentSource.ts'
import type { SourceRef } from '../query/sourceRef.ts'
import { createWorkerSource } from './embedded/workerSource.ts'

/**
 * Opens a data set of any kind. The source begins to load when it is first asked to describe itself.
 *
 * A published data set is opened in a worker of its own, files in the worker that has read them; a kind that answers by
 * itself, as a server does, returns a source of its own here.
 */
export function openSource(ref: SourceRef): IncidentSource {
  switch (ref.kind) {
    case 'published':
      return createWorkerSource(ref)
    case 'files':
      return ref.files.open(ref.besideManifest)
  }
}
