import { quantile } from './quantile.ts'

/** Measured times of one kind of step. */
export interface StepTimes {
  /** Name of the kind of step. */
  what: string
  /** For each step, the median of its repeats in milliseconds. */
  times: number[]
  /** The paths that our engine took (`lastStep`); absent for the others. */
  ways?: string
}

/** The results of one candidate. */
export interface Measured {
  name: string
  steps: StepTimes[]
}

/** Sum of the results of all steps: it is used, so that the compiler cannot drop the work that gives them. */
export const sink = { value: 0 }

/** How often all steps are run without being timed. */
const WARM_UP = 2

/** How often all steps are run and timed. */
const REPEATS = 5

/** Milliseconds after which no further repeat is started. */
const ENOUGH = 20_000

/**
 * Times each step of a list, repeatedly: pauses of the machine and of the garbage collector fall on different steps in
 * each repeat, and the medians ignore them.
 * @param what name of the kind of step
 * @param steps run in order, as each may depend on the one before
 * @param work does one step and returns a number that depends on its result
 */
export function timeSteps<Step>(
  what: string,
  steps: readonly Step[],
  work: (step: Step) => number,
): StepTimes {
  const start = performance.now()
  const isLong = () => performance.now() - start > ENOUGH
  for (let round = 0; round < WARM_UP && !isLong(); round += 1)
    for (const step of steps) sink.value += work(step)
  const rounds: number[][] = []
  do {
    rounds.push(
      steps.map((step) => {
        const began = performance.now()
        sink.value += work(step)
        return performance.now() - began
      }),
    )
  } while (rounds.length < REPEATS && !isLong())
  return {
    what,
    times: steps.map((_, at) =>
      quantile(
        rounds.map((times) => times[at] ?? 0),
        0.5,
      ),
    ),
  }
}

/** Names of the kinds of step that several candidates are measured with. */
export const BRUSH = 'brush step'
export const JUMP = 'jump of the range'
export const COMMON = 'toggle of a common actor'

/**
 * Ranges of days as a user brushes them: first all days, then 365 days that move by 30 days a step, back and forth.
 * @param first first Day of the data
 * @param last last Day of the data
 * @param count how many ranges
 */
export function brushSteps(first: number, last: number, count: number): [from: number, to: number][] {
  const width = 365
  const room = Math.max(1, last - first - width)
  return Array.from({ length: count }, (_, step) => {
    if (step === 0) return [first, last]
    const way = (step * 30) % (2 * room)
    const from = first + (way < room ? way : 2 * room - way)
    return [from, from + width]
  })
}

/**
 * Ranges of days that have little in common with the one before.
 * @param first first Day of the data
 * @param last last Day of the data
 * @param count how many ranges
 */
export function jumpSteps(first: number, last: number, count: number): [from: number, to: number][] {
  const span = last - first
  return Array.from({ length: count }, (_, step) => {
    const from = first + ((step * 1_777) % span)
    return [from, Math.min(last, from + 90 + ((step * 2_999) % span))]
  })
}
