/** Milliseconds of work after which other tasks, such as a message to cancel, get their turn. */
const SLICE_MS = 40

/** Paces long work. */
export interface Slices {
  /** Whether the time of the slice is used up: then `rest` is due. Cheap enough to be asked for each record. */
  isDue(): boolean
  /** Lets other tasks run. @throws the reason of the signal where it is aborted */
  rest(): Promise<void>
}

/** Calls of `isDue` between two looks at the clock. */
const CALLS = 64

export function createSlices(signal: AbortSignal | undefined): Slices {
  let since = performance.now()
  let calls = 0
  return {
    isDue() {
      calls += 1
      return calls % CALLS === 0 && performance.now() - since > SLICE_MS
    },
    async rest() {
      await new Promise((resolve) => {
        setTimeout(resolve, 0)
      })
      signal?.throwIfAborted()
      since = performance.now()
    },
  }
}

/** Runs steps to their end, and rests after each. @throws the reason of the signal where it is aborted */
export async function inSlices<T>(steps: Generator<void, T, void>, slices: Slices): Promise<T> {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await slices.rest()
  }
}
