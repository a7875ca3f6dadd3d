import type { ReadOptions } from './fileTable.ts'
import { createPace } from './pace.ts'

/** Steps between two looks at the clock, where a step is as small as a record. */
const STEPS = 32

/**
 * Runs a reader to its end, with pauses for other tasks.
 * @param steps yields how far it has come, in the unit of `total`
 * @param between steps between two looks at the clock
 * @throws the reason of `options.signal` once that is aborted
 */
export async function readInSlices<T>(
  steps: Generator<number, T, void>,
  total: number,
  options: ReadOptions,
  between = STEPS,
): Promise<T> {
  const pace = createPace(options)
  for (let taken = 0; ; taken += 1) {
    const step = steps.next()
    if (step.done) {
      options.onProgress?.(1)
      return step.value
    }
    if (taken % between === 0) await pace(step.value / total)
  }
}
