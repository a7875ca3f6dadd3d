import { describe, expect, it } from 'vitest'
import { listAt, textAt } from '../../../src/incidents/columns.ts'
import { interpretFiles, readFiles } from '../../../src/ingest/importFiles.ts'
import { fileOf, header, importFiles, importLines, incidentsOf, tableOf, today } from './importLines.ts'

describe('ids', () => {
  it('of the file stay, as far as a link can hold them; repeated ones get a number and a flag', async () => {
    const { incidents, table } = await importLines([
      header,
      'A/1,2025-10-20,Here,1,2,Raid,1',
      'A/1,2025-10-21,Here,1,2,Raid,1',
      'A 1,2025-10-22,Here,1,2,Raid,1',
    ])
    expect(incidents.map(({ id }) => id)).toEqual(['A-1', 'A-1-2', 'A-1-3'])
    expect(incidents.map(({ tags }) => tags?.includes('check: repeated-id'))).toEqual([true, true, false])
    expect(table.flags).toContainEqual({ code: 'repeated-id', count: 2 })
  })

  it('are the numbers of the records where the file has none, rejected ones counted', async () => {
    const { incidents } = await importLines(['date,place', '2025-10-20,Here', ',There', '2025-10-19,There'])
    expect(incidents.map(({ id }) => id)).toEqual(['row-3', 'row-1'])
  })

  it('of two files without any are told apart', async () => {
    const imported = await importFiles([
      fileOf(['date,place', '2025-10-20,Here'], 'a.csv'),
      fileOf(['date,place', '2025-10-21,There'], 'b.csv'),
    ])
    expect(incidentsOf(imported).map(({ id }) => id)).toEqual(['row-1', 'row-2-1'])
  })
})

describe('a record', () => {
  it('is read again from its file, with its cells, by row of the columns', async () => {
    const { incidents, imported } = await importLines([
      'date,place,country,actor,victims',
      '2025-10-21,Second,Syria,Group A,4',
      '2025-10-20,First,Syria,group a,',
    ])
    expect(incidents[1]).toEqual({
      id: 'row-1',
      title: { en: 'Second' },
      summary: {},
      date: { start: '2025-10-21', precision: 'day' },
      place: { id: 'second', precision: 'not-stated' },
      type: 'not-stated',
      subtype: 'not-stated',
      actors: [{ id: 'group-a', role: 'party' }],
      sources: [],
      status: 'reported',
      original: {
        file: 'reports.csv',
        line: 2,
        cells: [
          ['date', '2025-10-21'],
          ['place', 'Second'],
          ['country', 'Syria'],
          ['actor', 'Group A'],
          ['victims', '4'],
        ],
      },
    })
    const { dictionaries } = imported.columns.columns
    expect(dictionaries.actors.map(({ name }) => name)).toEqual([{ en: 'Group A' }])
    expect(dictionaries.places.map(({ id, parent, iso }) => ({ id, parent, iso }))).toEqual([
      { id: 'syria', parent: undefined, iso: 'SY' },
      { id: 'second', parent: 'syria', iso: undefined },
      { id: 'first', parent: 'syria', iso: undefined },
    ])
    expect(() => imported.record(2)).toThrow(RangeError)
  })

  it('has the tags and the text that its columns have', async () => {
    const { imported, incidents } = await importLines([
      header,
      'a,2025-10-22,Here,0,0,Raid,1',
      'b,2025-10-20,Here,1,2,Raid; Theft,',
    ])
    const { columns, texts } = imported.columns
    incidents.forEach((incident, row) => {
      const tags = Array.from(listAt(columns.tags, row), (at) => columns.dictionaries.tags[at])
      expect(incident.tags).toEqual(tags)
      expect(textAt(texts.title.en, row)).toBe(incident.title.en)
    })
    expect(incidents.map(({ tags }) => tags)).toEqual([
      ['Raid', 'Theft'],
      ['Raid', 'check: null-island'],
    ])
  })

  it('takes names of columns that objects have for names', async () => {
    const { incidents, table } = await importLines([
      '__proto__,date,constructor,toString',
      'a,2025-10-20,b,c',
      'd,2025-10-21,e,f',
    ])
    expect(table.counts.accepted).toBe(0)
    expect(table.notIncidents).toBe('counts-by-period')
    expect(incidents).toEqual([])
    const mapped = await importLines(['__proto__,date', 'a,2025-10-20', 'b,2025-10-21'], {
      fields: ['title', 'day'],
    })
    expect(mapped.incidents.map(({ title }) => title.en)).toEqual(['a', 'b'])
  })
})

describe('several files', () => {
  it('that are the same count once', async () => {
    const file = fileOf([header, 'a,2025-10-20,Here,1,2,Raid,1'])
    const { report } = await importFiles([file, { ...file, name: 'copy.csv' }])
    expect(report.files.map(({ fault }) => fault)).toEqual([undefined, 'same-file'])
    expect(report.incidents).toBe(1)
  })

  it('with the same name have keys of their own', async () => {
    const imported = await importFiles([
      fileOf([header, 'a,2025-10-20,Here,1,2,Raid,1']),
      fileOf([header, 'b,2025-10-20,Here,1,2,Raid,1']),
    ])
    expect([tableOf(imported, 0).key, tableOf(imported, 1).key]).toEqual([
      'reports.csv#1',
      'reports.csv (2)#1',
    ])
  })
})

describe('records of one incident', () => {
  it('are joined, and all accepted or all rejected', async () => {
    const columns =
      'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp'
    const row = (id: string, date: string, actor: string) =>
      `${id},${date},2024,1,Political violence,Battles,Armed clash,${actor},,Rebel group,,,,,,760,Middle East,Syria,A,B,,Town,36.1,36.9,1,Agency,National,Shots,3,,1`
    const { incidents, table } = await importLines([
      columns,
      row('SYR1', '2024-01-02', 'Group A'),
      row('SYR2', '', 'Group A'),
      row('SYR1', '2024-01-02', 'Group B'),
      row('SYR2', '', 'Group C'),
    ])
    expect(table).toMatchObject({ profile: 'acled', incidents: 1 })
    expect(table.counts).toEqual({ records: 4, accepted: 2, rejected: 2, leftOut: 0 })
    expect(incidents.map(({ id, actors }) => [id, actors.map((actor) => actor.id)])).toEqual([
      ['SYR1', ['group-a', 'group-b']],
    ])
  })
})

describe('long work', () => {
  const many = fileOf([
    header,
    ...Array.from({ length: 30_000 }, (_, i) => `${i},2025-10-20,Here,1,2,Raid,1`),
  ])

  it('says how far it is, and ends at the next step when it is aborted', async () => {
    const controller = new AbortController()
    const read = await readFiles([many])
    const steps: number[] = []
    const work = interpretFiles(
      read,
      {},
      {
        today,
        signal: controller.signal,
        onProgress({ records }) {
          steps.push(records)
          controller.abort(new Error('enough'))
        },
      },
    )
    await expect(work).rejects.toThrow('enough')
    expect(steps).toHaveLength(1)
    expect(steps[0]).toBeLessThan(30_000)
  })

  it('ends with all bytes and records', async () => {
    let last = { bytes: 0, totalBytes: 0, records: 0 }
    await interpretFiles(await readFiles([many]), {}, { today, onProgress: (progress) => (last = progress) })
    expect(last).toEqual({ bytes: many.bytes.length, totalBytes: many.bytes.length, records: 30_000 })
  })
})
