import { describe, expect, it } from 'vitest'
import { policeUk } from '../../../../src/ingest/profiles/policeUk.ts'
import { oneRow, readOne, readRows, recognize, variants } from './readRows.ts'

/* The columns of data.police.uk's street files. All rows are invented. */

const crime = {
  'Crime ID': '',
  Month: '2018-07',
  'Reported by': 'Mill Constabulary',
  'Falls within': 'Mill Constabulary',
  Longitude: '-2.5',
  Latitude: '51.5',
  Location: 'On or near Mill Lane',
  'LSOA code': 'E00000000',
  'LSOA name': 'Milldale 001A',
  'Crime type': 'Burglary',
  'Last outcome category': 'Status update unavailable',
  Context: '',
}

describe('the profile of data.police.uk', () => {
  it('recognizes files of street crime', () => {
    expect(recognize(policeUk, oneRow(crime))).toMatchObject({ kind: 'incidents' })
    expect(recognize(policeUk, { columns: ['Month', 'Crime type', 'Latitude'], rows: [] })).toBeUndefined()
  })

  it('reads the month as a month, and the point as an area', () => {
    expect(readOne(policeUk, oneRow(crime))).toEqual({
      title: { en: 'Burglary, On or near Mill Lane' },
      date: { start: '2018-07-01', precision: 'month' },
      place: {
        country: 'GB',
        district: 'Milldale',
        locality: 'On or near Mill Lane',
        position: [-2.5, 51.5],
        precision: 'district',
      },
      actors: [],
      casualties: [],
      sources: [{ publisher: 'Mill Constabulary', lang: 'en' }],
      tags: ['Burglary', 'Status update unavailable'],
    })
  })

  it('accepts rows without a point, and rejects those without a month', () => {
    expect(
      readRows(policeUk, variants(crime, [{ Longitude: '', Latitude: '', 'Crime ID': 'f0' }, { Month: '' }])),
    ).toMatchObject([
      { ok: true, incident: { id: 'f0' } },
      { ok: false, code: 'no-date', column: 1 },
    ])
  })
})
