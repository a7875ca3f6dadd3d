import { describe, expect, it } from 'vitest'
import { createAnswerMemory } from '../../../src/clickhouse/answer/answerMemory.ts'
import type { Connection, StatementOptions } from '../../../src/clickhouse/connection.ts'
import { sql, type Sql } from '../../../src/clickhouse/sql.ts'

/** A memory over a connection whose statements are answered by hand. */
function watched() {
  const asked: {
    text: string
    options: StatementOptions
    answer: (rows: number[][]) => void
    fail: () => void
  }[] = []
  const rows = ({ text }: Sql, options: StatementOptions = {}) =>
    new Promise<number[][]>((resolve, reject) => {
      asked.push({ text, options, answer: resolve, fail: () => reject(new Error('gone')) })
      options.signal?.addEventListener('abort', () => reject(new Error('ended')))
    })
  const unused = () => Promise.reject(new Error('not asked'))
  const connection: Connection = {
    user: 'default',
    base: { database: 'base', cluster: null },
    url: 'http://127.0.0.1',
    rows: rows as Connection['rows'],
    command: unused,
    insert: unused,
    stream: unused,
    close: unused,
  }
  return { asked, memory: createAnswerMemory(connection) }
}

describe('createAnswerMemory', () => {
  it('answers again without asking, and says whether its time tells the pace of the base', async () => {
    const { asked, memory } = watched()
    const [first, second] = [memory.reader(), memory.reader()]
    const answer = first.connection.rows(sql`SELECT 1`)
    asked[0]?.answer([[1]])
    expect(await answer).toEqual([[1]])
    expect(await second.connection.rows(sql`SELECT 1`)).toEqual([[1]])
    expect([asked.length, first.isTimed(), second.isTimed()]).toEqual([1, true, false])
  })

  it('does not count the time of who joins a statement of another', async () => {
    const { asked, memory } = watched()
    const [first, second] = [memory.reader(), memory.reader()]
    const answers = [first, second].map(({ connection }) => connection.rows(sql`SELECT 1`))
    const alone = second.connection.rows(sql`SELECT 2`)
    for (const { answer } of asked) answer([[1]])
    await Promise.all([...answers, alone])
    expect([asked.length, first.isTimed(), second.isTimed()]).toEqual([2, true, false])
  })

  it('tells long statements apart', async () => {
    const { asked, memory } = watched()
    const { connection } = memory.reader()
    const answers = [1, 2].map((last) =>
      connection.rows(sql`SELECT ${Array.from({ length: 1_000 }, () => last)}`),
    )
    asked.forEach(({ answer }, at) => answer([[at]]))
    expect(await Promise.all(answers)).toEqual([[[0]], [[1]]])
  })

  it('shares a statement that is under way, and ends it when nobody waits any more', async () => {
    const { asked, memory } = watched()
    const { connection } = memory.reader()
    const controllers = [new AbortController(), new AbortController()]
    const answers = controllers.map(({ signal }) => connection.rows(sql`SELECT 1`, { signal }))
    expect(asked).toHaveLength(1)
    controllers[0]?.abort(new Error('left'))
    await expect(answers[0]).rejects.toThrow('left')
    expect(asked[0]?.options.signal?.aborted).toBe(false)
    controllers[1]?.abort(new Error('left too'))
    await expect(answers[1]).rejects.toThrow('left too')
    expect(asked[0]?.options.signal?.aborted).toBe(true)
    const anew = connection.rows(sql`SELECT 1`)
    asked[1]?.answer([[2]])
    expect(await anew).toEqual([[2]])
  })

  it('asks anew after a failure, and does not keep what is large', async () => {
    const { asked, memory } = watched()
    const { connection } = memory.reader()
    const failed = connection.rows(sql`SELECT 1`)
    asked[0]?.fail()
    await expect(failed).rejects.toThrow('gone')
    const large = connection.rows(sql`SELECT 1`)
    asked[1]?.answer(Array.from({ length: 40_000 }, (_, at) => [at]))
    expect(await large).toHaveLength(40_000)
    const again = connection.rows(sql`SELECT 1`)
    asked[2]?.answer([[3]])
    expect(await again).toEqual([[3]])
  })

  it('remembers nothing of statements with settings of their own', async () => {
    const { asked, memory } = watched()
    const { connection } = memory.reader()
    for (const at of [0, 1]) {
      const answer = connection.rows(sql`SELECT 1`, { settings: { max_threads: 1 } })
      asked[at]?.answer([[at]])
      expect(await answer).toEqual([[at]])
    }
  })
})
