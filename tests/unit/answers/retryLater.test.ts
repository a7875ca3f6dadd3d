import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { PageSigns } from '../../../src/answers/pageSigns.ts'
import type { ResultState } from '../../../src/answers/resultLoop.ts'
import { retryLater } from '../../../src/answers/retryLater.ts'
import { SourceError, type SourceErrorCode } from '../../../src/query/incidentSource.ts'

/** A loop that the test lets fail and be answered, before a page that it hides and shows. */
function start() {
  const store = createStore<ResultState>(() => ({
    result: null,
    query: null,
    isPartial: false,
    error: null,
    unanswered: null,
    indexing: null,
  }))
  const askAgain = vi.fn<() => void>()
  let isVisible = true
  let onReturn: (() => void) | undefined
  const page: PageSigns = {
    isVisible: () => isVisible,
    onReturn(listener) {
      onReturn = listener
      return () => (onReturn = undefined)
    },
  }
  const stop = retryLater({ store, askAgain, stop: () => {} }, page)
  return {
    askAgain,
    stop,
    fail: (code: SourceErrorCode = 'unreachable') => store.setState({ error: new SourceError(code, '') }),
    answer: () => store.setState({ error: null, isPartial: false }),
    answerPart: () => store.setState({ error: null, isPartial: true }),
    hide: () => void (isVisible = false),
    show() {
      isVisible = true
      onReturn?.()
    },
  }
}

const seconds = (count: number) => vi.advanceTimersByTime(count * 1_000)

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a query that failed', () => {
  it('is asked again after growing pauses, of a minute at most', () => {
    const { askAgain, fail } = start()
    for (const [at, pause] of [2, 4, 8, 16, 32, 60, 60].entries()) {
      fail()
      seconds(pause - 0.001)
      expect(askAgain).toHaveBeenCalledTimes(at)
      seconds(0.001)
      expect(askAgain).toHaveBeenCalledTimes(at + 1)
    }
  })

  it('is asked again at another moment by each page', () => {
    const { askAgain, fail } = start()
    vi.mocked(Math.random).mockReturnValue(0.999)
    fail()
    seconds(1.6)
    expect(askAgain).toHaveBeenCalledOnce()
  })

  it.each(['unreachable', 'busy', 'incomplete'] as const)('with %s is asked again soon', (code) => {
    const { askAgain, fail } = start()
    fail(code)
    seconds(2)
    expect(askAgain).toHaveBeenCalledOnce()
  })

  it('for want of time is asked again late', () => {
    const { askAgain, fail } = start()
    fail('timeout')
    seconds(59)
    expect(askAgain).not.toHaveBeenCalled()
    seconds(1)
    expect(askAgain).toHaveBeenCalledOnce()
  })

  it.each(['excessive', 'missing', 'malformed', 'internal', 'lost'] as const)(
    'with %s is not asked again, nor when the page is looked at',
    (code) => {
      const { askAgain, fail, show } = start()
      fail(code)
      seconds(1_000)
      show()
      expect(askAgain).not.toHaveBeenCalled()
    },
  )

  it('is not asked again once it is answered, and the next failure is tried again soon', () => {
    const { askAgain, fail, answer } = start()
    fail()
    seconds(2)
    fail()
    answer()
    seconds(1_000)
    expect(askAgain).toHaveBeenCalledTimes(1)
    fail()
    seconds(2)
    expect(askAgain).toHaveBeenCalledTimes(2)
  })

  it('is not asked again sooner because a part of an answer came between', () => {
    const { askAgain, fail, answerPart } = start()
    fail()
    seconds(2)
    answerPart()
    fail()
    seconds(3)
    expect(askAgain).toHaveBeenCalledTimes(1)
    seconds(1)
    expect(askAgain).toHaveBeenCalledTimes(2)
  })

  it('waits while nobody looks at the page, and is asked again at once when somebody does', () => {
    const { askAgain, fail, hide, show } = start()
    hide()
    fail()
    seconds(1_000)
    expect(askAgain).not.toHaveBeenCalled()
    show()
    expect(askAgain).toHaveBeenCalledOnce()
  })

  it('is asked again soon after the network was back, however often it had failed before', () => {
    const { askAgain, fail, show } = start()
    for (const pause of [2, 4, 8, 16]) {
      fail()
      seconds(pause)
    }
    fail()
    show()
    expect(askAgain).toHaveBeenCalledTimes(5)
    fail()
    seconds(2)
    expect(askAgain).toHaveBeenCalledTimes(6)
  })

  it('is left alone when the loop has stopped', () => {
    const { askAgain, fail, show, stop } = start()
    fail()
    stop()
    seconds(1_000)
    fail()
    seconds(1_000)
    show()
    expect(askAgain).not.toHaveBeenCalled()
  })
})

it('asks nothing of a source that answers, when the page is looked at', () => {
  const { askAgain, answer, show } = start()
  answer()
  show()
  expect(askAgain).not.toHaveBeenCalled()
})
