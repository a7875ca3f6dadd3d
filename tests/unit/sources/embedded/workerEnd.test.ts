import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DatasetDescription } from '../../../../src/query/incidentSource.ts'
import type { Reply } from '../../../../src/sources/embedded/messages.ts'
import { createWorkerSource } from '../../../../src/sources/embedded/workerSource.ts'
import { queryWith } from '../../engine/sampleTable.ts'
import { hostRecords, manifestUrl } from './publishedSet.ts'

/** A worker that hears everything and says only what it is made to. */
class SilentWorker extends EventTarget {
  readonly postMessage = vi.fn<(request: { id: number }) => void>()
  readonly terminate = vi.fn<() => void>()

  say(reply: Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }))
  }
}

let worker: SilentWorker

beforeEach(() => {
  worker = new SilentWorker()
  vi.stubGlobal('Worker', function Worker() {
    return worker
  })
})
afterEach(() => void vi.unstubAllGlobals())

async function openSource() {
  const { manifest } = await hostRecords()
  return createWorkerSource({ manifestUrl, manifest })
}

describe('a source whose worker', () => {
  it('dies rejects every open call before it says that it is lost, and says so once', async () => {
    const source = await openSource()
    const said: string[] = []
    const note = (what: string) => (reason: { code: string }) => said.push(`${what} ${reason.code}`)
    const calls = [
      source.describe().catch(note('describe')),
      source.query(queryWith()).catch(note('query')),
      source.incident('i1').catch(note('incident')),
    ]
    source.onLost(() => said.push('lost'))
    worker.dispatchEvent(new Event('error'))
    worker.dispatchEvent(new Event('messageerror'))
    await Promise.all(calls)
    expect(said.toSorted()).toEqual(['describe lost', 'incident lost', 'lost', 'query lost'])
    expect(worker.terminate).toHaveBeenCalled()
    await expect(source.query(queryWith())).rejects.toMatchObject({ code: 'lost' })
  })

  it('is killed without a word is lost once its lock is free', async () => {
    let free = () => {}
    const request = vi.fn<(name: string, onGranted: () => void) => Promise<void>>((_, onGranted) => {
      free = onGranted
      return Promise.resolve()
    })
    vi.stubGlobal('navigator', { locks: { request } })
    const source = await openSource()
    const onLost = vi.fn<(error: unknown) => void>()
    source.onLost(onLost)
    const call = source.incident('i1')
    // Asked for any earlier, the page itself would hold it.
    expect(request).not.toHaveBeenCalled()
    worker.say({ kind: 'alive' })
    expect(onLost).not.toHaveBeenCalled()
    free()
    await expect(call).rejects.toMatchObject({ code: 'lost' })
    expect(onLost).toHaveBeenCalledOnce()
  })

  it('says what cannot be read is lost', async () => {
    const source = await openSource()
    const onLost = vi.fn<(error: unknown) => void>()
    source.onLost(onLost)
    worker.dispatchEvent(new Event('messageerror'))
    expect(onLost).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'lost' }))
  })

  it('was given back is not lost, whatever comes after', async () => {
    const source = await openSource()
    const onLost = vi.fn<(error: unknown) => void>()
    source.onLost(onLost)
    source.close()
    worker.dispatchEvent(new Event('error'))
    expect(onLost).not.toHaveBeenCalled()
    expect(worker.terminate).toHaveBeenCalled()
  })

  it('has opened is left alone by a signal that comes too late', async () => {
    const source = await openSource()
    const abort = new AbortController()
    const opening = source.describe({ signal: abort.signal })
    worker.say({ kind: 'answer', id: 1, value: {} as DatasetDescription })
    await opening
    abort.abort()
    expect(worker.terminate).not.toHaveBeenCalled()
  })

  it('is not asked to open what was cancelled before', async () => {
    const source = await openSource()
    await expect(source.describe({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'SourceError',
    })
    expect(worker.postMessage).not.toHaveBeenCalled()
    expect(worker.terminate).toHaveBeenCalled()
  })

  it('brought its texts early tells those who listen late', async () => {
    const source = await openSource()
    worker.say({ kind: 'texts', state: { failure: { code: 'altered', detail: 'x' } } })
    const outcome = await new Promise((resolve) => {
      source.onTexts(resolve)
    })
    expect(outcome).toMatchObject({ name: 'SourceError', code: 'altered' })
  })

  it('answers in its own order gives each call its own answer', async () => {
    const source = await openSource()
    const calls = ['a', 'b', 'c'].map((id) => source.incident(id))
    const failure = { code: 'truncated', detail: 'x' } as const
    worker.say({ kind: 'failure', id: 3, failure })
    worker.say({ kind: 'answer', id: 1, value: undefined })
    worker.say({ kind: 'failure', id: 2, failure: { ...failure, code: 'missing' } })
    const settled = await Promise.allSettled(calls)
    expect(settled).toEqual([
      { status: 'fulfilled', value: undefined },
      { status: 'rejected', reason: expect.objectContaining({ code: 'missing' }) as unknown },
      { status: 'rejected', reason: expect.objectContaining({ code: 'truncated' }) as unknown },
    ])
  })
})
