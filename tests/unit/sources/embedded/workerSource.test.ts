import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noFilters } from '../../../../src/query/incidentQuery.ts'
import type { IncidentSource, SourceState } from '../../../../src/query/incidentSource.ts'
import { createWorkerSource } from '../../../../src/sources/embedded/workerSource.ts'
import { queryWith } from '../../engine/sampleTable.ts'
import { description } from '../fakeSource.ts'
import { ref } from '../published/hostedRecords.ts'
import { stubWorker, type FakeWorker } from './fakeWorker.ts'

let worker: FakeWorker
let source: IncidentSource

beforeEach(() => {
  worker = stubWorker()
  source = createWorkerSource(ref)
})
afterEach(() => void vi.unstubAllGlobals())

/** States told from now on, the present one first. */
async function listen(): Promise<SourceState[]> {
  const states: SourceState[] = []
  source.onState((state) => states.push(state))
  await Promise.resolve()
  return states
}

describe('a source in a worker', () => {
  it('gives each question its own answer, in whichever order they come', async () => {
    const calls = ['a', 'b', 'c'].map((id) => source.incident(id))
    worker.say({ kind: 'failure', id: 3, failure: { code: 'truncated', detail: 'x', file: 'pages/0' } })
    worker.say({ kind: 'answer', id: 1, value: undefined })
    worker.say({ kind: 'failure', id: 2, failure: { code: 'missing', detail: 'x' } })
    expect(await Promise.allSettled(calls)).toEqual([
      { status: 'fulfilled', value: undefined },
      { status: 'rejected', reason: expect.objectContaining({ code: 'missing' }) as unknown },
      {
        status: 'rejected',
        reason: expect.objectContaining({ code: 'truncated', file: 'pages/0' }) as unknown,
      },
    ])
  })

  it('opens what its reference names, and tells progress', async () => {
    const onProgress = vi.fn<(progress: unknown) => void>()
    const opening = source.describe({ onProgress })
    expect(worker.asked).toEqual([{ kind: 'open', id: 1, ref }])
    worker.say({ kind: 'progress', id: 1, progress: { stage: 'download', done: 1, total: 2 } })
    expect(onProgress).toHaveBeenCalledWith({ stage: 'download', done: 1, total: 2 })
    worker.say({ kind: 'answer', id: 1, value: description })
    expect(await opening).toEqual(description)
  })

  it('tells the state of its texts, also to those who listen late', async () => {
    const early = await listen()
    worker.say({ kind: 'state', state: { kind: 'ready' } })
    worker.say({ kind: 'state', state: { kind: 'textsFailed', failure: { code: 'altered', detail: 'x' } } })
    const failed = { kind: 'textsFailed', error: expect.objectContaining({ code: 'altered' }) as unknown }
    expect(early).toEqual([
      { kind: 'texts', progress: { stage: 'download', done: 0 } },
      { kind: 'ready' },
      failed,
    ])
    expect(await listen()).toEqual([failed])
  })

  it('rejects with the reason of a signal, and ignores the answer that comes later', async () => {
    const abort = new AbortController()
    const call = source.query(queryWith(), { signal: abort.signal })
    abort.abort(new Error('no longer wanted'))
    await expect(call).rejects.toThrow('no longer wanted')
    worker.say({ kind: 'answer', id: 1, value: undefined })
    await expect(source.incident('a', { signal: abort.signal })).rejects.toThrow('no longer wanted')
    expect(worker.asked).toHaveLength(1)
  })
})

