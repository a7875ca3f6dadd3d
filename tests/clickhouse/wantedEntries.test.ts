import { describe, expect, it } from 'vitest'
import { readEntries } from '../../src/clickhouse/answer/wantedEntries.ts'
import { sql } from '../../src/clickhouse/sql.ts'
import { wholeTable } from '../../src/clickhouse/tables.ts'
import { baseOfTest, servers } from './testBase.ts'

describe.skipIf(!servers)('entries of a dictionary', () => {
  it('are read without very many others', async () => {
    const { connection } = await baseOfTest('spread')
    const { base } = connection
    await connection.command(
      sql`INSERT INTO ${wholeTable(base, 'entries')} (load, kind, entry) SELECT 1, 0, number FROM numbers(60003)`,
    )
    const without = Array.from({ length: 60_001 }, (_, entry) => entry)
    const page = { without, offset: 0, limit: 5 }
    const entries = { kind: 'actors', condition: undefined } as const
    expect(await readEntries(connection, { base, load: 1, hides: false }, entries, page, {})).toEqual([
      60_001, 60_002,
    ])
  })
})
