/** Milliseconds of work without a pause: after them the thread answers whatever waits. */
const SLICE = 8

/** Least milliseconds between two calls of `onProgress`. */
const PROGRESS_EVERY = 250

/**
 * Runs a long generator in slices, so that the thread is free between them. Resolves when it has returned.
 * @param onProgress called about four times a second with the value that the generator yielded last
 */
export async function inSlices<T>(steps: Generator<T, void>, onProgress: (value: T) => void): Promise<void> {
  let toldAt = -Infinity
  for (;;) {
    const end = performance.now() + SLICE
    let last: T | undefined
    do {
      const step = steps.next()
      if (step.done) return
      last = step.value
    } while (performance.now() < end)
    if (performance.now() - toldAt >= PROGRESS_EVERY) {
      toldAt = performance.now()
      onProgress(last)
    }
    await new Promise((resolve) => setTimeout(resolve))
  }
}
