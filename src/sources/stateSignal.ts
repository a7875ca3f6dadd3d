import type { SourceState } from '../query/incidentSource.ts'

/** Holds the state of a source, and tells it to those who listen: see `IncidentSource.onState`. */
export interface StateSignal {
  tell(state: SourceState): void
  onState(listener: (state: SourceState) => void): () => void
  /** Tells nothing any more, to anyone. */
  stop(): void
}

/** @param initial state that a first listener is told at once */
export function createStateSignal(initial: SourceState): StateSignal {
  const listeners = new Set<(state: SourceState) => void>()
  let present = initial
  return {
    tell(state) {
      present = state
      for (const listener of listeners) listener(state)
    },
    onState(listener) {
      listeners.add(listener)
      // Not before the caller holds the function that stops it.
      queueMicrotask(() => {
        if (listeners.has(listener)) listener(present)
      })
      return () => listeners.delete(listener)
    },
    stop: () => listeners.clear(),
  }
}
