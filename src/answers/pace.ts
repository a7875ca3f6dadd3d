/**
 * One question under way at a time; of those that come meanwhile only the newest waits. Every answer is delivered,
 * so a movement that outruns the answers still shows its way.
 */
export interface Pace<Question> {
  ask(question: Question): void
  stop(): void
}

export function createPace<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  deliver: (question: Question, answer: Answer) => void,
  fail: (question: Question, reason: unknown) => void,
): Pace<Question> {
  let waiting: { question: Question } | undefined
  let busy = false
  let stopped = false

  const next = async (question: Question) => {
    busy = true
    try {
      const reply = await answer(question)
      if (!stopped) deliver(question, reply)
    } catch (reason) {
      if (!stopped) fail(question, reason)
    }
    busy = false
    const newest = waiting
    waiting = undefined
    if (newest && !stopped) void next(newest.question)
  }

  return {
    ask(question) {
      if (stopped) return
      if (busy) waiting = { question }
      else void next(question)
    },
    stop() {
      stopped = true
      waiting = undefined
    },
  }
}
