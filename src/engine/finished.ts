/** What a piece of work that is done in steps comes to, done at one go. */
export function finished<T>(steps: Generator<unknown, T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
