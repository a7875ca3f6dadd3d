import { describe, expect, it } from 'vitest'
import { createPace } from '../../../src/answers/pace.ts'

/** Answers each question when the test says. */
function heldSource() {
  const open: { question: number; answer: (with_: string) => void; fail: (why: unknown) => void }[] = []
  const answer = (question: number) =>
    new Promise<string>((resolve, reject) => open.push({ question, answer: resolve, fail: reject }))
  return { open, answer }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('pace', () => {
  it('asks one question at a time, and of those that come meanwhile only the newest', async () => {
    const { open, answer } = heldSource()
    const delivered: string[] = []
    const pace = createPace(
      answer,
      (_, text) => delivered.push(text),
      () => {},
    )
    for (const question of [1, 2, 3, 4]) pace.ask(question)
    expect(open.map(({ question }) => question)).toEqual([1])
    open[0]?.answer('one')
    await settled()
    expect(open.map(({ question }) => question)).toEqual([1, 4])
    open[1]?.answer('four')
    await settled()
    expect(delivered).toEqual(['one', 'four'])
  })

  it('goes on after a failure', async () => {
    const { open, answer } = heldSource()
    const failed: number[] = []
    const delivered: string[] = []
    const pace = createPace(
      answer,
      (_, text) => delivered.push(text),
      (question) => failed.push(question),
    )
    pace.ask(1)
    pace.ask(2)
    open[0]?.fail(new Error('gone'))
    await settled()
    open[1]?.answer('two')
    await settled()
    expect(failed).toEqual([1])
    expect(delivered).toEqual(['two'])
  })

  it('delivers nothing after it was stopped', async () => {
    const { open, answer } = heldSource()
    const delivered: string[] = []
    const pace = createPace(
      answer,
      (_, text) => delivered.push(text),
      () => {},
    )
    pace.ask(1)
    pace.stop()
    open[0]?.answer('one')
    pace.ask(2)
    await settled()
    expect(delivered).toEqual([])
    expect(open).toHaveLength(1)
  })
})

/** Answers each question, and tells its part, when the test says; rejects at once where it is aborted. */
function heldInParts() {
  const open: {
    question: number
    signal: AbortSignal
    part: () => void
    answer: (with_: string) => void
    fail: (why: unknown) => void
  }[] = []
  const answer = (question: number, signal: AbortSignal, part: () => void) =>
    new Promise<string>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason))
      open.push({ question, signal, part, answer: resolve, fail: reject })
    })
  const delivered: string[] = []
  const failed: number[] = []
  const pace = createPace(
    answer,
    (_, text) => delivered.push(text),
    (question) => failed.push(question),
  )
  return { open, pace, delivered, failed }
}

describe('pace over answers in parts', () => {
  it('ends a question whose part has come as soon as a newer one comes', async () => {
    const { open, pace, delivered, failed } = heldInParts()
    pace.ask(1)
    open[0]?.part()
    expect(open[0]?.signal.aborted).toBe(false)
    pace.ask(2)
    expect(open[0]?.signal.aborted).toBe(true)
    await settled()
    expect(open.map(({ question }) => question)).toEqual([1, 2])
    expect([delivered, failed]).toEqual([[], []])
  })

  it('ends a question at its part where a newer one waits, never before', async () => {
    const { open, pace } = heldInParts()
    for (const question of [1, 2, 3]) pace.ask(question)
    await settled()
    expect(open[0]?.signal.aborted).toBe(false)
    open[0]?.part()
    await settled()
    expect(open.map(({ question }) => question)).toEqual([1, 3])
  })

  it('waits for the whole answer of the newest question', async () => {
    const { open, pace, delivered } = heldInParts()
    for (const question of [1, 2]) pace.ask(question)
    open[0]?.part()
    await settled()
    open[1]?.part()
    await settled()
    open[1]?.answer('two')
    await settled()
    expect(delivered).toEqual(['two'])
  })

  it('delivers a whole answer that comes without a part, though a newer question waits', async () => {
    const { open, pace, delivered } = heldInParts()
    for (const question of [1, 2]) pace.ask(question)
    open[0]?.answer('one')
    await settled()
    open[1]?.answer('two')
    await settled()
    expect(delivered).toEqual(['one', 'two'])
  })

  it('tells a failure after the part, and asks what comes later', async () => {
    const { open, pace, failed } = heldInParts()
    pace.ask(1)
    open[0]?.part()
    open[0]?.fail(new Error('gone'))
    await settled()
    pace.ask(2)
    expect(failed).toEqual([1])
    expect(open.map(({ question }) => question)).toEqual([1, 2])
  })

  it('delivers nothing that comes after a part once it was stopped', async () => {
    const { open, pace, delivered, failed } = heldInParts()
    pace.ask(1)
    open[0]?.part()
    pace.stop()
    pace.ask(2)
    await settled()
    expect(open[0]?.signal.aborted).toBe(true)
    expect([delivered, failed, open.length]).toEqual([[], [], 1])
  })
})
