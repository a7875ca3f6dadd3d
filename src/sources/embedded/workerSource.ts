import { SourceError, type IncidentSource } from '../../query/incidentSource.ts'
import type { PublishedRef } from '../../query/sourceRef.ts'
import { createStateSignal } from '../stateSignal.ts'
import { answersOver, sourceState } from './answersOver.ts'
import { WorkerLink } from './workerLink.ts'

function startIncidentWorker(name: string): Worker {
  return new Worker(new URL('./incidentWorker.ts', import.meta.url), { type: 'module', name })
}

/** A data set that the embedded engine holds, in a worker of its own. Its answers are whole and exact. */
export function createWorkerSource(ref: PublishedRef): IncidentSource {
  const signal = createStateSignal({ kind: 'texts', progress: { stage: 'download', done: 0 } })
  const link = new WorkerLink(startIncidentWorker, {
    onState: (state) => signal.tell(sourceState(state)),
    onLost: (error) => signal.tell({ kind: 'lost', error }),
  })
  const close = () => {
    signal.stop()
    link.end(new SourceError('lost', 'the source was closed'))
  }

  return {
    async describe({ signal: abort, onProgress } = {}) {
      try {
        return await link.ask({ kind: 'open', ref }, { signal: abort, onProgress })
      } catch (reason) {
        // Nobody awaits it any more: what it still downloads would be for nothing.
        if (abort?.aborted) close()
        throw reason
      }
    },
    ...answersOver((question, options) => link.ask(question, options)),
    onState: signal.onState,
    close,
  }
}
