import { afterEach, describe, expect, it, vi } from 'vitest'
import { limitTime } from '../../../src/answers/limitTime.ts'
import { createResultLoop, type ResultLoop } from '../../../src/answers/resultLoop.ts'
import type { IncidentQuery } from '../../../src/query/incidentQuery.ts'
import type { FirstPart, IncidentResult } from '../../../src/query/incidentResult.ts'
import { SourceError, type IncidentSource, type SourceState } from '../../../src/query/incidentSource.ts'
import { openIncident, setText } from '../../../src/view/acts.ts'
import { act, createViewStore, type ViewStore } from '../../../src/view/viewStore.ts'
import { fakeSource, firstPartWith, held, resultWith, settled } from '../sources/fakeSource.ts'

interface Asked {
  query: IncidentQuery
  signal: AbortSignal | undefined
  sendPart: (part: FirstPart) => void
  answer: (result: IncidentResult) => void
  fail: (reason: unknown) => void
}

/** A source that answers each query when, and as, the test says; and what it was asked. */
function heldSource(): { source: IncidentSource; asked: Asked[]; tell: (state: SourceState) => void } {
  const asked: Asked[] = []
  const { source, tell } = fakeSource({
    query(query, { signal, onPart } = {}) {
      const { promise, resolve, reject } = held<IncidentResult>()
      asked.push({ query, signal, sendPart: (part) => onPart?.(part), answer: resolve, fail: reject })
      return promise
    },
  })
  return { source, asked, tell }
}

function start(source: IncidentSource): { views: ViewStore; loop: ResultLoop } {
  const views = createViewStore()
  return { views, loop: createResultLoop(source, views) }
}

const indexed = (done: number): SourceState => ({
  kind: 'texts',
  progress: { stage: 'index', done, total: 9 },
})

afterEach(() => void vi.useRealTimers())

