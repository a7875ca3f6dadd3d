/**
 * Asks at the pace of the answers: one question is under way at a time, and of those that come meanwhile only the
 * newest is asked next. Every answer is delivered, so that a movement that outruns the answers is still seen moving.
 */
export interface Pace<Question> {
  ask(question: Question): void
  /** Aborts the question under way; nothing is asked or delivered any more. */
  stop(): void
}

/**
 * @param answer answers a question; its signal is aborted by `stop`
 * @param deliver called with each answer, in the order of the questions
 * @param fail called with each question that was rejected
 */
export function createPace<Question, Answer>(
  answer: (question: Question, signal: AbortSignal) => Promise<Answer>,
  deliver: (question: Question, answer: Answer) => void,
  fail: (question: Question, reason: unknown) => void,
): Pace<Question> {
  const abort = new AbortController()
  const { signal } = abort
  let waiting: { question: Question } | undefined
  let isBusy = false

  const next = async (question: Question) => {
    isBusy = true
    try {
      const reply = await answer(question, signal)
      if (!signal.aborted) deliver(question, reply)
    } catch (reason) {
      if (!signal.aborted) fail(question, reason)
    }
    isBusy = false
    const newest = waiting
    waiting = undefined
    if (newest && !signal.aborted) void next(newest.question)
  }

  return {
    ask(question) {
      if (signal.aborted) return
      if (isBusy) waiting = { question }
      else void next(question)
    },
    stop: () => abort.abort(),
  }
}
