import type { Abortable } from '../../query/incidentSource.ts'

/**
 * Runs statements that make one answer: where one of them fails, the others are ended too.
 * @param run gets the signal that its statements are to have
 */
export async function endTogether<Answer>(
  { signal }: Abortable,
  run: (options: Abortable) => Promise<Answer>,
): Promise<Answer> {
  const failed = new AbortController()
  try {
    return await run({ signal: signal ? AbortSignal.any([signal, failed.signal]) : failed.signal })
  } catch (reason) {
    failed.abort(reason)
    throw reason
  }
}
