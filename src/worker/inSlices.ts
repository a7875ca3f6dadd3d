/** Milliseconds of work at a time: between, whoever waits gets an answer. */
const SLICE = 8

/**
 * Does the steps of a long piece of work in slices, so that the thread is free between them.
 * @param onProgress told what the last step of each slice said
 */
export async function inSlices<T>(steps: Generator<T, void>, onProgress: (said: T) => void): Promise<void> {
  for (;;) {
    const end = performance.now() + SLICE
    let last: T | undefined
    do {
      const step = steps.next()
      if (step.done) return
      last = step.value
    } while (performance.now() < end)
    onProgress(last)
    await new Promise((resolve) => setTimeout(resolve))
  }
}
