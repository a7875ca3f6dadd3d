import { describe, expect, it } from 'vitest'
import { myMaps } from '../../../../src/ingest/profiles/myMaps.ts'
import { readOne, readRows, recognize, type Cells } from './readRows.ts'

/* Placemarks as the KML reader gives them. All are invented. */

const columns = [
  'name',
  'description',
  'folder',
  'when',
  'begin',
  'end',
  'longitude',
  'latitude',
  'geometry',
  'Date',
]

function placemarks(...rows: string[][]): Cells {
  return { format: 'kml', columns, rows }
}

const html =
  'A mill burns.<br><img src="https://example.org/p.jpg"><a href="https://example.org/post">post</a>'

describe('the My Maps profile', () => {
  it('recognizes placemarks that say a day', () => {
    const stamped = ['Mill', html, 'Fires', '2024-03-02', '', '', '20.25', '10.5', 'Point', '']
    expect(recognize(myMaps, placemarks(stamped))).toMatchObject({ kind: 'incidents' })
    expect(recognize(myMaps, placemarks(stamped.with(3, '').with(9, '2 March 2024')))).toBeDefined()
    expect(recognize(myMaps, { ...placemarks(stamped), format: 'table' })).toBeUndefined()
  })

  it('leaves placemarks alone whose only day is in their text', () => {
    const row = ['Mill', 'Image 14/09/2014.', 'Fires', '', '', '', '20.25', '10.5', 'Point', '']
    expect(recognize(myMaps, placemarks(row))).toBeUndefined()
    expect(readRows(myMaps, placemarks(row))).toMatchObject([{ ok: false, code: 'no-date' }])
  })

  it('does not take the date of a picture for that of the placemark', () => {
    const cells: Cells = {
      format: 'kml',
      columns: ['name', 'IMAGE_DATE', 'longitude', 'latitude'],
      rows: [['Mill', '14/09/2014', '20.25', '10.5']],
    }
    expect(recognize(myMaps, cells)).toBeUndefined()
  })

  it('reads a placemark with a time stamp', () => {
    const row = ['Mill', html, 'Fires / North', '2024-03-02T00:00:00Z', '', '', '20.25', '10.5', 'Point', '']
    expect(readOne(myMaps, placemarks(row), { lang: 'fr' })).toMatchObject({
      title: { fr: 'Mill' },
      date: { start: '2024-03-02', precision: 'day' },
      place: { position: [20.25, 10.5] },
      sources: [{ publisher: '', url: 'https://example.org/post' }],
      tags: ['Fires / North'],
    })
  })

  it('reads a time span, and the author’s own column of dates', () => {
    const span = ['Mill', '', '', '', '2024-03-02', '2024-03-05', '20.25', '10.5', 'Point', '']
    const own = ['Mill', '', '', '', '', '', '', '', '', '02/03/2024']
    expect(myMaps.dateColumns(columns)).toEqual([9])
    expect(readRows(myMaps, placemarks(span, own), { dayOrder: 'day-first' })).toMatchObject([
      { ok: true, incident: { date: { start: '2024-03-02', end: '2024-03-05' } } },
      { ok: true, incident: { date: { start: '2024-03-02' }, place: {} } },
    ])
  })

  it('reads the other columns of the author’s table by their names', () => {
    const cells: Cells = {
      format: 'kml',
      columns: [
        'folder',
        'name',
        'description',
        'geometry',
        'longitude',
        'latitude',
        'Date',
        'Killed',
        'Link',
        'Lat',
      ],
      rows: [
        ['Fires', 'Mill', '', 'Point', '20.25', '10.5', '2 March 2024', '3', 'https://example.org/a', '99'],
        [
          'Fires',
          'Mill',
          'See https://example.org/a',
          'Point',
          '',
          '',
          '3 March 2024',
          '',
          'https://example.org/a',
          '',
        ],
      ],
    }
    expect(readRows(myMaps, cells)).toMatchObject([
      {
        ok: true,
        incident: {
          place: { position: [20.25, 10.5] },
          casualties: [{ killed: { min: 3, max: 3 } }],
          sources: [{ url: 'https://example.org/a' }],
        },
      },
      { ok: true, incident: { date: { start: '2024-03-03' }, casualties: [], sources: [{ publisher: '' }] } },
    ])
  })

  it('rejects a span that ends before it begins', () => {
    const span = ['Mill', '', '', '', '2024-03-02', '2024-03-01', '20.25', '10.5', 'Point', '']
    expect(readRows(myMaps, placemarks(span))).toEqual([{ ok: false, code: 'end-before-start', column: 5 }])
  })
})
