import type { IncidentSource } from '../query/incidentSource.ts'

/**
 * Resolves when titles have loaded, or cannot be loaded.
 * @throws the signal's reason when aborted
 */
export function textsReady(source: Pick<IncidentSource, 'onState'>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    // The listener may be called before `onState` has returned the function that stops it.
    const ended = new AbortController()
    const stop = source.onState(({ kind }) => {
      if (kind === 'texts') return
      ended.abort()
      resolve()
    })
    if (ended.signal.aborted) stop()
    else ended.signal.addEventListener('abort', stop, { once: true })
    const abort = () => {
      ended.abort()
      reject(signal.reason as Error)
    }
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true, signal: ended.signal })
  })
}
