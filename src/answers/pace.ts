/**
 * Asks at the pace of the answers: one question is under way at a time, and of those that come meanwhile only the
 * newest is asked next. Every answer is delivered, so that a movement that outruns the answers is still seen moving; but
 * of an answer that comes in parts the rest is not waited for once a newer question waits.
 */
export interface Pace<Question> {
  ask(question: Question): void
  /** Whether a question is under way. */
  isAsking(): boolean
  /** Aborts the question under way; nothing is asked or delivered any more. */
  stop(): void
}

/** @param onPart to be called once a part of the answer has been delivered */
type Answering<Question, Answer> = (
  question: Question,
  signal: AbortSignal,
  onPart: () => void,
) => Promise<Answer>

/**
 * @param answer answers a question; its signal is aborted by `stop`, and where a newer question waits after a part
 * @param deliver called with each answer, in the order of the questions
 * @param fail called with each question that was rejected without having been aborted
 */
export function createPace<Question, Answer>(
  answer: Answering<Question, Answer>,
  deliver: (question: Question, answer: Answer) => void,
  fail: (question: Question, reason: unknown) => void,
): Pace<Question> {
  let isStopped = false
  let waiting: { question: Question } | undefined
  let underWay: { abort: AbortController; hasPart: boolean } | undefined

  const next = async (question: Question) => {
    const abort = new AbortController()
    const mine: typeof underWay = { abort, hasPart: false }
    underWay = mine
    const { signal } = abort
    try {
      const reply = await answer(question, signal, () => {
        mine.hasPart = true
        if (waiting) abort.abort()
      })
      if (!signal.aborted) deliver(question, reply)
    } catch (reason) {
      if (!signal.aborted) fail(question, reason)
    }
    underWay = undefined
    const newest = waiting
    waiting = undefined
    if (newest && !isStopped) void next(newest.question)
  }

  return {
    ask(question) {
      if (isStopped) return
      if (!underWay) void next(question)
      else {
        waiting = { question }
        if (underWay.hasPart) underWay.abort.abort()
      }
    },
    isAsking: () => underWay !== undefined,
    stop() {
      isStopped = true
      underWay?.abort.abort()
    },
  }
}
