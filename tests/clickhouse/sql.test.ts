import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined, literal, sql } from '../../src/clickhouse/sql.ts'
import { propertyRuns } from '../propertyRuns.ts'
import { baseOfTest, servers } from './testBase.ts'

const piece = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    "'",
    '\\',
    "\\'",
    "''",
    '\0',
    '\n',
    '\\n',
    '--',
    '/*',
    '*/',
    ';',
    '\ud800',
    '`',
    '"',
    '{x:String}',
    '\\x00',
  ),
)
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))

describe.skipIf(!servers)('literals of SQL', () => {
  it('are read by the server as the text that they were made from', async () => {
    const { connection } = await baseOfTest('one')
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (texts) => {
        const query = sql`SELECT ${joined(texts.map(literal), ', ')}`
        expect(await connection.rows(query)).toEqual([texts.map((each) => each.toWellFormed())])
      }),
      { numRuns: propertyRuns(60) },
    )
  })
})
