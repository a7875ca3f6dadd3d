import type { ReadOptions } from './fileTable.ts'

/** Milliseconds of work after which other tasks, such as a message to cancel, get their turn. */
const SLICE_MS = 40

/**
 * Runs a reader to its end in slices of 40 ms.
 * @param steps yields how far it has come, in the unit of `total`
 * @throws the reason of `options.signal` once that is aborted
 */
export async function readInSlices<T>(
  steps: Generator<number, T, void>,
  total: number,
  { signal, onProgress }: ReadOptions,
): Promise<T> {
  let since = performance.now()
  for (;;) {
    signal?.throwIfAborted()
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < SLICE_MS) continue
    onProgress?.(step.value / total)
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
    since = performance.now()
  }
}
