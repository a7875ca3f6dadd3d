import { SourceError } from '../query/incidentSource.ts'

/** How many calls may be under way at once. */
export interface GateLimits {
  /** Calls that are answered at the same time. */
  running: number
  /** Calls that wait for one of these to end. */
  waiting: number
  /** Calls of one client, both kinds together. */
  perClient: number
  /** How long a call waits at most. */
  waitSeconds: number
}

/** Lets a limited number of calls through at a time, in the order in which they came. */
export interface AnswerGate {
  /**
   * Resolves when the call may begin.
   * @param client whose limit the call counts against
   * @param signal ends the waiting
   * @returns to be called when the call has ended; further calls do nothing
   * @throws SourceError `busy` at once where a limit is reached, or after the longest wait; or the signal's reason
   */
  enter(client: string, signal: AbortSignal): Promise<() => void>
}

export function createGate({ running, waiting, perClient, waitSeconds }: GateLimits): AnswerGate {
  let free = running
  const queue = new Set<() => void>()
  const ofClient = new Map<string, number>()

  const count = (client: string, change: 1 | -1) => {
    const calls = (ofClient.get(client) ?? 0) + change
    if (calls > 0) ofClient.set(client, calls)
    else ofClient.delete(client)
  }
  const giveBack = () => {
    const [next] = queue
    if (next) {
      queue.delete(next)
      next()
    } else free += 1
  }

  return {
    async enter(client, signal) {
      signal.throwIfAborted()
      if ((ofClient.get(client) ?? 0) >= perClient || (free === 0 && queue.size >= waiting)) throw busy()
      count(client, 1)
      try {
        if (free > 0) free -= 1
        else await turn(queue, signal, waitSeconds)
      } catch (reason) {
        count(client, -1)
        throw reason
      }
      let isInside = true
      return () => {
        if (!isInside) return
        isInside = false
        count(client, -1)
        giveBack()
      }
    },
  }
}

/** Waits in the queue until the call's turn comes; a call that gives up has left the queue. */
function turn(queue: Set<() => void>, signal: AbortSignal, waitSeconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (reason?: Error) => {
      queue.delete(onTurn)
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      if (reason) reject(reason)
      else resolve()
    }
    const onTurn = () => settle()
    const onAbort = () => settle(signal.reason as Error)
    const timer = setTimeout(() => settle(busy()), waitSeconds * 1_000)
    signal.addEventListener('abort', onAbort)
    queue.add(onTurn)
  })
}

function busy(): SourceError {
  return new SourceError('busy', 'too many calls at once')
}
