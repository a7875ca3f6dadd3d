import type { IncidentSource, SourceState } from '../../query/incidentSource.ts'
import { errorOf } from './failure.ts'
import type { WorkerState } from './messages.ts'
import type { Ask } from './workerLink.ts'

/** The methods of a source that ask about the open data set. @param ask asks the worker that holds it */
export function answersOver(
  ask: Ask,
): Pick<IncidentSource, 'query' | 'incident' | 'citing' | 'latestVersion' | 'export'> {
  let exports = 0
  return {
    query: (query, options) => ask({ kind: 'query', query }, options),
    incident: (incidentId, options) => ask({ kind: 'incident', incidentId }, options),
    citing: (urls, options) => ask({ kind: 'citing', urls }, options),
    latestVersion: (options) => ask({ kind: 'latestVersion' }, options),
    async *export(request, options) {
      exports += 1
      const exportId = exports
      const next = () => ask({ kind: 'exportChunk', exportId, request }, options)
      let isComplete = false
      try {
        for (let chunk = await next(); chunk; chunk = await next()) yield chunk
        isComplete = true
      } finally {
        if (!isComplete) ask({ kind: 'endExport', exportId }).catch(() => {})
      }
    },
  }
}

/** A state as the worker tells it, as a state of its source. */
export function sourceState(state: WorkerState): SourceState {
  return state.kind === 'textsFailed' ? { kind: 'textsFailed', error: errorOf(state.failure) } : state
}
