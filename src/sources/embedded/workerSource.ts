import { SourceError, type IncidentSource, type SourceState } from '../../query/incidentSource.ts'
import type { SourceRef } from '../../query/sourceRef.ts'
import { createStateSignal } from '../stateSignal.ts'
import { errorOf } from './failure.ts'
import type { WorkerState } from './messages.ts'
import { WorkerLink } from './workerLink.ts'

/** A data set that the embedded engine holds, in a worker of its own. Its answers are whole and exact. */
export function createWorkerSource(ref: SourceRef): IncidentSource {
  const signal = createStateSignal({ kind: 'texts', progress: { stage: 'download', done: 0 } })
  const link = new WorkerLink({
    onState: (state) => signal.tell(sourceState(state)),
    onLost: (error) => signal.tell({ kind: 'lost', error }),
  })
  let exports = 0
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
    query: (query, options) => link.ask({ kind: 'query', query }, options),
    incident: (incidentId, options) => link.ask({ kind: 'incident', incidentId }, options),
    latestVersion: (options) => link.ask({ kind: 'latestVersion' }, options),
    async *export(request, options) {
      exports += 1
      const exportId = exports
      const next = () => link.ask({ kind: 'exportChunk', exportId, request }, options)
      let isComplete = false
      try {
        for (let chunk = await next(); chunk; chunk = await next()) yield chunk
        isComplete = true
      } finally {
        if (!isComplete) link.ask({ kind: 'endExport', exportId }).catch(() => {})
      }
    },
    onState: signal.onState,
    close,
  }
}

function sourceState(state: WorkerState): SourceState {
  return state.kind === 'textsFailed' ? { kind: 'textsFailed', error: errorOf(state.failure) } : state
}
