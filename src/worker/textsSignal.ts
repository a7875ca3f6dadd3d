import type { SourceError } from '../query/incidentSource.ts'

type Outcome = 'ready' | SourceError

/** Tells that texts came or failed: now, and to those who listen only later. */
export interface TextsSignal {
  tell(outcome: Outcome): void
  listen(listener: (outcome: Outcome) => void): () => void
}

export function createTextsSignal(): TextsSignal {
  const listeners = new Set<(outcome: Outcome) => void>()
  let told: Outcome | undefined
  return {
    tell(outcome) {
      told = outcome
      for (const listener of listeners) listener(outcome)
    },
    listen(listener) {
      const earlier = told
      listeners.add(listener)
      // After the caller has what it needs to stop listening.
      if (earlier !== undefined)
        queueMicrotask(() => {
          if (listeners.has(listener)) listener(earlier)
        })
      return () => listeners.delete(listener)
    },
  }
}
