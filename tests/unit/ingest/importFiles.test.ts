import { describe, expect, it } from 'vitest'
import { readCountryShapes } from '../../../src/cli/readCountryShapes.ts'
import { listAt, textAt } from '../../../src/incidents/columns.ts'
import { parseDay } from '../../../src/incidents/day.ts'
import type { Incident } from '../../../src/incidents/incident.ts'
import {
  interpretFiles,
  readFiles,
  type ImportedDataset,
  type InterpretOptions,
} from '../../../src/ingest/importFiles.ts'
import type { ImportChoices, TableChoices, TableReport } from '../../../src/query/importReport.ts'
import { expectAccounted } from './expectAccountedReport.ts'

const today = parseDay('2025-11-30') ?? 0
const encoder = new TextEncoder()

function fileOf(lines: readonly string[], name = 'reports.csv') {
  return { name, bytes: encoder.encode(`${lines.join('\n')}\n`) }
}

async function importFiles(
  files: readonly { name: string; bytes: Uint8Array }[],
  choices: ImportChoices = {},
  options: Partial<InterpretOptions> = {},
): Promise<ImportedDataset> {
  const imported = await interpretFiles(await readFiles(files), choices, { today, ...options })
  expectAccounted(imported.report)
  return imported
}

async function importLines(lines: readonly string[], chosen: TableChoices = {}) {
  const imported = await importFiles([fileOf(lines)], { 'reports.csv#1': chosen })
  return { imported, table: tableOf(imported), incidents: incidentsOf(imported) }
}

function tableOf({ report }: ImportedDataset, i = 0): TableReport {
  const table = report.files.flatMap(({ tables }) => tables)[i]
  if (!table) throw new Error(`no table ${i}`)
  return table
}

function incidentsOf({ columns: { columns }, record }: ImportedDataset): Incident[] {
  return Array.from({ length: columns.rows }, (_, row) => record(row))
}

const header = 'id,date,place,lat,lon,type,killed'

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

describe('choices', () => {
  it('skip a table', async () => {
    const { table } = await importLines([header, 'a,2025-10-20,Here,1,2,Raid,1'], { skip: true })
    expect(table).toMatchObject({ skipped: true, counts: { records: 1, leftOut: 1 } })
  })

  it('map columns by hand', async () => {
    const { incidents, table } = await importLines(['what,seen', 'Fire,2025-10-20', 'Flood,2025-10-21'], {
      fields: ['title', 'day'],
    })
    expect(incidents.map(({ title }) => title)).toEqual([{ en: 'Fire' }, { en: 'Flood' }])
    expect(table.columns.map(({ field, reason }) => [field, reason])).toEqual([
      ['title', 'user'],
      ['day', 'content'],
    ])
  })

  it('put positions at 0, 0 out, and exchange latitude and longitude, for a whole table', async () => {
    const lines = [header, 'a,2025-10-20,Here,0,0,Raid,', 'b,2025-10-21,Here,120,10,Raid,']
    const { table } = await importLines(lines)
    expect(table.flags).toEqual([
      { code: 'position-exchanged', count: 1 },
      { code: 'null-island', count: 1 },
    ])
    const { incidents } = await importLines(lines, { corrections: ['null-island', 'position-exchanged'] })
    expect(incidents.map(({ place: { lng, lat } }) => [lng, lat])).toEqual([
      [undefined, undefined],
      [120, 10],
    ])
  })
})

describe('flags', () => {
  it('tell positions outside the country, and exchanged ones', async () => {
    const lines = [
      'date,country,lat,lon,description',
      '2025-10-20,Syria,36.2,37.1,in it',
      '2025-10-21,Syria,36.9,36.9,across the border',
      '2025-10-22,Syria,48.9,2.3,in another one',
      '2025-10-23,Syria,38.5,34.9,exchanged',
      '2025-10-24,Italy,39.5,13.0,off the coast',
    ]
    const imported = await importFiles([fileOf(lines)], {}, { shapes: await readCountryShapes() })
    expect(incidentsOf(imported).map(({ tags }) => tags)).toEqual([
      undefined,
      undefined,
      ['check: outside-country'],
      ['check: position-exchanged'],
      undefined,
    ])
  })

  it('tell what repeats, lies in the future, or cannot be', async () => {
    const { incidents } = await importLines([
      'date,place,type,killed,url',
      '2025-10-20,Here,Raid,2,https://example.org/a',
      '2025-10-20,Here,Raid,999999,https://example.org/b',
      '2025-12-01,There,Raid,many people,https://example.org/a',
      '2025-10-01,There,Raid,-3,no link',
    ])
    expect(incidents.map(({ tags = [] }) => tags.filter((tag) => tag.startsWith('check')))).toEqual([
      ['check: unreadable-count', 'check: unreadable-url'],
      ['check: repeated-url', 'check: same-day-place-type'],
      ['check: same-day-place-type', 'check: absurd-value'],
      ['check: repeated-url', 'check: future-date', 'check: unreadable-count'],
    ])
  })

  it('tell positions that a gazetteer gave', async () => {
    const gazetteer = {
      lookUp: ({ locality }: { locality?: string | undefined }) =>
        locality === 'Here' ? ({ lng: 3, lat: 4, precision: 'town', name: 'Here' } as const) : 'none',
    } as const
    const lines = ['date,country,place', '2025-10-20,Syria,Here', '2025-10-21,Syria,There']
    const imported = await importFiles([fileOf(lines)], {}, { gazetteer })
    expect(incidentsOf(imported).map(({ place, tags }) => [place.lng, place.precision, tags])).toEqual([
      [3, 'town', ['check: by-gazetteer']],
      [undefined, 'not-stated', undefined],
    ])
  })

  it('tell points that stand for a shape', async () => {
    const feature = (type: string, coordinates: unknown, title: string) => ({
      type: 'Feature',
      geometry: { type, coordinates },
      properties: { title, date: '2025-10-20' },
    })
    const ring = [
      [1, 1],
      [3, 1],
      [3, 3],
      [1, 1],
    ]
    const features = [feature('Point', [1, 2], 'a'), feature('Polygon', [ring], 'b')]
    const bytes = encoder.encode(JSON.stringify({ type: 'FeatureCollection', features }))
    const imported = await importFiles([{ name: 'areas.geojson', bytes }])
    expect(incidentsOf(imported).map(({ title, tags }) => [title.en, tags])).toEqual([
      ['a', undefined],
      ['b', ['check: inside-shape']],
    ])
  })
})

