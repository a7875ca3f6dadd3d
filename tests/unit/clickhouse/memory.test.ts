import { describe, expect, it } from 'vitest'
import { createMemory } from '../../../src/clickhouse/answer/memory.ts'

/** A memory of doubled numbers that counts what it was asked. */
function doubling(most: number) {
  const asked: number[] = []
  const memory = createMemory<number, number>(most, String, async (number) => {
    asked.push(number)
    if (number < 0) throw new Error('below 0')
    return 2 * number
  })
  return { asked, memory }
}

describe('createMemory', () => {
  it('asks once for what is asked twice, at the same time too', async () => {
    const { asked, memory } = doubling(4)
    expect(await Promise.all([memory(3, {}), memory(3, {})])).toEqual([6, 6])
    expect(await memory(3, {})).toBe(6)
    expect(asked).toEqual([3])
  })

  it('says what it knows without asking', async () => {
    const { asked, memory } = doubling(4)
    expect(memory.known(3)).toBeUndefined()
    const answer = memory(3, {})
    expect(memory.known(3)).toBeUndefined()
    await answer
    expect(memory.known(3)).toBe(6)
    expect(asked).toEqual([3])
  })

  it('forgets what was asked for longest ago', async () => {
    const { asked, memory } = doubling(2)
    for (const number of [1, 2, 1, 3, 1, 2]) await memory(number, {})
    expect(asked).toEqual([1, 2, 3, 2])
  })

  it('asks anew after a failure', async () => {
    const { asked, memory } = doubling(4)
    await expect(memory(-1, {})).rejects.toThrow('below 0')
    await expect(memory(-1, {})).rejects.toThrow('below 0')
    expect(asked).toEqual([-1, -1])
    expect(memory.known(-1)).toBeUndefined()
  })

  it('leaves one caller alone whose signal is aborted, and answers the others', async () => {
    let answer: ((value: number) => void) | undefined
    const memory = createMemory<number, number>(4, String, () => new Promise((resolve) => (answer = resolve)))
    const controller = new AbortController()
    const left = memory(5, { signal: controller.signal })
    const other = memory(5, {})
    controller.abort(new Error('enough'))
    await expect(left).rejects.toThrow('enough')
    answer?.(10)
    expect(await other).toBe(10)
    await expect(memory(5, { signal: controller.signal })).rejects.toThrow('enough')
  })

  it('ends the asking when nobody waits any more, and asks anew then', async () => {
    const signals: (AbortSignal | undefined)[] = []
    const memory = createMemory<number, number>(4, String, (_, { signal }) => {
      signals.push(signal)
      return new Promise(() => {})
    })
    const controllers = [new AbortController(), new AbortController()]
    const answers = controllers.map(({ signal }) => memory(5, { signal }))
    controllers[0]?.abort(new Error('left'))
    await expect(answers[0]).rejects.toThrow('left')
    expect(signals[0]?.aborted).toBe(false)
    controllers[1]?.abort(new Error('left too'))
    await expect(answers[1]).rejects.toThrow('left too')
    expect(signals[0]?.aborted).toBe(true)
    void memory(5, {})
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, false])
  })
})