describe('the result loop', () => {
  it('shows the first part at once, and the facets, list and open incident before it until the rest comes', async () => {
    const { source, asked } = heldSource()
    const { views, loop } = start(source)
    const { store } = loop
    asked[0]?.answer(resultWith(7))
    await settled()
    act(views, setText('camp'))
    asked[1]?.sendPart(firstPartWith(3))
    expect(store.getState().query?.filters.text).toBe('camp')
    expect(store.getState().result).toMatchObject({ total: 3, list: { total: 7 } })
    expect(store.getState().result?.facets.type).toEqual(Uint32Array.of(7))
    asked[1]?.answer(resultWith(3))
    await settled()
    expect(store.getState().result).toEqual(resultWith(3))
  })

  it('shows the first part of the first answer with a list of which no row is loaded', () => {
    const { source, asked } = heldSource()
    const { store } = start(source).loop
    asked[0]?.sendPart(firstPartWith(3))
    expect(store.getState().result).toMatchObject({
      total: 3,
      list: { total: 3, offset: 0, rows: [] },
      open: null,
    })
  })

  it('keeps what it knew of the open incident only while the same one is open', async () => {
    const { source, asked } = heldSource()
    const { views, loop } = start(source)
    act(views, openIncident('a'))
    asked[0]?.answer(resultWith(1))
    await settled()
    const summary = { id: 'a' } as NonNullable<NonNullable<IncidentResult['open']>['summary']>
    asked[1]?.answer({ ...resultWith(1), open: { summary, fails: [], earlier: null, later: null } })
    await settled()
    act(views, setText('camp'))
    asked[2]?.sendPart(firstPartWith(1))
    expect(loop.store.getState().result?.open?.summary?.id).toBe('a')
    act(views, openIncident('b'))
    asked[2]?.answer(resultWith(1))
    await settled()
    asked[3]?.sendPart(firstPartWith(1))
    expect(loop.store.getState().result?.open).toBeNull()
  })

  it('passes on that an answer is estimated from a sample', async () => {
    const { source, asked } = heldSource()
    const { store } = start(source).loop
    const exactness = { kind: 'sampled', share: 0.01, margin: 120 } as const
    asked[0]?.sendPart({ ...firstPartWith(9_000), exactness })
    expect(store.getState().result?.exactness).toEqual(exactness)
    asked[0]?.answer({ ...resultWith(9_050), exactness: { kind: 'exact' } })
    await settled()
    expect(store.getState().result?.exactness).toEqual({ kind: 'exact' })
  })

  it('ends the query whose part is shown where a newer one comes, and tells no failure of it', async () => {
    const { source, asked } = heldSource()
    const { views, loop } = start(limitTime(source))
    asked[0]?.sendPart(firstPartWith(3))
    expect(loop.store.getState()).toMatchObject({ result: { total: 3 }, isPartial: true })
    act(views, setText('camp'))
    await settled()
    expect(asked[0]?.signal?.aborted).toBe(true)
    asked[0]?.answer(resultWith(4))
    asked[1]?.sendPart(firstPartWith(5))
    await settled()
    expect(loop.store.getState()).toMatchObject({ result: { total: 5 }, isPartial: true, error: null })
    asked[1]?.answer(resultWith(6))
    await settled()
    expect(loop.store.getState()).toMatchObject({ result: { total: 6 }, isPartial: false, error: null })
  })

  it('stays partial where the rest of an answer fails, and asks the same again', async () => {
    const { source, asked } = heldSource()
    const { loop } = start(source)
    asked[0]?.sendPart(firstPartWith(3))
    asked[0]?.fail(new SourceError('incomplete', 'a shard is gone'))
    await settled()
    expect(loop.store.getState()).toMatchObject({ isPartial: true, error: { code: 'incomplete' } })
    loop.askAgain()
    expect(asked[1]?.query).toEqual(asked[0]?.query)
    asked[1]?.answer(resultWith(4))
    await settled()
    expect(loop.store.getState()).toMatchObject({ isPartial: false, error: null, result: { total: 4 } })
  })

  it('tells a failure until a new try has its whole answer, not only the part before it', async () => {
    const { source, asked } = heldSource()
    const { loop } = start(source)
    asked[0]?.fail(new SourceError('incomplete', 'a shard is gone'))
    await settled()
    loop.askAgain()
    asked[1]?.sendPart(firstPartWith(3))
    expect(loop.store.getState()).toMatchObject({ result: { total: 3 }, error: { code: 'incomplete' } })
    asked[1]?.answer(resultWith(4))
    await settled()
    expect(loop.store.getState()).toMatchObject({ result: { total: 4 }, error: null, unanswered: null })
  })

  it('asks again once, however often it is told to meanwhile', async () => {
    const { source, asked } = heldSource()
    const { loop } = start(source)
    asked[0]?.fail(new SourceError('unreachable', 'offline'))
    await settled()
    for (let press = 0; press < 3; press++) loop.askAgain()
    asked[1]?.answer(resultWith(4))
    await settled()
    expect(asked).toHaveLength(2)
  })

  it('asks a slow source one query at a time, and then only the newest', async () => {
    const { source, asked } = heldSource()
    const { views, loop } = start(source)
    for (const text of ['c', 'ca', 'cam', 'camp']) act(views, setText(text))
    expect(asked).toHaveLength(1)
    asked[0]?.answer(resultWith(9))
    await settled()
    expect(asked.map(({ query }) => query.filters.text)).toEqual(['', 'camp'])
    expect(loop.store.getState().result?.total).toBe(9)
  })

  it('keeps the answer before a failure, tells why, and forgets the failure with the next part or answer', async () => {
    const { source, asked } = heldSource()
    const { views, loop } = start(source)
    asked[0]?.answer(resultWith(7))
    await settled()
    act(views, setText('camp'))
    asked[1]?.fail(new SourceError('unreachable', 'offline'))
    await settled()
    expect(loop.store.getState()).toMatchObject({ result: { total: 7 }, error: { code: 'unreachable' } })
    expect(loop.store.getState().unanswered).toEqual(asked[1]?.query)
    act(views, setText('camps'))
    asked[2]?.sendPart(firstPartWith(2))
    expect(loop.store.getState()).toMatchObject({ result: { total: 2 }, error: null })
  })

  it('tells of a source that aborts by itself as of any failure', async () => {
    const { source, asked } = heldSource()
    const { store } = start(source).loop
    asked[0]?.fail(new DOMException('aborted', 'AbortError'))
    await settled()
    expect(store.getState()).toMatchObject({ result: null, error: { code: 'internal' } })
  })

  it('goes on after a query that never comes back', async () => {
    vi.useFakeTimers()
    const { source, asked } = heldSource()
    const { views, loop } = start(limitTime(source, { open: 60, answer: 30 }))
    act(views, setText('camp'))
    await vi.advanceTimersByTimeAsync(29_000)
    expect(asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(loop.store.getState().error?.code).toBe('timeout')
    expect(asked[0]?.signal?.aborted).toBe(true)
    expect(asked[1]?.query.filters.text).toBe('camp')
    asked[0]?.sendPart(firstPartWith(1))
    asked[0]?.answer(resultWith(1))
    asked[1]?.answer(resultWith(2))
    await vi.advanceTimersByTimeAsync(0)
    expect(loop.store.getState()).toMatchObject({ result: { total: 2 }, error: null })
  })

  it('aborts the query under way when it is stopped, and changes nothing any more', async () => {
    const { source, asked } = heldSource()
    const { views, loop } = start(source)
    loop.stop()
    expect(asked[0]?.signal?.aborted).toBe(true)
    asked[0]?.sendPart(firstPartWith(1))
    asked[0]?.answer(resultWith(1))
    act(views, setText('camp'))
    await settled()
    expect(loop.store.getState().result).toBeNull()
    expect(asked).toHaveLength(1)
  })
})

describe('while texts come in, the result loop', () => {
  const textsAsked = (asked: readonly Asked[]) => asked.map(({ query }) => query.filters.text)

  async function startWithoutTexts() {
    const { source, asked, tell } = heldSource()
    tell({ kind: 'texts', progress: { stage: 'download', done: 0 } })
    const started = start(source)
    await settled()
    const tellAndAnswer = async (state: SourceState) => {
      for (const { answer } of asked) answer(resultWith(0))
      await settled()
      tell(state)
    }
    return { ...started, asked, tell: tellAndAnswer }
  }

  it('asks again once for titles, and a search as more is indexed', async () => {
    const { views, asked, tell } = await startWithoutTexts()
    expect(textsAsked(asked)).toEqual([''])
    await tell(indexed(1))
    await tell(indexed(2))
    expect(textsAsked(asked)).toEqual(['', ''])
    await tell(indexed(3))
    act(views, setText('camp'))
    await tell(indexed(4))
    await tell(indexed(5))
    expect(textsAsked(asked).slice(2)).toEqual(['camp', 'camp', 'camp'])
  })

  it('asks again when they are ready, also where no progress was told', async () => {
    const { asked, tell, loop } = await startWithoutTexts()
    await tell({ kind: 'ready' })
    expect(textsAsked(asked)).toEqual(['', ''])
    expect(loop.store.getState().indexing).toBeNull()
  })

  it('tells progress, and that they failed', async () => {
    const { tell, loop } = await startWithoutTexts()
    await tell(indexed(3))
    expect(loop.store.getState().indexing).toEqual({ stage: 'index', done: 3, total: 9 })
    await tell({ kind: 'textsFailed', error: new SourceError('truncated', 'texts') })
    expect(loop.store.getState().indexing).toBe('failed')
  })

  it('does not ask a source twice that is ready from the start', async () => {
    const { source, asked } = heldSource()
    start(source)
    await settled()
    expect(asked).toHaveLength(1)
  })
})
