import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasItemOf, isItemOf, type ItemSet } from '../../src/clickhouse/answer/itemSet.ts'
import { sql } from '../../src/clickhouse/sql.ts'
import { wholeTable } from '../../src/clickhouse/tables.ts'
import { insertTsv } from './insertTsv.ts'
import { createTestBase, servers, type TestBase } from './testBase.ts'

/** Ids of the terms of the base: 1 to this number. */
const IDS = 5_000

const listed = (count: number): ItemSet => ({
  kind: 'listed',
  // Every second id, some of them beyond the last.
  items: Array.from({ length: count }, (_, at) => 2 * (at + 1)),
})

describe.skipIf(!servers)('sets of numbers over two shards', () => {
  let base: TestBase
  beforeAll(async () => {
    base = await createTestBase('spread')
    const lines = Array.from({ length: IDS }, (_, at) => `t${at + 1}\t${at + 1}\t1`)
    await insertTsv(base.connection, 'terms', lines)
  })
  afterAll(() => base.drop())

  const selected = (): ItemSet => ({
    kind: 'selected',
    select: sql`SELECT id FROM ${wholeTable(base.connection.base, 'terms')} WHERE id % 2 = 0`,
  })

  it.each([
    ['no number', () => listed(0), 0],
    ['one', () => listed(1), 1],
    ['some', () => listed(7), 7],
    ['thousands', () => listed(2_400), 2_400],
    ['more than rows', () => listed(40_000), IDS / 2],
    ['what a SELECT answers', selected, IDS / 2],
  ])('finds rows and list items that are in a set of %s', async (_, setOf, count) => {
    const { connection } = base
    const set = setOf()
    const counted = async (condition: ReturnType<typeof sql>) =>
      connection.rows<[number]>(
        sql`SELECT count() FROM ${wholeTable(connection.base, 'terms')} WHERE ${condition}`,
      )
    const wide = set.kind === 'selected' ? sql`id` : sql`toUInt64(id)`
    expect(await counted(isItemOf(sql`id`, set, 'UInt32'))).toEqual([[count]])
    expect(await counted(isItemOf(wide, set, set.kind === 'selected' ? 'UInt32' : 'UInt64'))).toEqual([
      [count],
    ])
    expect(await counted(hasItemOf(sql`[toUInt32(1), id]`, set))).toEqual([[count]])
  })
})
