import { describe, expect, it } from 'vitest'
import { kobo } from '../../../../src/ingest/profiles/kobo.ts'
import { readTable } from '../../../../src/ingest/readers/readTable.ts'
import { oneRow, readOne, readRows, recognize, variants } from './readRows.ts'

/* Columns as KoboToolbox and ODK Central name them. All rows are invented. */

const submission = {
  start: '2024-03-09T10:00:00.000+02:00',
  end: '2024-03-09T10:10:00.000+02:00',
  today: '2024-03-09',
  phonenumber: '+100000000',
  'who/name': 'Person Unnamed',
  'what/incident_date': '2024-03-02',
  'what/description': 'The mill was hit.',
  'what/incident_type': 'Shelling',
  'where/location': '10.5 20.25 0 0',
  'where/_location_latitude': '10.5',
  'where/_location_longitude': '20.25',
  'where/_location_altitude': '0',
  'where/_location_precision': '0',
  'what/killed': '2',
  _id: '77',
  _uuid: 'abc-def',
  _submission_time: '2024-03-09T10:11:00',
}

describe('the KoboToolbox profile', () => {
  it('recognizes submissions that say when something happened', () => {
    expect(recognize(kobo, oneRow(submission))).toMatchObject({ kind: 'incidents' })
    const central = ['SubmissionDate', 'what-incident_date', 'where-location-Latitude', 'KEY']
    expect(recognize(kobo, { columns: central, rows: [] })).toMatchObject({ kind: 'incidents' })
    const { 'what/incident_date': _, ...undated } = submission
    expect(recognize(kobo, oneRow(undated))).toBeUndefined()
    expect(recognize(kobo, { columns: ['incident_date', 'start', 'end'], rows: [] })).toBeUndefined()
  })

  it('reads questions by their names, and neither names of persons nor when the form was filled in', () => {
    const incident = readOne(kobo, oneRow(submission))
    expect(incident).toMatchObject({
      id: 'abc-def',
      summary: { en: 'The mill was hit.' },
      date: { start: '2024-03-02', precision: 'day' },
      place: { position: [20.25, 10.5] },
      casualties: [{ killed: { min: 2, max: 2 } }],
      tags: ['Shelling'],
    })
    expect(JSON.stringify(incident)).not.toMatch(/Unnamed|\+1000|2024-03-09/)
  })

  it('reads the points of ODK Central, and of the JSON of KoboToolbox', () => {
    const central = {
      SubmissionDate: '2024-03-09',
      'what-incident_date': '2024-03-02',
      'where-location-Latitude': '10.5',
      'where-location-Longitude': '20.25',
      KEY: 'uuid:1',
    }
    const json = {
      _uuid: 'abc',
      _submission_time: '2024-03-09',
      incident_date: '2024-03-02',
      _geolocation: '[10.5,20.25]',
    }
    for (const form of [central, json]) {
      expect(readOne(kobo, oneRow(form)).place.position).toEqual([20.25, 10.5])
    }
    expect(readOne(kobo, oneRow({ ...json, _geolocation: '[null,null]' })).place.position).toBeUndefined()
  })

  it('reads columns whose labels stand in a second header row', () => {
    const labelled = {
      'incident_date Date of the incident': '2024-03-02',
      '_where_latitude _Where_latitude': '10.5',
      '_where_longitude _Where_longitude': '20.25',
      '_uuid _uuid': 'abc',
      '_submission_time _submission_time': '2024-03-09',
    }
    expect(recognize(kobo, oneRow(labelled))).toBeDefined()
    expect(readOne(kobo, oneRow(labelled))).toMatchObject({
      id: 'abc',
      date: { start: '2024-03-02' },
      place: { position: [20.25, 10.5] },
    })
  })

  it('has the labels below the names of questions as a second header row', async () => {
    const lines = [
      'what/incident_date,what/what_happened,_where_latitude,_where_longitude,_id,_uuid,_submission_time',
      'Date of the incident,What/who was hit?,_Where?_latitude,_Where?_longitude,_id,_uuid,_submission_time',
      '2024-03-02,A market,10.5,20.25,1,abc,2024-03-09T10:00:00',
      '2024-03-03,A road,10.5,20.25,2,def,2024-03-09T10:00:00',
    ]
    const read = await readTable(new TextEncoder().encode(lines.join('\n')))
    if (!read.ok) throw new Error(read.code)
    const [table] = read.value.tables
    if (!table) throw new Error('no table')
    expect(read.value.account.counts).toMatchObject({ header: 2, record: 2 })
    const rows = [...table.rows()].map(({ cells }) => cells)
    expect(recognize(kobo, { columns: table.columns, rows })).toBeDefined()
    expect(readRows(kobo, { columns: table.columns, rows })).toMatchObject([
      {
        ok: true,
        incident: { id: 'abc', date: { start: '2024-03-02' }, place: { position: [20.25, 10.5] } },
      },
      { ok: true, incident: { id: 'def', date: { start: '2024-03-03' } } },
    ])
  })

  it('rejects a submission without its date', () => {
    expect(readRows(kobo, variants(submission, [{ 'what/incident_date': '' }]))).toEqual([
      { ok: false, code: 'no-date', column: 5 },
    ])
    expect(kobo.dateColumns(Object.keys(submission))).toEqual([5])
  })
})
