import { describe, expect, it } from 'vitest'
import { ucdpGed } from '../../../../src/ingest/profiles/ucdpGed.ts'
import { ucdpColumns } from '../../../../src/ingest/profiles/ucdpColumns.ts'
import { oneRow, readOne, readRows, recognize, variants } from './readRows.ts'

/*
 * From the UCDP GED Codebook: the 49 columns since 20.1, the columns of 19.1, the codes of type_of_violence, where_prec,
 * date_prec and event_clarity. All rows are invented.
 */

const row = {
  id: '900001',
  relid: 'XYZ-2024-1-99-1',
  year: '2024',
  active_year: 'true',
  code_status: 'Clear',
  type_of_violence: '1',
  conflict_dset_id: '1',
  conflict_new_id: '1',
  conflict_name: 'Exampland: Government',
  dyad_dset_id: '1',
  dyad_new_id: '1',
  dyad_name: 'Government of Exampland - HPF',
  side_a_dset_id: '1',
  side_a_new_id: '1',
  side_a: 'Government of Exampland',
  side_b_dset_id: '2',
  side_b_new_id: '2',
  side_b: 'HPF',
  number_of_sources: '2',
  source_article: '"Valley News,2024-03-02,Three die; two hurt";"Hill Radio,2024-03-03,Clash at mill"',
  source_office: 'Valley News;Hill Radio',
  source_date: '2024-03-02;2024-03-03',
  source_headline: 'Three die; two hurt;Clash at mill',
  source_original: 'police',
  where_prec: '1',
  where_coordinates: 'Mill town',
  where_description: 'north of Mill',
  adm_1: 'North province',
  adm_2: 'Mill district',
  latitude: '10.5',
  longitude: '20.25',
  geom_wkt: 'POINT (20.25 10.5)',
  priogrid_gid: '1',
  country: 'Exampland',
  country_id: '999',
  region: 'Africa',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2024-03-01 00:00:00.000',
  date_end: '2024-03-01 00:00:00.000',
  deaths_a: '1',
  deaths_b: '2',
  deaths_civilians: '0',
  deaths_unknown: '0',
  best: '3',
  high: '5',
  low: '2',
  gwnoa: '999',
  gwnob: '',
}

