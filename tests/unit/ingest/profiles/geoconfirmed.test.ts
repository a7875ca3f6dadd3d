import { describe, expect, it } from 'vitest'
import { geoconfirmed } from '../../../../src/ingest/profiles/geoconfirmed.ts'
import { oneRow, readOne, readRows, recognize, variants, type Cells } from './readRows.ts'

/* The columns of GeoConfirmed's CSV export, and placemarks as its KMZ has them. All rows are invented. */

const row = {
  Date: '2024-09-17',
  Name: '17 SEP 2024',
  Faction: 'Neutral',
  Origin: 'UAV',
  Latitude: '49.25',
  Longitude: '35.5',
  PlusCode: '9CC5+22 Milltown, North Oblast, Ukraine',
  Description: 'Damaged mill after a reported attack.',
  Source: 'https://x.com/a/status/1, https://t.me/b/2',
  Geolocation: 'https://x.com/c/status/3',
  Equipment: 'Truck, Tank',
  EquipmentItems: '',
  Units: '',
  OrbatUnits: '',
  Id: 'abc',
}

describe('the GeoConfirmed profile', () => {
  it('recognizes the CSV export', () => {
    expect(recognize(geoconfirmed, oneRow(row))).toMatchObject({ kind: 'incidents' })
    expect(recognize(geoconfirmed, { columns: ['Date', 'Name', 'Latitude'], rows: [] })).toBeUndefined()
  })

  it('reads what the columns say', () => {
    expect(readOne(geoconfirmed, oneRow(row))).toEqual({
      id: 'abc',
      title: { en: 'Damaged mill after a reported attack.' },
      date: { start: '2024-09-17', precision: 'day' },
      place: {
        country: 'Ukraine',
        region: 'North Oblast',
        locality: 'Milltown',
        position: [35.5, 49.25],
        precision: 'site',
      },
      actors: [],
      casualties: [],
      sources: [
        { publisher: '', url: 'https://x.com/a/status/1' },
        { publisher: '', url: 'https://t.me/b/2' },
        {
          publisher: '',
          url: 'https://x.com/c/status/3',
          note: expect.objectContaining({ en: 'Geolocation' }) as unknown,
        },
      ],
      tags: ['Faction: Neutral', 'Origin: UAV', 'Truck', 'Tank'],
    })
  })

  it('does not say how exact a position is that has no geolocation', () => {
    expect(readOne(geoconfirmed, oneRow({ ...row, Geolocation: '' })).place.precision).toBeUndefined()
  })

  it('reads places behind plus codes of all lengths', () => {
    const codes = ['9H7JR24G+XX Mill, Republic, Russia', 'GH4P+X43 Mill', 'GH4P+X43', 'Mill, Ukraine', '']
    const places = readRows(
      geoconfirmed,
      variants(
        row,
        codes.map((PlusCode) => ({ PlusCode })),
      ),
    ).map((outcome) =>
      outcome.ok
        ? [outcome.incident.place.locality, outcome.incident.place.region, outcome.incident.place.country]
        : [],
    )
    expect(places).toEqual([
      ['Mill', 'Republic', 'Russia'],
      ['Mill', undefined, undefined],
      [undefined, undefined, undefined],
      ['Mill', undefined, 'Ukraine'],
      [undefined, undefined, undefined],
    ])
  })

  it('rejects wrong years and rows without a day', () => {
    expect(readRows(geoconfirmed, variants(row, [{ Date: '1527-09-17' }, { Date: '' }]))).toEqual([
      { ok: false, code: 'unreadable-date', column: 0 },
      { ok: false, code: 'no-date', column: 0 },
    ])
  })

  it('reads placemarks whose name is the day', () => {
    const columns = ['name', 'description', 'folder', 'longitude', 'latitude', 'geometry']
    const description =
      'A mill burns.<br>Source: <a href="https://x.com/a/status/1">post</a> https://t.me/b/2'
    const placemarks: Cells = {
      file: 'GeoConfirmed.kmz/doc.kml',
      format: 'kml',
      columns,
      rows: [
        ['17 SEP 2024', description, 'Russia', '35.5', '49.25', 'Point'],
        ['18 SEP 2024 - Mill', 'Smoke.', 'Russia', '35.5', '49.25', 'Point'],
        ['Bridge', 'No day.', 'Other', '35.5', '49.25', 'Point'],
      ],
    }
    expect(recognize(geoconfirmed, placemarks)).toMatchObject({ kind: 'incidents' })
    expect(recognize(geoconfirmed, { ...placemarks, file: 'map.kml' })).toBeUndefined()
    expect(recognize(geoconfirmed, { ...placemarks, format: 'table' })).toBeUndefined()
    expect(readRows(geoconfirmed, placemarks)).toMatchObject([
      {
        ok: true,
        incident: {
          date: { start: '2024-09-17' },
          place: { position: [35.5, 49.25] },
          sources: [{ url: 'https://x.com/a/status/1' }, { url: 'https://t.me/b/2' }],
          tags: ['Russia'],
        },
      },
      { ok: true, incident: { title: { en: 'Smoke.' }, date: { start: '2024-09-18' } } },
      { ok: false, code: 'unreadable-date', column: 0 },
    ])
  })
})
