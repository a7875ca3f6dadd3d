import { describe, expect, it } from 'vitest'
import { encoder, header, importFiles, importLines, incidentsOf, tableOf } from './importLines.ts'

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