describe('an export from a worker', () => {
  const chunk = (done: number) => ({ bytes: Uint8Array.of(done), done, total: 2 })
  const request = { filters: noFilters, format: 'csv' } as const

  it('asks for each chunk when it is wanted, until there is none', async () => {
    const chunks = source.export(request)[Symbol.asyncIterator]()
    expect(worker.asked).toHaveLength(0)
    for (const id of [1, 2]) {
      const next = chunks.next()
      expect(worker.asked.at(-1)).toEqual({ kind: 'exportChunk', id, exportId: 1, request })
      worker.say({ kind: 'answer', id, value: chunk(id) })
      expect(await next).toEqual({ done: false, value: chunk(id) })
    }
    const end = chunks.next()
    worker.say({ kind: 'answer', id: 3, value: undefined })
    expect(await end).toEqual({ done: true, value: undefined })
    expect(worker.asked.map(({ kind }) => kind)).toEqual(['exportChunk', 'exportChunk', 'exportChunk'])
  })

  it('is ended in the worker too when its loop is left', async () => {
    const chunks = source.export(request)[Symbol.asyncIterator]()
    const next = chunks.next()
    worker.say({ kind: 'answer', id: 1, value: chunk(1) })
    await next
    await chunks.return?.()
    expect(worker.asked.at(-1)).toMatchObject({ kind: 'endExport', exportId: 1 })
  })

  it('is ended in the worker too when it is aborted while a chunk is written', async () => {
    const abort = new AbortController()
    const next = source.export(request, { signal: abort.signal })[Symbol.asyncIterator]().next()
    abort.abort()
    await expect(next).rejects.toMatchObject({ name: 'AbortError' })
    expect(worker.asked.at(-1)).toMatchObject({ kind: 'endExport', exportId: 1 })
  })
})

describe('a source whose worker', () => {
  it('dies rejects every open call before it tells that it is lost, and tells so once', async () => {
    const said: string[] = []
    const note = (what: string) => (reason: { code: string }) => said.push(`${what} ${reason.code}`)
    const calls = [
      source.describe().catch(note('describe')),
      source.query(queryWith()).catch(note('query')),
      source.incident('i1').catch(note('incident')),
    ]
    const states = await listen()
    worker.fail('killed')
    worker.dispatchEvent(new Event('messageerror'))
    await Promise.all(calls)
    expect(said.toSorted()).toEqual(['describe lost', 'incident lost', 'query lost'])
    expect(states.filter(({ kind }) => kind === 'lost')).toHaveLength(1)
    expect(worker.isTerminated).toBe(true)
    await expect(source.query(queryWith())).rejects.toMatchObject({ code: 'lost' })
  })

  it('is killed without any event is lost once its lock is free', async () => {
    let free = () => {}
    const request = vi.fn<(name: string, onGranted: () => void) => Promise<void>>((_, onGranted) => {
      free = onGranted
      return Promise.resolve()
    })
    vi.stubGlobal('navigator', { locks: { request } })
    const states = await listen()
    const call = source.incident('i1')
    // Requested before the worker holds it, the lock would go to the page.
    expect(request).not.toHaveBeenCalled()
    worker.say({ kind: 'alive' })
    free()
    await expect(call).rejects.toMatchObject({ code: 'lost' })
    expect(states.at(-1)).toMatchObject({ kind: 'lost', error: { code: 'lost' } })
  })

  it('sends what cannot be read is lost', async () => {
    const states = await listen()
    worker.dispatchEvent(new Event('messageerror'))
    expect(states.at(-1)).toMatchObject({ kind: 'lost' })
  })

  it('was closed tells no state any more, whatever comes after', async () => {
    const states = await listen()
    const call = source.incident('i1')
    source.close()
    worker.fail('late')
    await expect(call).rejects.toMatchObject({ code: 'lost' })
    expect(states).toHaveLength(1)
    expect(worker.isTerminated).toBe(true)
  })
})

describe('cancelling to open', () => {
  it('ends the worker, without calling the source lost', async () => {
    const states = await listen()
    const abort = new AbortController()
    const opening = source.describe({ signal: abort.signal })
    abort.abort()
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' })
    expect(worker.isTerminated).toBe(true)
    expect(states.filter(({ kind }) => kind === 'lost')).toEqual([])
  })

  it('before it began asks the worker nothing', async () => {
    await expect(source.describe({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(worker.asked).toEqual([])
    expect(worker.isTerminated).toBe(true)
  })

  it('after it has opened changes nothing', async () => {
    const abort = new AbortController()
    const opening = source.describe({ signal: abort.signal })
    worker.say({ kind: 'answer', id: 1, value: description })
    await opening
    abort.abort()
    expect(worker.isTerminated).toBe(false)
  })
})
