import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { connect } from '../../src/clickhouse/connection.ts'
import { dropBase } from '../../src/clickhouse/createBase.ts'
import { complaintOf } from '../../src/clickhouse/failures.ts'
import { RowBinary } from '../../src/clickhouse/load/rowBinary.ts'
import { literal, sql } from '../../src/clickhouse/sql.ts'
import { localTable, wholeTable } from '../../src/clickhouse/tables.ts'
import { SourceError } from '../../src/query/incidentSource.ts'
import { baseOfTest, servers } from './testBase.ts'

describe.skipIf(!servers)('a connection to ClickHouse', () => {
  it('answers rows as arrays, integers of 64 bits as numbers', async () => {
    const { connection } = await baseOfTest('spread')
    const rows = await connection.rows(
      sql`SELECT toUInt64(${2 ** 53}), 'a', [1, 2], toFloat32(0.5), nan UNION ALL SELECT 1, ${literal("'\t\0")}, [], 2, 0`,
    )
    expect(rows.toSorted((a, b) => Number(b[0]) - Number(a[0]))).toEqual([
      [2 ** 53, 'a', [1, 2], 0.5, null],
      [1, "'\t\0", [], 2, 0],
    ])
  })

  it('inserts into the shard that the row number names, and waits until it is there', async () => {
    const { connection, nodes } = await baseOfTest('spread')
    const rows = new RowBinary()
    for (const row of [0, 1, 2]) {
      rows.uint64(row)
      rows.uint32(1)
    }
    await connection.insert(wholeTable(connection.base, 'hidden'), rows.taken())
    const perNode = await Promise.all(
      nodes.map((node) =>
        node.rows<[number]>(sql`SELECT row FROM ${localTable(node.base, 'hidden')} ORDER BY row`),
      ),
    )
    expect(perNode).toEqual(nodes.length === 2 ? [[[0], [2]], [[1]]] : [[[0], [1], [2]]])
  })

  it.each(['default', 'reader'])(
    'stops the statement on the server when the signal ends it: user %s',
    async (user) => {
      const { connection } = await baseOfTest('one')
      const asker = connect({ ...connection.base, url: connection.url, user })
      const controller = new AbortController()
      const mark = `stop ${randomUUID()}`
      const asked = asker.rows(sql`SELECT sum(sleepEachRow(0.1)), ${literal(mark)} FROM numbers(1000)`, {
        signal: controller.signal,
        settings: { max_block_size: '1' },
      })
      setTimeout(() => controller.abort(new Error('enough')), 300)
      await expect(asked).rejects.toThrow('enough')
      await expect.poll(() => running(mark), { timeout: 30_000 }).toBe(0)
      await asker.close()

      async function running(text: string): Promise<number> {
        const rows = await connection.rows<[string]>(sql`SELECT query FROM system.processes`)
        return rows.filter(([query]) => query.includes(text)).length
      }
    },
  )

  it('says that a statement takes too long, and never repeats it', async () => {
    const { connection } = await baseOfTest('one')
    const asked = connection.rows(sql`SELECT sum(sleepEachRow(0.1)), 'secret' FROM numbers(1000)`, {
      maxSeconds: 1,
      settings: { max_block_size: '1' },
    })
    const failure = await asked.catch((reason: unknown) => reason)
    expect(failure).toBeInstanceOf(SourceError)
    expect(failure).toMatchObject({ code: 'timeout' })
    expect(String(failure)).not.toContain('secret')
  })

  it.each([
    ['excessive', sql`SELECT groupArray(number) FROM numbers(10000000)`, { max_memory_usage: '1000000' }],
    ['excessive', sql`SELECT count() FROM system.numbers`, { max_rows_to_read: '1000' }],
    ['internal', sql`SELECT 1 +`, {}],
    ['missing', sql`SELECT count() FROM nowhere_at_all.incidents`, {}],
  ])('tells what the server refused: %s', async (code, query, settings) => {
    const { connection } = await baseOfTest('one')
    const failure = await connection.rows(query, { settings }).catch((reason: unknown) => reason)
    expect(failure).toMatchObject({ name: 'SourceError', code })
    expect(complaintOf(failure)?.code).toBeGreaterThan(0)
  })

  it.each([
    [
      'timeout',
      sql`SELECT sum(sleepEachRow(0.1)) FROM numbers(30)`,
      { max_execution_time: 1, max_block_size: '1' },
    ],
    ['excessive', sql`SELECT count() FROM system.numbers`, { max_rows_to_read: '1000' }],
    ['excessive', sql`SELECT number FROM numbers(1000)`, { max_result_rows: '100', max_block_size: '10' }],
    ['excessive', sql`SELECT number FROM numbers(1000) GROUP BY number`, { max_rows_to_group_by: '10' }],
    ['excessive', sql`SELECT 1 IN (SELECT number FROM numbers(1000))`, { max_rows_in_set: '10' }],
    ['excessive', sql`SELECT DISTINCT number FROM numbers(1000)`, { max_rows_in_distinct: '10' }],
  ])('is refused what a profile would cut off: %s', async (code, query, settings) => {
    const { connection } = await baseOfTest('one')
    const hasty = connect({ ...connection.base, url: connection.url, user: 'hasty' })
    const failure = await hasty.rows(query, { settings }).catch((reason: unknown) => reason)
    expect(failure).toMatchObject({ name: 'SourceError', code })
    await hasty.close()
  })

  it('says that a server is unreachable', async () => {
    const nobody = connect({ url: 'http://127.0.0.1:1', database: 'x', cluster: null })
    await expect(nobody.rows(sql`SELECT 1`)).rejects.toMatchObject({ code: 'unreachable' })
    await nobody.close()
  })

  it('drops a base whole', async () => {
    const { connection, nodes } = await baseOfTest('spread')
    await dropBase(nodes)
    await expect(
      connection.rows(sql`SELECT count() FROM ${wholeTable(connection.base, 'loads')}`),
    ).rejects.toMatchObject({ code: 'missing' })
  })
})
