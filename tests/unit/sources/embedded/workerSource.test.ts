import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Manifest } from '../../../../src/published/manifest.ts'
import type { Reply, Request } from '../../../../src/sources/embedded/messages.ts'
import { createWorkerSource } from '../../../../src/sources/embedded/workerSource.ts'

/** A worker that says what it is told to. */
class FakeWorker extends EventTarget {
  static last: FakeWorker | undefined
  asked: Request[] = []
  isTerminated = false

  constructor() {
    super()
    FakeWorker.last = this
  }

  postMessage(request: Request): void {
    this.asked.push(request)
  }

  terminate(): void {
    this.isTerminated = true
  }

  say(reply: Reply): void {
    this.dispatchEvent(new MessageEvent('message', { data: reply }))
  }
}

const make = () => {
  const source = createWorkerSource({
    manifestUrl: 'https://atlas.example/manifest.json',
    manifest: {} as Manifest,
  })
  const worker = FakeWorker.last
  if (!worker) throw new Error('no worker was made')
  return { source, worker }
}

describe('a source in a worker', () => {
  beforeEach(() => void vi.stubGlobal('Worker', FakeWorker))
  afterEach(() => void vi.unstubAllGlobals())

  it('gives each question its own answer, in whichever order they come', async () => {
    const { source, worker } = make()
    const [a, b] = [source.incident('a'), source.incident('b')]
    worker.say({ kind: 'answer', id: 2, value: undefined })
    worker.say({ kind: 'failure', id: 1, failure: { code: 'missing', detail: 'x', file: 'pages/0' } })
    expect(await b).toBeUndefined()
    await expect(a).rejects.toMatchObject({ code: 'missing', file: 'pages/0' })
  })

  it('tells progress, and that texts came or failed', () => {
    const { source, worker } = make()
    const onProgress = vi.fn<(progress: unknown) => void>()
    const onTexts = vi.fn<(outcome: unknown) => void>()
    source.describe({ onProgress }).catch(() => {})
    source.onTexts(onTexts)
    worker.say({ kind: 'progress', id: 1, progress: { stage: 'download', done: 1, total: 2 } })
    worker.say({ kind: 'texts', state: 'ready' })
    worker.say({ kind: 'texts', state: { failure: { code: 'altered', detail: 'x' } } })
    expect(onProgress).toHaveBeenCalledWith({ stage: 'download', done: 1, total: 2 })
    expect(onTexts.mock.calls.map(([outcome]) => outcome)).toEqual([
      'ready',
      expect.objectContaining({ code: 'altered' }),
    ])
  })

  it('rejects all that is open, and all that follows, when the worker dies', async () => {
    const { source, worker } = make()
    const lost = vi.fn<(error: unknown) => void>()
    source.onLost(lost)
    const pending = source.incident('a')
    worker.dispatchEvent(Object.assign(new Event('error'), { message: 'killed' }))
    await expect(pending).rejects.toMatchObject({ code: 'lost' })
    await expect(source.incident('b')).rejects.toMatchObject({ code: 'lost' })
    expect(lost).toHaveBeenCalledTimes(1)
    expect(worker.isTerminated).toBe(true)
  })

  it('ends the worker when opening is cancelled or it is closed, without calling it lost', async () => {
    const { source, worker } = make()
    const lost = vi.fn<(error: unknown) => void>()
    source.onLost(lost)
    const abort = new AbortController()
    const opening = source.describe({ signal: abort.signal })
    abort.abort()
    await expect(opening).rejects.toMatchObject({ code: 'lost' })
    expect(worker.isTerminated).toBe(true)
    source.close()
    expect(lost).not.toHaveBeenCalled()
  })
})
