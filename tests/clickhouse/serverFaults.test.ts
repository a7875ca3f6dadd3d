import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServedDataset } from '../../src/clickhouse/answer/servedBase.ts'
import { connect, type Connection } from '../../src/clickhouse/connection.ts'
import { createBase } from '../../src/clickhouse/createBase.ts'
import { limitStatements } from '../../src/clickhouse/limitStatements.ts'
import { literal, sql } from '../../src/clickhouse/sql.ts'
import { serverPaths } from '../../src/query/servedDataset.ts'
import { largeTable } from '../oracle/plainIncident.ts'
import { linesOf, serve, wholeQuery } from '../server/serve.ts'
import { silentDataset } from '../server/silentDataset.ts'
import { findClickhouse } from './findClickhouse.ts'
import { loadPlain } from './loadPlain.ts'
import { startClickhouse, type OwnServers } from './startClickhouse.ts'

const version = 'load-1-plain'
const body = { version, query: wholeQuery }
const ROWS = 300

/** Servers of its own, as it stops them. */
describe.skipIf(!findClickhouse())('a server over ClickHouse', () => {
  let own: OwnServers
  let nodes: Connection[]
  let connection: Connection

  beforeAll(async () => {
    own = await startClickhouse(2)
    const base = { database: 'faults', cluster: own.cluster }
    nodes = own.urls.map((url) => connect({ url, ...base }))
    await createBase(nodes)
    const [first] = nodes
    if (!first) throw new Error('no server has started')
    connection = first
    await loadPlain(connection, largeTable(ROWS, 1), { load: 1, first: 0 })
  })

  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.close()))
    await own.stop()
  })

  /** Status and code, or the total of an answer. */
  async function ask(post: Awaited<ReturnType<typeof serve>>['post']): Promise<[number, unknown]> {
    const response = await post(serverPaths.query, body)
    if (!response.ok) return [response.status, ((await response.json()) as { code: string }).code]
    const last = (await linesOf(response)).at(-1)
    return [response.status, last?.kind === 'whole' ? last.whole.answer.total : last]
  }

  it('refuses to answer while a shard is gone, and answers again when it is back', async () => {
    const { post } = await serve(createServedDataset(connection))
    expect(await ask(post)).toEqual([200, ROWS])
    await own.kill(1)
    expect(await ask(post)).toEqual([503, 'incomplete'])
    // Nor does a server that starts now say that the base is smaller.
    const later = await serve(createServedDataset(connection))
    expect(await ask(later.post)).toEqual([503, 'incomplete'])
    await own.restart(1)
    await expect.poll(() => ask(post), { timeout: 60_000, interval: 500 }).toEqual([200, ROWS])
    expect(await ask(later.post)).toEqual([200, ROWS])
  })

  it('says that ClickHouse is gone, and goes on when it has been restarted', async () => {
    const { url, post } = await serve(createServedDataset(connection))
    expect(await ask(post)).toEqual([200, ROWS])
    await own.kill(0)
    expect(await ask(post)).toEqual([503, 'unreachable'])
    const ill = await fetch(`${url}healthz`)
    expect([ill.status, await ill.json()]).toEqual([503, { status: 'unavailable', code: 'unreachable' }])
    await own.restart(0)
    await expect.poll(() => ask(post), { timeout: 60_000, interval: 500 }).toEqual([200, ROWS])
    expect((await fetch(`${url}healthz`)).status).toBe(200)
  })

  it('says that a query needs more memory or rows than are allowed, and answers the next', async () => {
    const poor = limitStatements(connection, { seconds: 30, memory: 1 })
    const served = await serve(createServedDataset(poor))
    expect(await ask(served.post)).toEqual([422, 'excessive'])
    const narrow = limitStatements(connection, { seconds: 30, rows: 10 })
    const narrowly = await serve(createServedDataset(narrow))
    expect(await ask(narrowly.post)).toEqual([422, 'excessive'])
    const { post } = await serve(createServedDataset(connection))
    expect(await ask(post)).toEqual([200, ROWS])
  })

  it('stops the query of a client that has gone, in ClickHouse too', async () => {
    const mark = `gone ${randomUUID()}`
    const slow = sql`SELECT sum(sleepEachRow(0.1)), ${literal(mark)} FROM numbers(1000)`
    const running = async () => {
      const rows = await connection.rows<[string]>(sql`SELECT query FROM system.processes`)
      return rows.filter(([query]) => query.includes(mark)).length
    }
    const { post } = await serve(
      silentDataset({
        async incident(_, { signal }) {
          await connection.rows(slow, { signal, settings: { max_block_size: '1' } })
          return undefined
        },
      }),
    )
    const away = new AbortController()
    const answer = post(
      serverPaths.incident,
      { version, id: 'a' },
      { signal: away.signal, headers: { 'content-type': 'application/json' } },
    )
    answer.catch(() => {})
    await expect.poll(running, { timeout: 30_000 }).toBe(1)
    away.abort()
    await expect(answer).rejects.toThrow('aborted')
    await expect.poll(running, { timeout: 30_000 }).toBe(0)
  })
})
