import type { ReadOptions } from './fileTable.ts'

/** Milliseconds of work after which other tasks, such as a message to cancel, get their turn. */
const SLICE_MS = 40

/** Called between steps of long work: reports progress, and waits for other tasks when a slice of time is used up. */
export type Pace = (share: number) => Promise<void>

/** A pace that rejects with the reason of the signal once that is aborted. */
export function createPace({ signal, onProgress }: ReadOptions): Pace {
  let since = performance.now()
  return async (share) => {
    signal?.throwIfAborted()
    if (performance.now() - since <= SLICE_MS) return
    onProgress?.(Math.min(1, share))
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
    signal?.throwIfAborted()
    since = performance.now()
  }
}
