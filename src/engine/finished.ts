/** Runs a generator to its end at one go. @returns what it returns */
export function finished<T>(steps: Generator<unknown, T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
