import { describe, expect, it, vi } from 'vitest'
import { textsReady } from '../../../src/print/textsReady.ts'
import { SourceError, type SourceState } from '../../../src/query/incidentSource.ts'

function textsSource() {
  const listeners = new Set<(state: SourceState) => void>()
  return {
    listeners,
    tell: (state: SourceState) => {
      for (const each of listeners) each(state)
    },
    onState: (listener: (state: SourceState) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

describe('textsReady', () => {
  it('waits for the titles, and then no longer listens', async () => {
    const source = textsSource()
    const ready = vi.fn()
    const waiting = textsReady(source, new AbortController().signal).then(ready)
    source.tell({ kind: 'texts', progress: { stage: 'index', done: 1, total: 2 } })
    await Promise.resolve()
    expect(ready).not.toHaveBeenCalled()
    source.tell({ kind: 'ready' })
    await waiting
    expect(ready).toHaveBeenCalledOnce()
    expect(source.listeners.size).toBe(0)
  })

  it('stops waiting if they cannot be loaded', async () => {
    const source = textsSource()
    const waiting = textsReady(source, new AbortController().signal)
    source.tell({ kind: 'textsFailed', error: new SourceError('missing', 'gone') })
    await waiting
    expect(source.listeners.size).toBe(0)
  })

  it('works with a source that reports at once', async () => {
    const stop = vi.fn()
    const onState = (listener: (state: SourceState) => void) => {
      listener({ kind: 'ready' })
      return stop
    }
    await textsReady({ onState }, new AbortController().signal)
    expect(stop).toHaveBeenCalledOnce()
  })

  it('ends when it is aborted', async () => {
    const source = textsSource()
    const abort = new AbortController()
    const waiting = textsReady(source, abort.signal)
    abort.abort()
    await expect(waiting).rejects.toThrow(/abort/i)
    expect(source.listeners.size).toBe(0)
  })
})
