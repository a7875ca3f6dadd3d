import { describe, expect, it } from 'vitest'
import { readFile } from '../../../../../src/ingest/readers/readFile.ts'
import type { FileTable } from '../../../../../src/ingest/readers/fileTable.ts'
import { countedByOthers, hasRealFiles, realFile } from '../../realFiles.ts'

/** What was counted independently of us. */
interface Counted {
  format?: string
  sheets: string[]
  sheet_read: string
  columns: number
  records: number
  hxl_records?: number
  date_min: string
  date_max: string
}

async function tablesOf(path: string) {
  const [file] = await readFile(path, realFile(path), {})
  if (!file || 'fault' in file) throw new Error(file?.fault)
  return file
}

/** Days of the column named date, ascending, in ISO form; slashes stand in dates with the month first. */
function days(table: FileTable): string[] {
  const column = table.columns.findIndex((name) => /^(#date|date)/i.test(name))
  return [...table.rows()]
    .map(({ cells }) => cells[column] ?? '')
    .filter(Boolean)
    .map((text) =>
      text.replace(/^(\d\d?)\/(\d\d?)\/(\d{4})$/, (_, m, d, y) => `${y}-${pad(m)}-${pad(d)}`).slice(0, 10),
    )
    .toSorted()
}

function pad(text: string): string {
  return text.padStart(2, '0')
}

describe.skipIf(!hasRealFiles)('a workbook of the fixtures', () => {
  const expected = countedByOthers<Counted>()
  const workbooks = Object.entries(expected).filter(([path]) => path.endsWith('.xlsx'))

  it.each(workbooks)(
    '%s has the sheets, columns, records and days that were counted',
    async (path, counted) => {
      const file = await tablesOf(path)
      const table = file.tables.find(({ name }) => name === counted.sheet_read)
      if (!table) throw new Error(`no sheet ${counted.sheet_read}`)
      expect(counted.sheets).toEqual(expect.arrayContaining(file.tables.map(({ name }) => name)))
      expect(table.records).toBe(counted.records)
      expect(table.columns).toHaveLength(counted.columns)
      expect(file.account.counts.hxl ?? 0).toBe(counted.hxl_records ?? 0)
      const found = days(table)
      expect([found[0], found.at(-1)]).toEqual([counted.date_min, counted.date_max])
    },
  )
})