describe('the UCDP GED profile', () => {
  it('recognizes the columns since 20.1 and those of 19.1', () => {
    const older = Object.keys(row).filter((name) => !/_dset_id$|^relid$|^code_status$|description/.test(name))
    for (const columns of [Object.keys(row), older.toReversed(), older.map((name) => name.toUpperCase())]) {
      expect(recognize(ucdpGed, { columns, rows: [] })).toMatchObject({ kind: 'incidents' })
    }
  })

  it('recognizes a candidate file without a header by its cells', () => {
    const cells = Object.values(row)
    expect(ucdpColumns).toEqual(Object.keys(row))
    expect(recognize(ucdpGed, { columns: [], rows: [cells, cells] })).toMatchObject({ kind: 'incidents' })
    const other = cells.with(ucdpColumns.indexOf('type_of_violence'), '7')
    expect(recognize(ucdpGed, { columns: [], rows: [cells, other] })).toBeUndefined()
    expect(recognize(ucdpGed, { columns: [], rows: [cells.slice(1)] })).toBeUndefined()
    expect(recognize(ucdpGed, { columns: [], rows: [] })).toBeUndefined()
  })

  it('reads the rows of a file without a header as those of one with it', () => {
    const bare = readOne(ucdpGed, { columns: [], rows: [Object.values(row)] })
    expect(bare).toEqual(readOne(ucdpGed, oneRow(row)))
  })

  it('reads what the columns say', () => {
    expect(readOne(ucdpGed, oneRow(row))).toEqual({
      id: '900001',
      title: { en: 'Government of Exampland - HPF, Mill town' },
      date: { start: '2024-03-01', precision: 'day' },
      place: {
        country: 'Exampland',
        region: 'North province',
        district: 'Mill district',
        locality: 'Mill town',
        position: [20.25, 10.5],
        precision: 'town',
      },
      actors: [
        { name: { en: 'Government of Exampland' }, role: 'party', kind: 'state-forces' },
        { name: { en: 'HPF' }, role: 'party' },
      ],
      casualties: [
        {
          by: 'UCDP',
          group: 'all',
          killed: { min: 2, max: 5 },
          said: expect.objectContaining({ en: 'UCDP: best estimate 3, low 2, high 5' }) as unknown,
        },
        { by: 'UCDP', group: 'Government of Exampland', killed: { min: 1, max: 1 } },
        { by: 'UCDP', group: 'HPF', killed: { min: 2, max: 2 } },
      ],
      sources: [
        { publisher: 'Valley News', published: '2024-03-02', note: 'Three die; two hurt' },
        { publisher: 'Hill Radio', published: '2024-03-03', note: 'Clash at mill' },
      ],
      tags: ['State-based conflict', 'Exampland: Government'],
    })
  })

  it('says the event type of one-sided violence only, with the perpetrator and the civilians', () => {
    const outcomes = readRows(
      ucdpGed,
      variants(row, [
        { type_of_violence: '1' },
        { type_of_violence: '2' },
        { type_of_violence: '3', side_b: 'Civilians' },
      ]),
    )
    const incidents = outcomes.map((outcome) => (outcome.ok ? outcome.incident : undefined))
    expect(incidents.map((incident) => incident?.type)).toEqual([
      undefined,
      undefined,
      'violence-against-civilians',
    ])
    expect(incidents.map((incident) => incident?.tags[0])).toEqual([
      'State-based conflict',
      'Non-state conflict',
      'One-sided violence',
    ])
    expect(incidents[2]?.subtype).toBeUndefined()
    expect(incidents[2]?.actors).toMatchObject([
      { role: 'initiator' },
      { name: { en: 'Civilians' }, role: 'target', kind: 'civilians' },
    ])
  })

  it.each([
    ['1', 'town'],
    ['2', 'district'],
    ['3', 'district'],
    ['4', 'region'],
    ['5', 'region'],
    ['6', 'country'],
    ['7', 'region'],
    ['', undefined],
  ])('reads where_prec %s', (where_prec, precision) => {
    expect(readOne(ucdpGed, oneRow({ ...row, where_prec })).place.precision).toBe(precision)
  })

  it.each([
    ['1', '2024-03-01', { start: '2024-03-01', precision: 'day' }],
    ['2', '2024-03-04', { start: '2024-03-01', end: '2024-03-04', precision: 'day' }],
    ['3', '2024-03-07T00:00:00', { start: '2024-03-01', end: '2024-03-07', precision: 'week' }],
    ['4', '2024-03-31 00:00:00.000', { start: '2024-03-01', end: '2024-03-31', precision: 'month' }],
    ['5', '2024-12-31', { start: '2024-03-01', end: '2024-12-31', precision: 'year' }],
  ])('reads date_prec %s', (date_prec, date_end, date) => {
    expect(readOne(ucdpGed, oneRow({ ...row, date_prec, date_end })).date).toEqual(date)
  })

  it('gives no time of day to an event of several days', () => {
    const dates = { date_start: '2024-03-01 10:00', date_end: '2024-03-02', date_prec: '2' }
    expect(readOne(ucdpGed, oneRow({ ...row, ...dates })).date).toEqual({
      start: '2024-03-01',
      end: '2024-03-02',
      precision: 'day',
    })
  })

  it('flags figures that break low <= best <= high, and gives the range of all three', () => {
    const outcomes = readRows(
      ucdpGed,
      variants(row, [
        { low: '4', best: '3', high: '5' },
        { low: '1', best: '3', high: '2' },
      ]),
    )
    expect(outcomes).toMatchObject([
      { flags: ['counts-disagree'], incident: { casualties: [{ killed: { min: 3, max: 5 } }, {}, {}] } },
      { flags: ['counts-disagree'], incident: { casualties: [{ killed: { min: 1, max: 3 } }, {}, {}] } },
    ])
  })

  it('flags a best estimate that is not the sum of its parts', () => {
    const [outcome] = readRows(ucdpGed, oneRow({ ...row, deaths_unknown: '1' }))
    expect(outcome).toMatchObject({ ok: true, flags: ['counts-disagree'] })
    expect(outcome?.ok && outcome.incident.casualties).toHaveLength(4)
  })

  it('shows a best estimate of 0 with its high, and no figure where there is none', () => {
    const parts = { deaths_a: '0', deaths_b: '0' }
    const { casualties } = readOne(ucdpGed, oneRow({ ...row, ...parts, best: '0', low: '0', high: '4' }))
    expect(casualties).toMatchObject([{ group: 'all', killed: { min: 0, max: 4 } }])
    const blank = { ...row, ...parts, best: '', low: '', high: '' }
    expect(readOne(ucdpGed, oneRow(blank)).casualties).toEqual([])
  })

  it('flags figures that are no whole numbers', () => {
    const [outcome] = readRows(ucdpGed, oneRow({ ...row, best: 'many', high: '-1' }))
    expect(outcome).toMatchObject({
      flags: ['unreadable-count'],
      incident: { casualties: [{ killed: { min: 2 }, said: { en: 'UCDP: low 2' } }, {}, {}] },
    })
  })

  it('says so where an event stands for several', () => {
    const { tags } = readOne(ucdpGed, oneRow({ ...row, event_clarity: '2' }))
    expect(tags).toContain('Aggregate of events (event_clarity 2)')
  })

  it('counts the dead of a side that has no name', () => {
    const { casualties, actors } = readOne(ucdpGed, oneRow({ ...row, side_a: '' }))
    expect(casualties[1]).toMatchObject({ group: { en: 'side A' }, killed: { min: 1, max: 1 } })
    expect(actors).toHaveLength(1)
  })

  it('names an anonymous actor as such', () => {
    const { actors } = readOne(ucdpGed, oneRow({ ...row, side_b: 'XXX1234' }))
    expect(actors[1]?.name.en).toBe('Unnamed actor (UCDP XXX1234)')
  })

  it.each([
    [
      'Reuters Hill 25/2-09; The Mill website, in English 10 Sep 09',
      [
        { publisher: 'Reuters Hill', note: 'Reuters Hill 25/2-09' },
        { publisher: 'The Mill website', note: 'The Mill website, in English 10 Sep 09' },
      ],
    ],
    ['SATP', [{ publisher: 'SATP' }]],
    ['Wire (1989-10-01): "ONE; TWO', [{ publisher: 'Wire', note: 'Wire (1989-10-01): "ONE; TWO' }]],
    ['Wire September 2007 "A town"', [{ publisher: 'Wire', note: 'Wire September 2007 "A town"' }]],
    ['Wire Bulletin Vol 52', [{ publisher: 'Wire Bulletin', note: 'Wire Bulletin Vol 52' }]],
    [
      'https://example.org/a, read 2009',
      [{ publisher: '', url: 'https://example.org/a', note: 'read 2009' }],
    ],
    ['"Wire,2001-02-03,Six die"', [{ publisher: 'Wire', published: '2001-02-03', note: 'Six die' }]],
    ['1989: no name', [{ publisher: '1989: no name' }]],
    ['', []],
  ])('reads the sources of older coding: %s', (source_article, sources) => {
    const older = { ...row, number_of_sources: '-1', source_office: '', source_date: '', source_headline: '' }
    expect(readOne(ucdpGed, oneRow({ ...older, source_article })).sources).toEqual(sources)
  })

  it('does not read -1 sources as a number of anything', () => {
    expect(JSON.stringify(readOne(ucdpGed, oneRow({ ...row, number_of_sources: '-1' })))).not.toContain('-1"')
  })

  it('rejects what has no day, ends before it starts, or has half a position', () => {
    const at = (name: string) => Object.keys(row).indexOf(name)
    const outcomes = readRows(
      ucdpGed,
      variants(row, [{ date_start: '' }, { date_end: '2024-02-01' }, { longitude: '' }]),
    )
    expect(outcomes).toEqual([
      { ok: false, code: 'no-date', column: at('date_start') },
      { ok: false, code: 'end-before-start', column: at('date_end') },
      { ok: false, code: 'half-position', column: at('longitude') },
    ])
  })
})
