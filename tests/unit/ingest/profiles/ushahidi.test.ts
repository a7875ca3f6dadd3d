import { describe, expect, it } from 'vitest'
import { ushahidi } from '../../../../src/ingest/profiles/ushahidi.ts'
import { oneRow, readOne, readRows, recognize, variants } from './readRows.ts'

/* The columns of Ushahidi 2 and 3, as their programs write them. All rows are invented. */

const older = {
  '#': '17',
  'INCIDENT TITLE': 'Road closed',
  'INCIDENT DATE': '10/2/15 15:00',
  LOCATION: 'Mill bridge',
  DESCRIPTION: 'A tree fell.\nSee https://example.org/tree',
  CATEGORY: 'Roads, Trees, ',
  LATITUDE: '10.5',
  LONGITUDE: '20.25',
  'FIRST NAME': 'Person',
  'LAST NAME': 'Unnamed',
  EMAIL: 'nobody@example.org',
  APPROVED: 'YES',
  VERIFIED: 'NO',
}

const newer = {
  'Post ID': '8',
  Survey: 'Reports',
  'Post Status': 'published',
  'Created (UTC)': '2024-03-05 10:00:00',
  'Post Date (UTC)': '2024-03-02 00:00:00',
  Contact: '+100000000',
  'Sets/Collections': '',
  Title: 'Flood',
  Description: 'Water in the mill.',
  'Where.lat': '10.5',
  'Where.lon': '20.25',
}

describe('the Ushahidi profile', () => {
  it('recognizes both versions, with columns of their own in between', () => {
    expect([recognize(ushahidi, oneRow(older))?.kind, recognize(ushahidi, oneRow(newer))?.kind]).toEqual([
      'incidents',
      'incidents',
    ])
    expect(recognize(ushahidi, { columns: ['Title', 'Description', 'Category'], rows: [] })).toBeUndefined()
  })

  it('reads version 2, but for who reported it', () => {
    const incident = readOne(ushahidi, oneRow(older), { dayOrder: 'month-first', lang: 'fr' })
    expect(incident).toEqual({
      id: '17',
      title: { fr: 'Road closed' },
      summary: { fr: 'A tree fell.\nSee https://example.org/tree' },
      date: { start: '2015-10-02', precision: 'hour', time: '15:00' },
      place: { locality: 'Mill bridge', position: [20.25, 10.5] },
      actors: [],
      casualties: [],
      sources: [{ publisher: '', url: 'https://example.org/tree' }],
      tags: ['Roads', 'Trees', 'APPROVED: YES', 'VERIFIED: NO'],
    })
  })

  it('reads version 3 with the first point of its survey', () => {
    expect(readOne(ushahidi, oneRow(newer))).toEqual({
      id: '8',
      title: { en: 'Flood' },
      summary: { en: 'Water in the mill.' },
      date: { start: '2024-03-02', precision: 'day' },
      place: { position: [20.25, 10.5] },
      actors: [],
      casualties: [],
      sources: [],
      tags: ['Reports', 'Post Status: published'],
    })
  })

  it('asks for the order of day and month', () => {
    expect(ushahidi.dateColumns(Object.keys(older))).toEqual([2])
    expect(readRows(ushahidi, oneRow(older))).toEqual([{ ok: false, code: 'ambiguous-date', column: 2 }])
  })

  it('accepts a report without a position, and rejects half of one', () => {
    const none = { LATITUDE: '', LONGITUDE: '', 'INCIDENT DATE': '2015-10-02' }
    expect(readRows(ushahidi, variants(older, [none, { ...none, LATITUDE: '10' }]))).toMatchObject([
      { ok: true, incident: { place: {} } },
      { ok: false, code: 'half-position', column: 7 },
    ])
  })
})
