import { describe, expect, it } from 'vitest'
import { gdelt1, gdelt2 } from '../../../../src/ingest/profiles/gdelt.ts'
import { gdelt1Columns, gdelt2Columns } from '../../../../src/ingest/profiles/gdeltColumns.ts'
import type { Cells } from './readRows.ts'
import { readOne, readRows, recognize } from './readRows.ts'

/* From the GDELT Event Codebook V2.0. All rows are invented. */

const event: Readonly<Record<string, string>> = {
  GLOBALEVENTID: '900000001',
  SQLDATE: '20240302',
  MonthYear: '202403',
  Year: '2024',
  FractionDate: '2024.1699',
  Actor1Name: 'POLICE',
  Actor2Name: 'MILLTOWN',
  IsRootEvent: '1',
  EventCode: '043',
  EventBaseCode: '043',
  EventRootCode: '04',
  QuadClass: '1',
  NumMentions: '8',
  NumSources: '1',
  NumArticles: '8',
  ActionGeo_Type: '4',
  ActionGeo_FullName: 'Milltown, North Division, France',
  ActionGeo_CountryCode: 'FR',
  ActionGeo_Lat: '48.5',
  ActionGeo_Long: '2.25',
  DATEADDED: '20240303001500',
  SOURCEURL: 'https://example.org/story?id=1,2',
}

function row(columns: readonly string[], changes: Readonly<Record<string, string>> = {}): string[] {
  return columns.map((name) => ({ ...event, ...changes })[name] ?? '')
}

function table(...rows: string[][]): Cells {
  return { columns: [], rows }
}

describe('the GDELT profiles', () => {
  it('know events without a header by how many cells they have, and what is in them', () => {
    expect([gdelt2Columns.length, gdelt1Columns.length]).toEqual([61, 58])
    const [newer, older] = [table(row(gdelt2Columns)), table(row(gdelt1Columns))]
    expect(recognize(gdelt2, newer)).toMatchObject({ kind: 'incidents' })
    expect(recognize(gdelt1, newer)).toBeUndefined()
    expect(recognize(gdelt1, older)).toMatchObject({ kind: 'incidents' })
    expect(recognize(gdelt2, older)).toBeUndefined()
    expect(recognize(gdelt1, table(row(gdelt1Columns).slice(0, 57)))).toBeDefined()
    expect(recognize(gdelt2, table(row(gdelt2Columns, { QuadClass: 'x' })))).toBeUndefined()
  })

  it('know events by names of columns, where somebody put them there', () => {
    const [newer, older] = [
      { columns: gdelt2Columns, rows: [] },
      { columns: gdelt1Columns, rows: [] },
    ]
    expect([recognize(gdelt2, newer)?.kind, recognize(gdelt1, newer)]).toEqual(['incidents', undefined])
    expect([recognize(gdelt2, older), recognize(gdelt1, older)?.kind]).toEqual([undefined, 'incidents'])
  })

  it('say what mentions, the knowledge graph and counts of articles by place are', () => {
    const moment = '20240303001500'
    const mentions = [
      '900000001',
      moment,
      moment,
      '1',
      'example.org',
      ...Array.from({ length: 11 }, () => ''),
    ]
    const graph = ['20240303001500-0', moment, ...Array.from({ length: 25 }, () => '')]
    const tables: Cells[] = [
      table(mentions),
      table(graph),
      { columns: ['DATE', 'NUMARTS', 'COUNTS', 'THEMES', 'CAMEOEVENTIDS'], rows: [] },
      { columns: ['name', 'count', 'shareimage', 'html', 'longitude', 'latitude'], rows: [] },
    ]
    expect(tables.map((each) => recognize(gdelt2, each))).toMatchObject(
      tables.map(() => ({ kind: 'not-incidents', code: 'article-mentions' })),
    )
  })

  it('read what the columns say, and never more than reported', () => {
    expect(readOne(gdelt2, table(row(gdelt2Columns)))).toEqual({
      id: '900000001',
      title: { en: 'POLICE – MILLTOWN, Consult, Milltown, North Division, France' },
      date: { start: '2024-03-02', precision: 'day' },
      place: {
        country: 'FR',
        region: 'North Division',
        locality: 'Milltown',
        position: [2.25, 48.5],
        precision: 'town',
      },
      actors: [
        { name: { en: 'POLICE' }, role: 'party' },
        { name: { en: 'MILLTOWN' }, role: 'party' },
      ],
      casualties: [],
      sources: [
        {
          publisher: '',
          url: 'https://example.org/story?id=1,2',
          note: expect.objectContaining({ en: 'GDELT: mentioned in 8 articles' }) as unknown,
        },
      ],
      status: 'reported',
      tags: ['Verbal cooperation', 'Consult'],
    })
    const older = readOne(gdelt1, table(row(gdelt1Columns, { DATEADDED: '20240303' })))
    expect(older).toEqual(readOne(gdelt2, table(row(gdelt2Columns))))
  })

  it.each([
    ['1', 'France', { country: 'FR', precision: 'country' }],
    ['2', 'Missouri, United States', { country: 'US', region: 'Missouri', precision: 'region' }],
    [
      '3',
      'Mill, Missouri, United States',
      { country: 'US', region: 'Missouri', locality: 'Mill', precision: 'town' },
    ],
    ['5', 'North Division, France', { country: 'FR', region: 'North Division', precision: 'region' }],
  ])('read the centroids of ActionGeo_Type %s as areas', (ActionGeo_Type, ActionGeo_FullName, place) => {
    const ActionGeo_CountryCode = place.country
    const cells = row(gdelt2Columns, { ActionGeo_Type, ActionGeo_FullName, ActionGeo_CountryCode })
    expect(readOne(gdelt2, table(cells)).place).toEqual({ ...place, position: [2.25, 48.5] })
  })

  it('read codes of countries as FIPS 10-4, not as ISO', () => {
    const places = ['GM', 'AS', 'UP'].map(
      (ActionGeo_CountryCode) =>
        readOne(gdelt2, table(row(gdelt2Columns, { ActionGeo_CountryCode }))).place.country,
    )
    expect(places).toEqual(['DE', 'AU', 'UA'])
  })

  it('accept events without a place, and reject half a position', () => {
    const none = { ActionGeo_Type: '0', ActionGeo_FullName: '', ActionGeo_Lat: '', ActionGeo_Long: '' }
    const outcomes = readRows(
      gdelt2,
      table(
        row(gdelt2Columns, none),
        row(gdelt2Columns, { ActionGeo_Lat: '' }),
        row(gdelt2Columns, { SQLDATE: '' }),
      ),
    )
    expect(outcomes).toMatchObject([
      { ok: true, incident: { place: {} } },
      { ok: false, code: 'half-position', column: gdelt2Columns.indexOf('ActionGeo_Lat') },
      { ok: false, code: 'no-date', column: gdelt2Columns.indexOf('SQLDATE') },
    ])
  })

  it('keep what stands in place of a URL as the name of the source', () => {
    const cells = row(gdelt2Columns, { SOURCEURL: 'BBC Monitoring', NumArticles: '1' })
    expect(readOne(gdelt2, table(cells)).sources).toMatchObject([
      { publisher: 'BBC Monitoring', note: { en: 'GDELT: mentioned in 1 article' } },
    ])
  })
})
