import { describe, expect, it } from 'vitest'
import { endTogether } from '../../../src/clickhouse/answer/endTogether.ts'

/** Rejects with the reason of the signal when it is aborted. */
function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the signal's reason is what callers are told
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
}

describe('statements of one answer', () => {
  it('are ended where one of them fails', async () => {
    const failure = new Error('one failed')
    let ended: Promise<unknown> | undefined
    const answer = endTogether({}, ({ signal }) => {
      const other = untilAborted(signal)
      ended = other.catch((reason: unknown) => reason)
      return Promise.all([Promise.reject(failure), other])
    })
    await expect(answer).rejects.toBe(failure)
    expect(await ended).toBe(failure)
  })

  it('are ended by the signal of the call, and its reason is told', async () => {
    const call = new AbortController()
    const reason = new Error('not wanted any more')
    const answer = endTogether({ signal: call.signal }, ({ signal }) => untilAborted(signal))
    call.abort(reason)
    await expect(answer).rejects.toBe(reason)
  })

  it('give their answer where none fails', async () => {
    expect(await endTogether({}, () => Promise.resolve(7))).toBe(7)
  })
})
