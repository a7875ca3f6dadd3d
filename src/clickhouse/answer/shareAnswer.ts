import type { Abortable } from '../../query/incidentSource.ts'
import { untilAborted } from '../../query/untilAborted.ts'

/** An answer that is under way or there, for all that have asked for it. */
export interface SharedAnswer<Answer> {
  /** Waits for it. @throws the signal's reason as soon as it is aborted */
  wait(signal: AbortSignal | undefined): Promise<Answer>
  /** undefined as long as it is not there. */
  value(): Answer | undefined
}

/**
 * Asks, for whoever waits then: when the last that waits has left, the asking is ended.
 * @param forget called where the answer will not come: it has failed, or nobody waits for it any more
 */
export function shareAnswer<Answer>(
  ask: (options: Abortable) => Promise<Answer>,
  forget: () => void,
): SharedAnswer<Answer> {
  const end = new AbortController()
  const answer = ask({ signal: end.signal })
  let [waiting, isSettled] = [0, false]
  let value: Answer | undefined
  const settle = async () => {
    try {
      value = await answer
    } catch {
      forget()
    }
    isSettled = true
  }
  void settle()
  return {
    async wait(signal) {
      waiting += 1
      try {
        return await untilAborted(answer, signal)
      } finally {
        waiting -= 1
        if (waiting === 0 && !isSettled) {
          // First, so that who asks now asks anew.
          forget()
          end.abort()
        }
      }
    },
    value: () => value,
  }
}
