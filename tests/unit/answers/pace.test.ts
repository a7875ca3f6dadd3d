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
