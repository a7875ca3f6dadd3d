import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { limitTime } from '../../../src/answers/limitTime.ts'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import type { DatasetDescription, ExportChunk, IncidentSource } from '../../../src/query/incidentSource.ts'
import { queryWith } from '../engine/sampleTable.ts'
import { description, fakeSource, firstPartWith, held, resultWith } from '../sources/fakeSource.ts'

const limits = { open: 4, answer: 2 }
const request = { filters: noFilters, format: 'csv' } as const
const never = () => new Promise<never>(() => {})
const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1_000)

/** How a promise has settled: 'open', its value, or the code or name of its error. */
function watch(promise: Promise<unknown>): { outcome: unknown } {
  const seen: { outcome: unknown } = { outcome: 'open' }
  promise.then(
    (value) => (seen.outcome = value),
    (reason: { code: unknown; name: string }) =>
      (seen.outcome = typeof reason.code === 'string' ? reason.code : reason.name),
  )
  return seen
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a source with time limits', () => {
  it('fails calls that never come back, and aborts them', async () => {
    const signals: (AbortSignal | undefined)[] = []
    const hang = (_: unknown, options: { signal?: AbortSignal | undefined } = {}) => {
      signals.push(options.signal)
      return never()
    }
    const { source } = fakeSource({
      query: hang,
      incident: hang,
      latestVersion: (options) => hang(null, options),
    })
    const limited = limitTime(source, limits)
    const calls = [limited.query(queryWith()), limited.incident('a'), limited.latestVersion()].map(watch)
    await seconds(1)
    expect(calls.map(({ outcome }) => outcome)).toEqual(['open', 'open', 'open'])
    await seconds(1)
    expect(calls.map(({ outcome }) => outcome)).toEqual(['timeout', 'timeout', 'timeout'])
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, true])
  })

  it('gives opening more time, counted anew with each progress', async () => {
    let tell: Parameters<IncidentSource['describe']>[0]
    const { promise, resolve } = held<DatasetDescription>()
    const { source } = fakeSource({
      describe: (options) => {
        tell = options
        return promise
      },
    })
    const onProgress = vi.fn()
    const opening = watch(limitTime(source, limits).describe({ onProgress }))
    await seconds(3)
    tell?.onProgress?.({ stage: 'decode', done: 0 })
    await seconds(3)
    expect(onProgress).toHaveBeenCalledWith({ stage: 'decode', done: 0 })
    expect(opening.outcome).toBe('open')
    resolve(description)
    await seconds(0)
    expect(opening.outcome).toEqual(description)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('limits pages of facets, where the source has any', async () => {
    expect(limitTime(fakeSource().source, limits).facetPage).toBeUndefined()
    const limited = limitTime(fakeSource({ facetPage: never }).source, limits)
    const values = { kind: 'ids', ids: [] } as const
    const call = watch(limited.facetPage?.({ facet: 'actor', filters: noFilters, values }) ?? never())
    await seconds(2)
    expect(call.outcome).toBe('timeout')
  })

  it('counts anew with the first part of an answer', async () => {
    const { promise, resolve } = held<ReturnType<typeof resultWith>>()
    let sendPart = () => {}
    const { source } = fakeSource({
      query(_, { onPart } = {}) {
        sendPart = () => onPart?.(firstPartWith(1))
        return promise
      },
    })
    const onPart = vi.fn()
    const call = watch(limitTime(source, limits).query(queryWith(), { onPart }))
    await seconds(1)
    sendPart()
    await seconds(1)
    resolve(resultWith(1))
    await seconds(0)
    expect(call.outcome).toEqual(resultWith(1))
    expect(onPart).toHaveBeenCalledOnce()
  })

  it('does not count time in which the machine sleeps', async () => {
    const { source } = fakeSource({ incident: never })
    const call = watch(limitTime(source, limits).incident('a'))
    vi.setSystemTime(Date.now() + 3_600_000)
    await seconds(1)
    expect(call.outcome).toBe('open')
  })

  it('rejects at once with the reason of the signal', async () => {
    const { source } = fakeSource({ incident: never })
    const abort = new AbortController()
    const limited = limitTime(source, limits)
    const call = watch(limited.incident('a', { signal: abort.signal }))
    abort.abort()
    await seconds(0)
    expect(call.outcome).toBe('AbortError')
    expect(vi.getTimerCount()).toBe(0)
    await expect(limited.incident('b', { signal: abort.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })

  it('passes errors on as they are', async () => {
    const { source } = fakeSource({ incident: () => Promise.reject(new RangeError('x')) })
    await expect(limitTime(source, limits).incident('a')).rejects.toThrow(RangeError)
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('an export with a time limit', () => {
  const chunk: ExportChunk = { bytes: Uint8Array.of(1), done: 1, total: 2 }

  /** Yields one chunk every so many seconds. */
  function exporting(everySeconds: number) {
    const state = { isAborted: false }
    const run: IncidentSource['export'] = async function* slow(_, { signal } = {}) {
      signal?.addEventListener('abort', () => (state.isAborted = true))
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, everySeconds * 1_000))
        yield chunk
      }
    }
    return { state, source: limitTime(fakeSource({ export: run }).source, limits) }
  }

  it('may take any time as long as chunks come', async () => {
    const { source } = exporting(1)
    const chunks = source.export(request)[Symbol.asyncIterator]()
    for (let count = 0; count < 5; count += 1) {
      const next = watch(chunks.next())
      await seconds(1)
      expect(next.outcome).toEqual({ done: false, value: chunk })
    }
  })

  it('fails where a chunk never comes, and is aborted', async () => {
    const { source, state } = exporting(9)
    const next = watch(source.export(request)[Symbol.asyncIterator]().next())
    await seconds(2)
    expect(next.outcome).toBe('timeout')
    expect(state.isAborted).toBe(true)
  })

  it('is aborted when its loop is left', async () => {
    const { source, state } = exporting(1)
    const chunks = source.export(request)[Symbol.asyncIterator]()
    const next = chunks.next()
    await seconds(1)
    await next
    await chunks.return?.()
    expect(state.isAborted).toBe(true)
  })
})