describe('dates', () => {
  it('in either order are asked for, unless one shows the order', async () => {
    const told = await importLines(['date,place', '02/03/2024,Here', '25/03/2024,Here'])
    expect(told.table).toMatchObject({ dayOrder: 'day-first', questions: [] })
    expect(told.incidents[0]?.date.start).toBe('2024-03-02')
    const asked = await importLines(['date,place', '02/03/2024,Here', '05/05/2024,Here'])
    expect(asked.table).toMatchObject({ dayOrder: null, questions: ['day-order'], counts: { rejected: 1 } })
    const answered = await importLines(['date,place', '02/03/2024,Here'], { dayOrder: 'month-first' })
    expect(answered.incidents[0]?.date.start).toBe('2024-02-03')
    expect(answered.table.questions).toEqual([])
  })

  it('come as numbers of a spreadsheet, and as milliseconds, in a whole column', async () => {
    const serials = await importLines(['date,place', '45585,Here', '45586,Here'])
    expect(serials.incidents.map(({ date }) => date.start)).toEqual(['2024-10-20', '2024-10-21'])
    const moments = await importLines(['time,place', '1517961600000,Here', '1517875200000,Here'])
    expect(moments.incidents.map(({ date }) => date.start)).toEqual(['2018-02-06', '2018-02-07'])
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

describe('what a form says of its flags', () => {
  it('leaves out repeated links and places in rows of GDELT, where one article gives many rows', async () => {
    const columns =
      'GLOBALEVENTID,SQLDATE,QuadClass,ActionGeo_Type,ActionGeo_ADM2Code,ActionGeo_FullName,ActionGeo_Lat,ActionGeo_Long,SOURCEURL'
    const row = (id: number) =>
      `${id},20240302,1,4,,"Milltown, North, France",48.5,2.25,https://example.org/story`
    const imported = await importFiles([fileOf([columns, row(900000001), row(900000002)], 'events.csv')])
    expect(tableOf(imported)).toMatchObject({ profile: 'gdelt-2', incidents: 2, flags: [] })
    expect(
      incidentsOf(imported).flatMap(({ tags = [] }) => tags.filter((tag) => tag.startsWith('check'))),
    ).toEqual([])
  })
})

describe('HXL tags', () => {
  it('of a table help to tell its columns', async () => {
    const { table, incidents } = await importLines([
      'w,x,y,z',
      '#date+start,#geo+lat,#geo+lon,#affected+killed',
      '2025-10-20,36.2,37.1,2',
      '2025-10-21,36.3,37.2,1',
    ])
    expect(table.columns.map(({ field }) => field)).toEqual(['day', 'latitude', 'longitude', 'killed'])
    expect(incidents.map(({ casualties }) => casualties?.[0]?.killed)).toEqual([
      { min: 2, max: 2 },
      { min: 1, max: 1 },
    ])
  })
})

describe('a map without dates', () => {
  const map = (properties: readonly object[]) => ({
    name: 'map.geojson',
    bytes: encoder.encode(
      JSON.stringify({
        type: 'FeatureCollection',
        features: properties.map((each) => ({
          type: 'Feature',
          properties: each,
          geometry: { type: 'Point', coordinates: [37.1, 36.2] },
        })),
      }),
    ),
  })

  it('is refused with its columns to choose from; no date is taken from its texts', async () => {
    const file = map([
      { title: '2022-03-01 Shelling', description: 'Date: 2022-03-01', noted: '1 March 2022, at night' },
      { title: '2022-03-02 Clash', description: 'Date: 2022-03-02', noted: '2 March 2022, at noon' },
    ])
    const table = tableOf(await importFiles([file]))
    expect(table).toMatchObject({ notIncidents: 'no-date', profile: null, counts: { leftOut: 2 } })
    const fields = table.columns.map(({ field }) => field)
    expect(fields).toEqual(expect.arrayContaining(['title', 'description', 'latitude', 'longitude']))
    const undated = await importFiles([file], { [table.key]: { profile: 'mapping' } })
    expect(tableOf(undated)).toMatchObject({ rejections: [{ code: 'no-date', count: 2 }] })
  })

  it('is read once the column is named that holds dates', async () => {
    const file = map([
      { title: 'Shelling', seen: '2022-03-01' },
      { title: 'Clash', seen: 'unknown' },
      { title: 'Raid', seen: 'perhaps in May' },
    ])
    const table = tableOf(await importFiles([file]))
    expect(table.notIncidents).toBe('no-date')
    const fields = table.columns.map(({ name, field }) => (name === 'seen' ? ('day' as const) : field))
    const read = await importFiles([file], { [table.key]: { profile: 'mapping', fields } })
    expect(incidentsOf(read).map(({ title, date }) => [title.en, date.start])).toEqual([
      ['Shelling', '2022-03-01'],
    ])
    expect(tableOf(read).counts).toMatchObject({ accepted: 1, rejected: 2 })
  })
})
