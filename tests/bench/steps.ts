/** Times of one kind of step, in milliseconds. */
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

/**
 * Times each step of a list once, after all of them as a warm-up.
 * @param work does one step and gives a number that depends on what it found
 */
export function timeSteps<Step>(
  what: string,
  steps: readonly Step[],
  work: (step: Step) => number,
): StepTimes {
  for (const step of steps) sink.value += work(step)
  const times = steps.map((step) => {
    const began = performance.now()
    sink.value += work(step)
    return performance.now() - began
  })
  return { what, times }
}

export const BRUSH = 'brush step'
export const JUMP = 'jump of the range'
export const COMMON = 'toggle of a common actor'

/** Ranges of a year that move by thirty days, to and fro: as a hand does. */
export function brushSteps(first: number, last: number, count: number): [from: number, to: number][] {
  const width = 365
  const room = Math.max(1, last - first - width)
  return Array.from({ length: count }, (_, step) => {
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
