import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTable } from '../../../../src/ingest/readers/readTable.ts'
import { expectAccounted } from './expectAccounted.ts'

const corpus = 'tests/corpora/tables'

/** What lies beside each file of the corpus. */
interface Expected {
  encoding: string
  delimiter: string
  tables: { columns: readonly string[]; records: string[][] }[]
  /** Kind, line or lines, byte range of each row. */
  account: string[]
  /** Lines by code. */
  warnings: Record<string, number[]>
}

describe('a table of text with its dirt, each beside its expected account', () => {
  const names = readdirSync(corpus).filter((name) => !name.endsWith('.expected.json'))

  it('has at least 25 files', () => {
    expect(names.length).toBeGreaterThanOrEqual(25)
  })

  it.each(names)('%s', async (name) => {
    const bytes = readFileSync(join(corpus, name))
    const expected = JSON.parse(readFileSync(join(corpus, `${name}.expected.json`), 'utf8')) as Expected
    const result = await readTable(bytes)
    if (!result.ok) throw new Error(result.code)
    const { account, dialect, encoding, tables, warnings } = result.value
    const rows = Array.from({ length: account.entries }, (_, i) => {
      const { kind, line, lastLine, startByte, endByte } = account.entry(i)
      const lines = line === lastLine ? String(line) : `${line}-${lastLine}`
      return `${kind} ${lines} @${startByte}-${endByte}`
    })
    const found: Expected = {
      encoding,
      delimiter: dialect.syntax.delimiter,
      tables: tables.map((table) => ({
        columns: table.columns,
        records: [...table.rows()].map(({ cells }) => cells),
      })),
      account: rows,
      warnings: Object.fromEntries(warnings.map(({ code, lines }) => [code, lines])),
    }
    expect(found).toEqual(expected)
    expectAccounted(bytes, result.value)
  })
})
