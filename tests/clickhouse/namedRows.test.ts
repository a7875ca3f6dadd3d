import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nameRows } from '../../src/clickhouse/answer/namedRows.ts'
import { sql, type Sql } from '../../src/clickhouse/sql.ts'
import { wholeTable } from '../../src/clickhouse/tables.ts'
import { createTestBase, servers, type TestBase } from './testBase.ts'

/** Rows of the base from 0 on; above a million there is one in each 50. */
const ROWS = 200_000
const MILLION = 1_000_000
/** One more than the blocks that a map may have, and some. */
const FAR_ROWS = 354_000

describe.skipIf(!servers)('rows that a condition names, over two shards', () => {
  let base: TestBase
  const table = () => wholeTable(base.connection.base, 'incidents')
  const name = (condition: Sql) =>
    nameRows({ connection: base.connection, load: 1, visible: sql`load <= 1` }, condition, {})
  /** How many rows there are for which a condition holds, and the sum of their numbers. */
  const rowsWith = async (condition: Sql) =>
    (await base.connection.rows(sql`SELECT count(), sum(row) FROM ${table()} WHERE ${condition}`))[0]

  beforeAll(async () => {
    base = await createTestBase('spread')
    const { connection } = base
    const insert = (load: number, row: Sql, rows: number) =>
      connection.command(
        sql`INSERT INTO ${table()} (load, row) SELECT ${load}, ${row} FROM system.numbers LIMIT ${rows}`,
      )
    await insert(1, sql`number`, ROWS)
    await insert(1, sql`${MILLION} + number * 50`, FAR_ROWS)
    await insert(2, sql`${ROWS} + number`, ROWS)
  })
  afterAll(() => base.drop())

  it.each([
    ['no row', sql`row = 999999999`, 'listed'],
    ['rows at the edges of blocks', sql`row IN (0, 5, 6, 47, 48, 95, 199999)`, 'listed'],
    ['rows far apart', sql`row IN (3, 12345, 16999950)`, 'listed'],
    ['each third row', sql`row < ${ROWS} AND row % 3 = 1`, 'mapped'],
    ['all but a few', sql`row < ${ROWS} AND row % 48 != 47`, 'mapped'],
    ['all rows near by', sql`row < ${ROWS}`, 'mapped'],
    ['the last ones', sql`row >= 100000 AND row < ${MILLION * 16}`, 'mapped'],
  ])('are the same: %s', async (_, condition, kind) => {
    const named = await name(condition)
    if (!named) throw new Error('no rows are named')
    expect(named.text.includes('bitTest') ? 'mapped' : 'listed').toBe(kind)
    expect(await rowsWith(sql`load <= 1 AND (${named})`)).toEqual(
      await rowsWith(sql`load <= 1 AND (${condition})`),
    )
    // What a filter is made of is 1 or 0, and can be turned round.
    expect(await rowsWith(sql`load <= 1 AND not(${named})`)).toEqual(
      await rowsWith(sql`load <= 1 AND not(${condition})`),
    )
  })

  it('are not named where they are too many, or too far from one another', async () => {
    expect(await name(sql`row >= ${MILLION}`)).toBeUndefined()
    expect(await name(sql`row >= ${MILLION * 10}`)).toBeUndefined()
  })

  it('are those of the version alone', async () => {
    const named = await name(sql`row >= ${ROWS / 2} AND row < ${ROWS * 1.5}`)
    expect(await rowsWith(named ?? sql`0`)).toEqual(await rowsWith(sql`row >= ${ROWS / 2} AND row < ${ROWS}`))
  })
})
