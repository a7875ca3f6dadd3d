import type { IncidentSource } from '../query/incidentSource.ts'

/**
 * Waits until titles can be shown and searched, or it is known that they never will be.
 * @throws the signal's reason when aborted
 */
export function textsReady(source: Pick<IncidentSource, 'onState'>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    // Aborted when there is nothing more to wait for; a listener may be called before `stop` is known.
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
