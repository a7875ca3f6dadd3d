import { describe, expect, it } from 'vitest'
import { templateColumns } from '../../../src/cli/templateColumns.ts'
import { writeTemplate } from '../../../src/cli/writeTemplate.ts'
import { LATEST_DAY } from '../../../src/incidents/day.ts'
import { interpretFiles, readFiles } from '../../../src/ingest/importFiles.ts'
import { tableColumns } from '../../../src/tabular/tableColumns.ts'

describe('the template', () => {
  it('has columns of the table form alone', () => {
    const known = new Set(tableColumns.map(({ name }) => name))
    expect(templateColumns.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
  })

  it('is read with its example row, and its notes are no incidents', async () => {
    const read = await readFiles([{ name: 'template.xlsx', bytes: await writeTemplate() }])
    const { report, record, columns } = await interpretFiles(read, {}, { today: LATEST_DAY })
    const tables = report.files.flatMap((file) => file.tables)
    expect(tables.map(({ table, profile, counts }) => [table, profile, counts.accepted])).toEqual([
      ['incidents', 'atlas', 1],
      ['notes', null, 0],
      ['words', null, 0],
    ])
    const { actors } = columns.columns.dictionaries
    const police = actors.find(({ name }) => name.en === 'Police of Freedonia')
    expect(record(0)).toMatchObject({
      id: 'newtown-1',
      title: { en: 'Police disperse a protest in Newtown' },
      date: { start: '2025-01-15', precision: 'day', time: '14:30' },
      place: { lng: -36.512, lat: 12.034, precision: 'town' },
      type: 'protests',
      subtype: 'excessive-force-against-protesters',
      status: 'reported',
      actors: [
        { id: police?.id, role: 'initiator' },
        { id: expect.any(String) as string, role: 'target' },
      ],
      casualties: [{ by: 'Police', group: 'all', wounded: { min: 2, max: 2 } }],
      sources: [
        { publisher: 'The Freedonian Post', url: 'https://example.org/post/newtown' },
        { publisher: 'Newtown Radio' },
      ],
      tags: ['market'],
    })
  })
})
