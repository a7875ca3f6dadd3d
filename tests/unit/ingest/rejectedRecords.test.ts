import { describe, expect, it } from 'vitest'
import { encoder, fileOf, header, importFiles, importLines, incidentsOf, tableOf } from './importLines.ts'

describe('rejected records', () => {
  const lines = [
    header,
    'a,,Here,1,2,Raid,1',
    'b,2025-02-30,Here,1,2,Raid,1',
    'c,soon,Here,1,2,Raid,1',
    'd,2025-10-20,Here,1,,Raid,1',
    'e,2025-10-20,Here,north,2,Raid,1',
    'f,2025-10-20,Here,91,2,Raid,1',
    'g,2025-10-20,=HERE(),1,2,Raid,1',
    'h,2025-10-20,Here,-1.5,2,Raid,1',
    'i,,"-cmd|""x""",-1.5,2,Raid,1',
  ]

  it('have line, column, value and reason', async () => {
    const { table } = await importLines(lines)
    expect(table.counts).toEqual({ records: 9, accepted: 2, rejected: 7, leftOut: 0 })
    const examples = table.rejections.flatMap((each) => each.examples)
    expect(examples.map(({ line, column, value, code }) => [line, column, value, code])).toEqual([
      [2, 'date', '', 'no-date'],
      [10, 'date', '', 'no-date'],
      [3, 'date', '2025-02-30', 'no-such-day'],
      [4, 'date', 'soon', 'unreadable-date'],
      [5, 'lon', '', 'half-position'],
      [6, 'lat', 'north', 'unreadable-position'],
      [7, 'lat', '91', 'position-out-of-range'],
    ])
  })

  it('come as CSV with their cells, safe to open, and join their file when they are mended', async () => {
    const { imported, table } = await importLines(lines)
    const rows = [...imported.rejectedRows(table.key)]
    expect(rows).toHaveLength(8)
    expect(rows[0]).toBe(`\uFEFF${header},rejected_reason,rejected_line,rejected_column,rejected_file\r\n`)
    expect(rows[7]).toContain(`"'-cmd|""x"""`)
    expect(rows[7]).toContain(',-1.5,')
    const mended = encoder.encode(
      rows.join('').replace('a,,', 'a,2025-10-01,').replace('i,,', 'i,2025-10-02,').replace('soon', 'later'),
    )
    const joined = await importFiles([fileOf(lines), { name: 'mended.csv', bytes: mended }])
    expect(tableOf(joined, 0).counts).toEqual({ records: 9, accepted: 2, rejected: 0, leftOut: 7 })
    expect(tableOf(joined, 1).counts).toEqual({ records: 7, accepted: 2, rejected: 5, leftOut: 0 })
    expect(incidentsOf(joined).map(({ id }) => id)).toEqual(['a', 'i', 'g', 'h'])
    const again = [...joined.rejectedRows(tableOf(joined, 1).key)]
    expect(again.map((row) => row.split(',').at(-3)).slice(1)).toEqual(['3', '4', '5', '6', '7'])
    const alone = await importFiles([{ name: 'mended.csv', bytes: mended }])
    expect(alone.report.incidents).toBe(2)
    const i = incidentsOf(alone).find(({ id }) => id === 'i')
    expect(i?.original?.cells).toContainEqual(['place', '-cmd|"x"'])
  })

  it('that are mended twice, or were accepted meanwhile, count once', async () => {
    const ambiguous = ['id,date,place', 'a,02/03/2024,Here', 'b,soon,Here']
    const first = await importFiles([fileOf(ambiguous)])
    expect(tableOf(first).questions).toEqual(['day-order'])
    expect(tableOf(first).rejections.map(({ code }) => code)).toEqual(['ambiguous-date', 'unreadable-date'])
    const rows = [...first.rejectedRows('reports.csv#1')].join('')
    const mended = (name: string, date: string) => ({
      name,
      bytes: encoder.encode(rows.replace('soon', date).replace('02/03/2024', '2024-03-02')),
    })
    const files = [fileOf(ambiguous), mended('m1.csv', '2024-01-01'), mended('m2.csv', '2024-01-02')]
    const joined = await importFiles(files, { 'reports.csv#1': { dayOrder: 'day-first' } })
    expect(incidentsOf(joined).map(({ id, date }) => [id, date.start])).toEqual([
      ['b', '2024-01-01'],
      ['a', '2024-03-02'],
    ])
    expect(joined.report.files.map(({ tables }) => tables[0]?.counts)).toEqual([
      { records: 2, accepted: 1, rejected: 0, leftOut: 1 },
      { records: 2, accepted: 1, rejected: 0, leftOut: 1 },
      { records: 2, accepted: 0, rejected: 0, leftOut: 2 },
    ])
  })

  it('join their file where the name of a column could be a formula', async () => {
    const signed = ['id,date,place,=note', 'a,soon,Here,1', 'b,2025-10-20,Here,2']
    const first = await importFiles([fileOf(signed)])
    const rows = [...first.rejectedRows('reports.csv#1')].join('')
    expect(rows).toContain(`"'=note",rejected_reason`)
    const mended = { name: 'm.csv', bytes: encoder.encode(rows.replace('soon', '2025-10-19')) }
    const joined = await importFiles([fileOf(signed), mended])
    expect(tableOf(joined, 0).counts).toEqual({ records: 2, accepted: 1, rejected: 0, leftOut: 1 })
    expect(tableOf(joined, 1).columns.map(({ name }) => name)).toEqual(['id', 'date', 'place', '=note'])
    expect(incidentsOf(joined).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('of a syntax that is broken are counted with their table', async () => {
    const { table, imported } = await importLines([
      'id,date,place',
      `a,2025-10-20,x${',y'.repeat(1000)}`,
      'b,2025-10-21,z',
    ])
    expect(table.counts).toEqual({ records: 2, accepted: 1, rejected: 1, leftOut: 0 })
    expect(table.rejections[0]?.examples[0]).toMatchObject({ line: 2, code: 'too-many-cells' })
    expect([...imported.rejectedRows(table.key)][1]).toBe(
      ',,,"it has more than 1,000 cells",2,,reports.csv\r\n',
    )
  })
})
