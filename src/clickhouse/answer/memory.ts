import type { Abortable } from '../../query/incidentSource.ts'
import { shareAnswer, type SharedAnswer } from './shareAnswer.ts'

/** Answers again what it has answered before, without asking. */
export interface Memory<Asked, Answer> {
  (asked: Asked, options: Abortable): Promise<Answer>
  /** An answer that is there already; undefined where it must still be asked for, or is on its way. */
  known(asked: Asked): Answer | undefined
}

/**
 * Remembers the last answers. Calls that ask the same at the same time share the answer; its asking is ended when none of
 * them waits any more. Where it fails, the next call asks anew.
 * @param most answers that are kept; the one that was asked for longest ago is dropped
 * @param keyOf a text that is equal for what has the same answer
 * @param ask gets a signal that is aborted when nobody waits for the answer any more
 */
export function createMemory<Asked, Answer>(
  most: number,
  keyOf: (asked: Asked) => string,
  ask: (asked: Asked, options: Abortable) => Promise<Answer>,
): Memory<Asked, Answer> {
  const known = new Map<string, SharedAnswer<Answer>>()
  const share = (key: string, asked: Asked): SharedAnswer<Answer> => {
    const shared: SharedAnswer<Answer> = shareAnswer(
      (options) => ask(asked, options),
      () => {
        if (known.get(key) === shared) known.delete(key)
      },
    )
    return shared
  }
  const answerTo = async (asked: Asked, { signal }: Abortable): Promise<Answer> => {
    signal?.throwIfAborted()
    const key = keyOf(asked)
    const shared = known.get(key) ?? share(key, asked)
    known.delete(key)
    known.set(key, shared)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    return shared.wait(signal)
  }
  return Object.assign(answerTo, {
    known: (asked: Asked): Answer | undefined => known.get(keyOf(asked))?.value(),
  })
}
