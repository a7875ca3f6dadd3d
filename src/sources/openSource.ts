import type { IncidentSource } from '../query/incidentSource.ts'
import type { SourceRef } from '../query/sourceRef.ts'
import { createLaterSource } from './laterSource.ts'
import { createWorkerSource } from './embedded/workerSource.ts'

/**
 * Opens a data set of any kind. The source begins to load when it is first asked to describe itself.
 *
 * A published data set is opened in a worker of its own, files in the worker that has read them. A server
 * answers by itself: the code that asks it is loaded when it is first asked.
 */
export function openSource(ref: SourceRef): IncidentSource {
  switch (ref.kind) {
    case 'published':
      return createWorkerSource(ref)
    case 'files':
      return ref.files.open(ref.besideManifest)
    case 'server':
      return createLaterSource(async () => (await import('./server/serverSource.ts')).createServerSource(ref))
  }
}
