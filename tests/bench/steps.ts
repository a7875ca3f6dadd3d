import { quantile } from './quantile.ts'

/** Times of one kind of step, in milliseconds: of each step the median of its repeats. */
export interface StepTimes {
  what: string
  times: number[]
  /** Ways that were taken, where the engine tells. */
  ways?: string
}

export interface Measured {
  name: string
  steps: StepTimes[]
}

/** What answers come to: kept, so that no work can be left out as useless. */
export const sink = { value: 0 }

/** How often a list of steps is gone through to warm up, and then to be timed, where that does not take all day. */
const WARM_UP = 2
const REPEATS = 5
/** Milliseconds after which no further repeat is begun. */
const ENOUGH = 20_000

/**
 * Times each step of a list, again and again: the pauses of the machine and of the collector, which fall on any step,
 * are not the step's.
 * @param work does one step and gives a number that depends on what it found
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

export const BRUSH = 'brush step'
export const JUMP = 'jump of the range'
export const COMMON = 'toggle of a common actor'

/** As a hand does it: from all days to a year, which then moves by thirty days at a time, to and fro. */
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

/** Ranges that have little to do with the one before. */
export function jumpSteps(first: number, last: number, count: number): [from: number, to: number][] {
  const span = last - first
  return Array.from({ length: count }, (_, step) => {
    const from = first + ((step * 1_777) % span)
    return [from, Math.min(last, from + 90 + ((step * 2_999) % span))]
  })
}
