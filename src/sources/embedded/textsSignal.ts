import type { TextsState } from '../../query/incidentSource.ts'

/** Tells how far texts have come, or that they failed: now, and to those who listen only later. */
export interface TextsSignal {
  tell(state: TextsState): void
  listen(listener: (state: TextsState) => void): () => void
}

export function createTextsSignal(): TextsSignal {
  const listeners = new Set<(state: TextsState) => void>()
  let told: TextsState | undefined
  return {
    tell(state) {
      told = state
      for (const listener of listeners) listener(state)
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
