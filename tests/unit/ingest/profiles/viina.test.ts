import { describe, expect, it } from 'vitest'
import { viina } from '../../../../src/ingest/profiles/viina.ts'
import { oneRow, readOne, readRows, recognize, variants } from './readRows.ts'

/* From VIINA 2.0's documentation: event_1pd, event_info, event_labels and control. All rows are invented. */

const event = {
  viina_version: 'bert_20260101000000',
  event_id_1pd: '900001',
  date: '20260115',
  n_reports: '2',
  event_ids: '9000011, 9000012',
  sources: 'unian,nv',
  geonameid: '1',
  feature_code: 'PPL',
  asciiname: 'Milltown',
  ADM1_NAME: "North'",
  ADM1_CODE: '1',
  ADM2_NAME: 'Mill',
  ADM2_CODE: '2',
  longitude: '37.5',
  latitude: '48.25',
  GEO_PRECISION: 'ADM3',
  t_mil_b: '1',
  a_rus_b: '1',
  a_ukr_b: '1',
  a_rus_init_b: '1',
  a_ukr_init_b: '0',
  t_uav_b: '1',
  t_airstrike_b: '0',
  t_civcas_b: '1.0',
}

describe('the VIINA profile', () => {
  it('recognizes events, and says what its other tables are', () => {
    expect(recognize(viina, oneRow(event))).toMatchObject({ kind: 'incidents' })
    const labels = ['viina_version', 'event_id', 'event_id_1pd', 'date', 'geonameid', 't_mil', 't_mil_b']
    const control = ['geonameid', 'date', 'status_wiki', 'status', 'vcontrol_version']
    for (const columns of [labels, control, control.with(0, 'kod')]) {
      expect(recognize(viina, { columns, rows: [] })).toMatchObject({ code: 'lookup-table' })
    }
    expect(recognize(viina, { columns: ['date', 'latitude', 'longitude'], rows: [] })).toBeUndefined()
  })

  it('reads an event of a day', () => {
    expect(readOne(viina, oneRow(event), { lang: 'fr' })).toEqual({
      id: '900001',
      title: { en: 'War or military operations, Unmanned aerial vehicle, Civilian casualties, Milltown' },
      date: { start: '2026-01-15', precision: 'day' },
      place: {
        country: 'UA',
        region: "North'",
        district: 'Mill',
        locality: 'Milltown',
        position: [37.5, 48.25],
        precision: 'town',
      },
      actors: [
        { name: { en: 'Russian or Russian-aligned armed forces' }, role: 'initiator' },
        { name: { en: 'Ukrainian or Ukrainian-aligned armed forces' }, role: 'party' },
      ],
      casualties: [],
      sources: [{ publisher: 'unian' }, { publisher: 'nv' }],
      status: 'reported',
      tags: ['War or military operations', 'Unmanned aerial vehicle', 'Civilian casualties'],
    })
  })

  it('reads a report, whose labels are elsewhere', () => {
    const { n_reports: _, sources: __, t_uav_b: ___, ...rest } = event
    const report = {
      ...rest,
      event_id: '9000011',
      time: '14:05',
      source: 'unian',
      url: 'https://example.org/1',
      text: 'Текст звіту',
      lang: 'ua',
    }
    expect(readOne(viina, oneRow(report))).toMatchObject({
      id: '9000011',
      title: { en: 'Текст звіту' },
      date: { start: '2026-01-15', time: '14:05' },
      sources: [{ publisher: 'unian', url: 'https://example.org/1', lang: 'uk' }],
    })
  })

  it.each([
    ['STREET', 'site', 'Milltown', 'Mill'],
    ['ADM3', 'town', 'Milltown', 'Mill'],
    ['ADM2', 'district', undefined, 'Mill'],
    ['ADM1', 'region', undefined, undefined],
  ])(
    'reads GEO_PRECISION %s, and names no place that the report does not',
    (code, precision, town, district) => {
      const { place } = readOne(viina, oneRow({ ...event, GEO_PRECISION: code }))
      expect([place.precision, place.locality, place.district]).toEqual([precision, town, district])
    },
  )

  it('rejects rows without a day or with half a position', () => {
    expect(readRows(viina, variants(event, [{ date: '' }, { date: '2026011' }, { latitude: '' }]))).toEqual([
      { ok: false, code: 'no-date', column: 2 },
      { ok: false, code: 'unreadable-date', column: 2 },
      { ok: false, code: 'half-position', column: 14 },
    ])
  })
})
