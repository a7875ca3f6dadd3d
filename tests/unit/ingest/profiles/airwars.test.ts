import { describe, expect, it } from 'vitest'
import { airwars } from '../../../../src/ingest/profiles/airwars.ts'
import { oneRow, readOne, readRows, recognize, variants } from './readRows.ts'

/* The three forms in which people have put Airwars' assessments. All rows are invented. */

const heading = {
  Incidence_date: 'october-7-2023',
  Incidence_id: 'test0001',
  Incidence_url: 'https://airwars.org/civilian-casualties/test0001/',
  'Strike status': 'Likely strike',
  'Strike type': 'Airstrike',
  'Civilian infrastructure': 'Residential building',
  'Civilians reported killed': '4 – 5',
  'Airwars civilian harm grading': 'Fair',
  'Suspected belligerent': 'NA',
  lat: '31.5',
  long: '34.25',
  'Civilians reported injured': '12–24',
  Impact: 'NA',
  'Suspected belligerents': 'Northern Military, Southern Militants',
  lon: 'NA',
  'Known belligerent': 'NA',
  Airwars_assessment: 'On the day a mill was hit.',
}

const summary = {
  sequence: '1',
  code: 'DEB1',
  airwars_id: '1',
  airwars_url: 'https://airwars.org/civilian-casualties/deb1/',
  date: '2026-03-02',
  date_end: '2026-03-03',
  location_ar: 'الطاحونة',
  location_original: 'The Mill',
  governorate_ar: 'حلب',
  district_ar: '',
  military_ar: 'الجيش الشمالي، غير معروف',
  military_original: 'Northern Military, Unknown',
  strike_type_ar: 'غارة جوية',
  strike_type_original: 'Airstrike and/or Artillery',
  strike_status_ar: '',
  evidence_ar: 'أدلة مقبولة',
  killed_min: '1',
  killed_max: '2',
  injured_min: '',
  injured_max: '',
  latitude: '36',
  longitude: '37',
}

const detail = {
  internal_id: 'airwars-1',
  airwars_id: '1',
  incident_code: 'CS1',
  incident_date: '2021-06-19',
  country: 'Syria',
  location: 'Mill street',
  location_ar: 'شارع الطاحونة',
  latitude: '36',
  longitude: '37',
  alleged_belligerent: 'Northern Military',
  alleged_belligerent_ar: 'الجيش الشمالي',
  strike_type: 'Ground operation',
  strike_type_ar: 'عملية برية',
  assessment: 'Fair',
  civilian_deaths_min: '2',
  civilian_deaths_max: '',
  narrative: '',
  narrative_ar: 'حادثة مسجلة.',
  canonical_url: 'https://airwars.org/civilian-casualties/cs1/',
  sources:
    '[{"url":"https://example.org/a","archive_url":"http://archive.is/b","language":"• Twitter, • Arabic"},{"url":"x"}]',
}

const civilians = expect.objectContaining({ en: 'civilians' }) as unknown

