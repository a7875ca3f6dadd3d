/** Milliseconds of work at a time: between, whoever waits gets an answer. */
const SLICE = 8

/** Milliseconds from one progress to the next. */
const TELL = 250

/**
 * Does the steps of a long piece of work in slices, so that the thread is free between them.
 * @param onProgress told a few times a second what the last step said
 */
export async function inSlices<T>(steps: Generator<T, void>, onProgress: (said: T) => void): Promise<void> {
  let told = -Infinity
  for (;;) {
    const end = performance.now() + SLICE
    let last: T | undefined
    do {
      const step = steps.next()
      if (step.done) return
      last = step.value
    } while (performance.now() < end)
    if (performance.now() - told >= TELL) {
      told = performance.now()
      onProgress(last)
    }
    await new Promise((resolve) => setTimeout(resolve))
  }
}
