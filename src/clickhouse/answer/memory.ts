import type { Abortable } from '../../query/incidentSource.ts'

/** Answers again what it has answered before, without asking. */
export interface Memory<Asked, Answer> {
  (asked: Asked, options: Abortable): Promise<Answer>
  /** An answer that is there already; undefined where it must still be asked for, or is on its way. */
  known(asked: Asked): Answer | undefined
}

/**
 * Remembers the last answers. Two that ask the same at the same time share the answer; where the first has ended its
 * call, or fails, the next one asks anew.
 * @param most answers that are kept; the one that was asked for longest ago is dropped
 * @param keyOf a text that is equal for what has the same answer
 */
export function createMemory<Asked, Answer>(
  most: number,
  keyOf: (asked: Asked) => string,
  ask: (asked: Asked, options: Abortable) => Promise<Answer>,
): Memory<Asked, Answer> {
  const known = new Map<string, Promise<Answer>>()
  const settled = new WeakMap<Promise<Answer>, Answer>()
  const answerTo = async (asked: Asked, { signal }: Abortable): Promise<Answer> => {
    signal?.throwIfAborted()
    const key = keyOf(asked)
    // Without the signal: the answer is not for this call alone.
    const answer = known.get(key) ?? ask(asked, {})
    known.delete(key)
    known.set(key, answer)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    answer.then(
      (value) => settled.set(answer, value),
      () => {
        if (known.get(key) === answer) known.delete(key)
      },
    )
    return until(answer, signal)
  }
  return Object.assign(answerTo, {
    known(asked: Asked): Answer | undefined {
      const answer = known.get(keyOf(asked))
      return answer && settled.get(answer)
    },
  })
}

/** The answer, or the reason of a signal that is aborted before. */
export async function until<Answer>(
  answer: Promise<Answer>,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  if (!signal) return answer
  let leave: (() => void) | undefined
  const left = new Promise<never>((_, reject) => {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the signal's reason is what callers are told
    leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
  })
  try {
    return await Promise.race([answer, left])
  } finally {
    if (leave) signal.removeEventListener('abort', leave)
  }
}
