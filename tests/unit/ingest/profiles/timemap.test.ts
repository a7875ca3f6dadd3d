import { describe, expect, it } from 'vitest'
import { timemap } from '../../../../src/ingest/profiles/timemap.ts'
import { oneRow, readOne, readRows, recognize, variants, type Cells } from './readRows.ts'

/*
 * From TimeMap's validators (events, sources, associations), its download button and its spreadsheet. Lists are one JSON
 * text in a cell, as the JSON reader gives them. All rows are invented.
 */

const event = {
  id: 'EV1',
  description: 'Windows of the mill are broken. Later, a second blast.',
  date: '2/3/2024',
  time: '16:20',
  location: 'Mill, north of town',
  latitude: '10.5',
  longitude: '20.25',
  associations: '["a1","a2"]',
  sources: '["s1","s2"]',
}

const sources: Cells = {
  file: 'sources.json',
  columns: ['id', 'title', 'paths', 'author', 'date', 'description'],
  rows: [
    ['s1', 'A', '["https://example.org/a","https://example.org/b"]', 'Valley News', '2/4/2024', 'A photo'],
    ['s2', '-', '["HIDDEN"]', '', '', 'Source hidden'],
    ['s3', '-', '["facebook"]', '', '', 'A post'],
  ],
}

const associations: Cells = {
  file: 'associations.json',
  columns: ['id', 'title', 'desc', 'mode', 'filter_paths'],
  rows: [
    ['a1', 'Residential', '', 'FILTER', '["Type of area","Residential"]'],
    ['a2', 'First story', '', 'NARRATIVE', ''],
  ],
}

