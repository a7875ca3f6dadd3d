import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnCells } from '../../../../src/ingest/readers/columnCells.ts'
import { readTable } from '../../../../src/ingest/readers/readTable.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

const cell = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom('a,b', '"a"', '"a,b"', '"a ""b"" c"', 'a"b', '"', "'Azaz", '"two\nlines"', '', ' '),
)

it('are those of the records, whatever quotes and delimiters are in them', async () => {
  const texts = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom('\n', '\r\n'), async (rows, lineEnd) => {
      const text = rows.map((row) => row.join(',')).join(lineEnd)
      const read = await readTable(new TextEncoder().encode(text))
      for (const table of read.ok ? read.value.tables : []) {
        for (let column = 0; column < 6; column += 1) {
          const expected = Array.from(table.rows(), ({ cells }) => cells[column] ?? '')
          expect([...columnCells(table, column)]).toEqual(expected)
        }
      }
    }),
    { numRuns: propertyRuns(500) },
  )
})
