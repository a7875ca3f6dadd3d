import { setMaxListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { SourceError } from '../query/incidentSource.ts'

/** Ends one call: when its client goes away, when its time is up, or when the server stops. */
export interface CallSignal {
  signal: AbortSignal
  /** Lets the time begin anew. */
  restart(): void
  /** Lets another time begin, until `restart`. @param idleSeconds after which the call is aborted: while the client reads */
  pause(idleSeconds: number): void
  /** Forgets the call: nothing aborts it any more. */
  end(): void
}

/** Reason of a signal whose client has closed its connection: nobody hears the answer. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone'
}

/**
 * @param response of the call
 * @param seconds after which it is aborted with a SourceError `timeout`
 * @param stopping aborted when the server no longer waits for its calls
 */
export function callSignal(response: ServerResponse, seconds: number, stopping: AbortSignal): CallSignal {
  const controller = new AbortController()
  // Each statement of an answer listens: Node takes more than ten for a leak.
  setMaxListeners(0, controller.signal)
  const onTime = () => controller.abort(new SourceError('timeout', 'no answer within the time limit'))
  const onClose = () => {
    if (!response.writableFinished) controller.abort(new ClientGone('the client has gone'))
  }
  const onStop = () => controller.abort(stopping.reason)
  let timer = setTimeout(onTime, seconds * 1_000)
  const begin = (limit: number) => {
    clearTimeout(timer)
    timer = setTimeout(onTime, limit * 1_000)
  }
  response.once('close', onClose)
  stopping.addEventListener('abort', onStop)
  if (stopping.aborted) onStop()
  if (response.destroyed) onClose()
  return {
    signal: controller.signal,
    restart: () => begin(seconds),
    pause: begin,
    end() {
      clearTimeout(timer)
      response.off('close', onClose)
      stopping.removeEventListener('abort', onStop)
    },
  }
}