describe('the TimeMap profile', () => {
  it('recognizes events, and the two tables that belong to them', () => {
    expect(recognize(timemap, oneRow(event))).toMatchObject({ kind: 'incidents' })
    expect(recognize(timemap, sources)).toMatchObject({ kind: 'not-incidents', code: 'lookup-table' })
    expect(recognize(timemap, associations)).toMatchObject({ kind: 'not-incidents', code: 'lookup-table' })
    const { associations: _, ...download } = event
    expect(recognize(timemap, oneRow({ ...download, filters: '[]' }))).toMatchObject({ kind: 'incidents' })
    expect(
      recognize(timemap, { columns: ['id', 'date', 'description', 'sources'], rows: [] }),
    ).toBeUndefined()
  })

  it('recognizes the sheets of its spreadsheet, and takes the compiled one', () => {
    const compiled = [
      'description',
      'date',
      'time',
      'location',
      'latitude',
      'longitude',
      'association1',
      'source1',
    ]
    const entered = ['Description', 'Date', 'Time', 'Location', 'Association 1', 'Source', 'Comments']
    expect(recognize(timemap, { table: 'EXPORT_EVENTS', columns: compiled, rows: [] })).toMatchObject({
      kind: 'incidents',
    })
    for (const [table, columns] of [
      ['Events', entered],
      ['Sources', ['ID', 'Title', 'Thumbnail', 'Description', 'Path 1', 'Path 2', 'Type']],
      ['EXPORT_SOURCES', ['id', 'title', 'thumbnail', 'description', 'path1', 'path2', 'type']],
      ['Associations', ['ID', 'Description', 'Mode', 'Filter Path']],
      ['EXPORT_ASSOCIATIONS', ['id', 'title', 'desc', 'mode', 'filter_path0']],
    ] as const) {
      expect(recognize(timemap, { table, columns, rows: [] })).toMatchObject({ code: 'lookup-table' })
    }
  })

  it('reads an event with its sources and associations', () => {
    expect(readOne(timemap, oneRow(event), { others: [sources, associations] })).toEqual({
      id: 'EV1',
      title: { en: 'Windows of the mill are broken. Later, a second blast.' },
      date: { start: '2024-02-03', precision: 'hour', time: '16:20' },
      place: { locality: 'Mill, north of town', position: [20.25, 10.5] },
      actors: [],
      casualties: [],
      sources: [
        { publisher: 'Valley News', url: 'https://example.org/a', published: '2024-02-04', note: 'A photo' },
        { publisher: 'Valley News', url: 'https://example.org/b', published: '2024-02-04', note: 'A photo' },
      ],
      tags: ['Type of area: Residential', 'First story'],
    })
  })

  it('reads an event whose other tables are absent', () => {
    expect(readOne(timemap, oneRow(event))).toMatchObject({ sources: [], tags: ['a1', 'a2'] })
  })

  it('keeps a path that is no URL as the name of the publisher, and leaves a hidden source out', () => {
    const cells = oneRow({ ...event, sources: '["s2","s3","none"]' })
    const [outcome] = readRows(timemap, cells, { others: [sources] })
    expect(outcome).toMatchObject({
      ok: true,
      flags: ['unreadable-url'],
      incident: { sources: [{ publisher: 'facebook', note: 'A post' }] },
    })
  })

  it('reads the download, as JSON', () => {
    const { associations: _, ...rest } = event
    const cells = oneRow({
      ...rest,
      sources:
        '[{"id":"s1","path":"https://example.org/a","description":"A photo"},{"id":"x","path":"HIDDEN"}]',
      filters: '[{"key":"Type of area","value":"Residential"}]',
    })
    expect(readOne(timemap, cells)).toMatchObject({
      sources: [{ publisher: '', url: 'https://example.org/a', note: 'A photo' }],
      tags: ['Type of area: Residential'],
    })
  })

  it('reads the download, as CSV', () => {
    const cells = oneRow({
      ...event,
      sources: 'https://example.org/a,https://example.org/b',
      associations: 'Type of area: Residential,First story',
    })
    expect(readOne(timemap, cells)).toMatchObject({
      sources: [{ url: 'https://example.org/a' }, { url: 'https://example.org/b' }],
      tags: ['Type of area: Residential', 'First story'],
    })
  })

  it('reads the rows of the spreadsheet', () => {
    const cells = oneRow({
      description: 'A thing happened.',
      date: '10/21/2015',
      time: '00:00',
      location: '',
      latitude: '',
      longitude: '',
      association1: 'tear',
      association2: '',
      source1: 'src1',
    })
    const others: Cells[] = [
      {
        table: 'EXPORT_SOURCES',
        columns: ['id', 'title', 'description', 'path1', 'path2', 'type'],
        rows: [['src1', 'Town', 'A photo', 'https://example.org/p', '', 'Photo']],
      },
      {
        table: 'EXPORT_ASSOCIATIONS',
        columns: ['id', 'title', 'desc', 'mode', 'filter_path0', 'filter_path1', 'filter_path2'],
        rows: [['tear', 'tear', '', 'FILTER', 'Weapons', 'Close', 'Gas']],
      },
    ]
    expect(readOne(timemap, cells, { others })).toMatchObject({
      date: { start: '2015-10-21', precision: 'day' },
      place: {},
      sources: [{ publisher: '', url: 'https://example.org/p', note: 'A photo' }],
      tags: ['Weapons / Close: Gas'],
    })
  })

  it('reads the month first, whatever the user says', () => {
    expect(timemap.dateColumns(Object.keys(event))).toEqual([])
    for (const dayOrder of ['day-first', 'month-first'] as const) {
      const { date } = readOne(timemap, oneRow({ ...event, date: '02/03/2024' }), { dayOrder })
      expect(date.start).toBe('2024-02-03')
    }
  })

  it('takes midnight as a time that is not known', () => {
    expect(readOne(timemap, oneRow({ ...event, time: '00:00' })).date).toEqual({
      start: '2024-02-03',
      precision: 'day',
    })
    expect(readOne(timemap, oneRow({ ...event, time: '25:00' })).date).not.toHaveProperty('time')
  })

  it('says that points of Bellingcat are blurred', () => {
    const incident = readOne(timemap, oneRow({ ...event, id: 'CIV0001' }))
    expect(incident.place.precision).toBe('site')
    expect(incident.tags).toContain('Position slightly blurred by Bellingcat')
    expect(readOne(timemap, oneRow(event)).place.precision).toBeUndefined()
  })

  it('reads a decimal comma, and rejects half a position', () => {
    const cells = variants(event, [{ latitude: '10,5', longitude: '20,25' }, { latitude: '' }])
    expect(readRows(timemap, cells)).toMatchObject([
      { ok: true, incident: { place: { position: [20.25, 10.5] } } },
      { ok: false, code: 'half-position', column: 5 },
    ])
  })

  it('takes broken lists as text', () => {
    const cells = oneRow({ ...event, sources: '["s1"', associations: '{"__proto__":1}' })
    expect(readRows(timemap, cells)[0]).toMatchObject({ ok: true })
  })
})