describe('the Airwars profile', () => {
  it('recognizes its three forms', () => {
    for (const form of [heading, summary, detail]) {
      expect(recognize(airwars, oneRow(form))).toMatchObject({ kind: 'incidents' })
    }
    expect(recognize(airwars, { columns: ['date', 'lat', 'long', 'Strike type'], rows: [] })).toBeUndefined()
  })

  it('reads the table of headings, with NA as nothing', () => {
    expect(readOne(airwars, oneRow(heading))).toEqual({
      id: 'test0001',
      title: { en: 'Airstrike, Residential building' },
      summary: { en: 'On the day a mill was hit.' },
      date: { start: '2023-10-07', precision: 'day' },
      place: { position: [34.25, 31.5] },
      type: 'explosions-remote-violence',
      subtype: 'air-drone-strike',
      actors: [
        { name: { en: 'Northern Military' }, role: 'party' },
        { name: { en: 'Southern Militants' }, role: 'party' },
      ],
      casualties: [
        { by: 'Airwars', group: civilians, killed: { min: 4, max: 5 }, wounded: { min: 12, max: 24 } },
      ],
      claims: [
        {
          by: 'Airwars',
          stance: 'asserts',
          matter: 'responsibility',
          says: { en: 'Suspected belligerent: Northern Military, Southern Militants' },
        },
      ],
      sources: [
        { publisher: 'Airwars', url: 'https://airwars.org/civilian-casualties/test0001/', lang: 'en' },
      ],
      tags: ['Airstrike', 'Likely strike', 'Fair', 'Residential building'],
    })
  })

  it('gives no figure for "Unknown", and flags what is no count', () => {
    const counts = ['Unknown', 'NA', 'about 5'].map((killed) => ({
      'Civilians reported killed': killed,
      'Civilians reported injured': 'NA',
    }))
    expect(readRows(airwars, variants(heading, counts))).toMatchObject([
      { ok: true, flags: [], incident: { casualties: [] } },
      { ok: true, flags: [], incident: { casualties: [] } },
      { ok: true, flags: ['unreadable-count'], incident: { casualties: [] } },
    ])
  })

  it('reads cases in English and Arabic side by side', () => {
    expect(readOne(airwars, oneRow(summary))).toEqual({
      id: 'DEB1',
      title: { en: 'Airstrike and/or Artillery, The Mill', ar: 'غارة جوية، الطاحونة' },
      date: { start: '2026-03-02', end: '2026-03-03', precision: 'day' },
      place: { region: 'حلب', locality: 'The Mill', position: [37, 36] },
      type: 'explosions-remote-violence',
      actors: [{ name: { en: 'Northern Military', ar: 'الجيش الشمالي' }, role: 'party' }],
      casualties: [{ by: 'Airwars', group: civilians, killed: { min: 1, max: 2 } }],
      claims: [
        {
          by: 'Airwars',
          stance: 'asserts',
          matter: 'responsibility',
          says: {
            en: 'Suspected belligerent: Northern Military, Unknown',
            ar: 'الجهة المشتبه بها: الجيش الشمالي، غير معروف',
          },
        },
      ],
      sources: [{ publisher: 'Airwars', url: 'https://airwars.org/civilian-casualties/deb1/', lang: 'en' }],
      tags: ['Airstrike and/or Artillery', 'أدلة مقبولة'],
    })
  })

  it('reads cases with their sources, and a least number in words', () => {
    const incident = readOne(airwars, oneRow(detail))
    expect(incident).toMatchObject({
      id: 'CS1',
      title: { en: 'Ground operation, Mill street', ar: 'عملية برية، شارع الطاحونة' },
      summary: { ar: 'حادثة مسجلة.' },
      place: { country: 'Syria', locality: 'Mill street' },
      casualties: [{ killed: { min: 2 }, said: { en: 'Civilians reported killed: at least 2' } }],
      sources: [
        { publisher: 'Airwars' },
        { publisher: '', url: 'https://example.org/a', archived: 'http://archive.is/b', lang: 'ar' },
      ],
    })
    expect(incident.type).toBeUndefined()
    expect(incident.sources).toHaveLength(2)
  })

  it('shows ends of a range that are exchanged the right way round, and flags them', () => {
    const [outcome] = readRows(airwars, oneRow({ ...summary, killed_min: '5', killed_max: '2' }))
    expect(outcome).toMatchObject({
      flags: ['counts-disagree'],
      incident: { casualties: [{ killed: { min: 2, max: 5 } }] },
    })
  })

  it('rejects a longitude out of range, and a case without a day', () => {
    expect(readRows(airwars, variants(detail, [{ longitude: '4239.00416' }, { incident_date: '' }]))).toEqual(
      [
        { ok: false, code: 'position-out-of-range', column: Object.keys(detail).indexOf('longitude') },
        { ok: false, code: 'no-date', column: Object.keys(detail).indexOf('incident_date') },
      ],
    )
  })

  it('accepts a case without a position', () => {
    expect(readOne(airwars, oneRow({ ...heading, lat: 'NA', long: 'NA' })).place).toEqual({})
  })
})
