import { describe, expect, it } from 'vitest'
import { acled } from '../../../../src/ingest/profiles/acled.ts'
import { oneRow, readOne, readRows, recognize, variants } from './readRows.ts'

/*
 * From the ACLED Codebook (2024): the 31 columns of the export, the names of event types, inter codes, geo_precision and
 * time_precision. All rows are invented.
 */

const current = {
  event_id_cnty: 'MLI90001',
  event_date: '01 November 2024',
  year: '2024',
  time_precision: '1',
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Northern Coalition',
  assoc_actor_1: 'Valley Guard; Hill Guard',
  inter1: 'Rebel group',
  actor2: 'Military Forces of Mali (2021-)',
  assoc_actor_2: '',
  inter2: 'State forces',
  interaction: 'State forces-Rebel group',
  civilian_targeting: '',
  iso: '466',
  region: 'Western Africa',
  country: 'Mali',
  admin1: 'Kidal',
  admin2: 'Kidal',
  admin3: 'Anefif',
  location: 'Anefis',
  latitude: '18.0500',
  longitude: '0.6000',
  geo_precision: '2',
  source: 'Sahel Courier; Undisclosed Source',
  source_scale: 'Local partner-National',
  notes: 'On 1 November 2024, fighters clashed near Anefis. [size=no report]',
  fatalities: '4',
  tags: 'crowd size=large; women targeted: politicians',
  timestamp: '1730758098',
}

describe('the ACLED profile', () => {
  it('recognizes an export by its columns, in any order and case, with a byte order mark', () => {
    const columns = Object.keys(current)
    const mixed = columns.toReversed().map((name, at) => (at === 0 ? `\u{feff}${name.toUpperCase()}` : name))
    for (const each of [columns, columns.map((name) => name.toUpperCase()), mixed]) {
      expect(recognize(acled, { columns: each, rows: [] })).toMatchObject({ kind: 'incidents' })
    }
  })

  it('recognizes the columns before 2023', () => {
    const columns = [
      'data_id',
      'iso',
      'event_id_cnty',
      'event_id_no_cnty',
      'event_date',
      'event_type',
      'inter1',
    ]
    const recognition = recognize(acled, { columns, rows: [] })
    expect(recognition).toMatchObject({
      kind: 'incidents',
      by: ['event_id_cnty', 'event_date', 'event_type'],
    })
  })

  it('recognizes a few columns of an export by the names of its event types', () => {
    const columns = ['event_date', 'latitude', 'longitude', 'fatalities', 'event_type']
    const row = (type: string) => ['2024-05-01', '18', '0', '0', type]
    expect(recognize(acled, { columns, rows: [row('Riots'), row('Battles')] })).toBeDefined()
    expect(recognize(acled, { columns, rows: [row('Riots'), row('Fire')] })).toBeUndefined()
    expect(recognize(acled, { columns, rows: [] })).toBeUndefined()
  })

  it('says that totals of a month or week are no incidents', () => {
    const monthly = ['location_code', 'event_type', 'events', 'fatalities', 'reference_period_start']
    const weekly = ['WEEK', 'COUNTRY', 'EVENT_TYPE', 'EVENTS', 'FATALITIES', 'CENTROID_LATITUDE']
    for (const columns of [monthly, weekly, ['Country', 'Month', 'Year', 'Events', 'Fatalities']]) {
      expect(recognize(acled, { columns, rows: [] })).toMatchObject({
        kind: 'not-incidents',
        code: 'counts-by-period',
      })
    }
  })

  it('leaves other tables alone', () => {
    expect(recognize(acled, { columns: ['id', 'date', 'type', 'latitude'], rows: [] })).toBeUndefined()
    expect(recognize(acled, { columns: [], rows: [] })).toBeUndefined()
  })

  it('reads what the columns say', () => {
    expect(readOne(acled, oneRow(current))).toEqual({
      id: 'MLI90001',
      title: { en: 'Armed clash, Anefis, Mali' },
      summary: { en: 'On 1 November 2024, fighters clashed near Anefis. [size=no report]' },
      date: { start: '2024-11-01', precision: 'day' },
      place: {
        country: 'Mali',
        region: 'Kidal',
        district: 'Kidal',
        locality: 'Anefis',
        position: [0.6, 18.05],
        precision: 'district',
      },
      type: 'battles',
      subtype: 'armed-clash',
      actors: [
        { name: { en: 'Northern Coalition' }, role: 'party', kind: 'rebel-group' },
        { name: { en: 'Valley Guard' }, role: 'party' },
        { name: { en: 'Hill Guard' }, role: 'party' },
        { name: { en: 'Military Forces of Mali (2021-)' }, role: 'party', kind: 'state-forces' },
      ],
      casualties: [
        {
          by: 'ACLED',
          group: 'all',
          killed: { min: 4, max: 4 },
          said: expect.objectContaining({
            en: 'ACLED: 4; ACLED records the lowest figure reported',
            ar: expect.stringContaining('4'),
            fr: expect.stringContaining('4'),
          }) as unknown,
        },
      ],
      sources: [{ publisher: 'Sahel Courier' }, { publisher: 'Undisclosed Source' }],
      tags: ['Political violence', 'crowd size=large', 'women targeted: politicians'],
    })
  })

  it('takes 0 fatalities as none reported, or not known, and never as a count', () => {
    const { casualties } = readOne(acled, oneRow({ ...current, fatalities: '0' }))
    expect(casualties).toMatchObject([{ by: 'ACLED', killed: 'none-or-unknown' }])
  })

  it('flags fatalities that are no whole number and gives no figure', () => {
    const outcomes = readRows(
      acled,
      variants(
        { ...current, event_id_cnty: '' },
        ['several', '-3', '2.5'].map((fatalities) => ({ fatalities })),
      ),
    )
    expect(outcomes).toHaveLength(3)
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ ok: true, flags: ['unreadable-count'], incident: { casualties: [] } })
    }
    expect(readOne(acled, oneRow({ ...current, fatalities: '' })).casualties).toEqual([])
  })

  it.each([
    ['1', 'town', 'day'],
    ['2', 'district', 'week'],
    ['3', 'region', 'month'],
  ])('reads geo_precision and time_precision %s', (code, precision, time) => {
    const { date, place } = readOne(acled, oneRow({ ...current, geo_precision: code, time_precision: code }))
    expect([place.precision, date.precision]).toEqual([precision, time])
  })

  it.each([
    ['1', 'State Forces', 'state-forces'],
    ['2', 'Rebel Groups', 'rebel-group'],
    ['3', 'Political militia', 'political-militia'],
    ['4', 'Identity Militias', 'identity-militia'],
    ['5', 'Rioters', 'rioters'],
    ['6', 'protesters', 'protesters'],
    ['7', 'Civilians', 'civilians'],
    ['8', 'External/Other forces', 'external-forces'],
    ['8', 'Other Forces', 'external-forces'],
  ])('reads the inter code %s and its name "%s" alike', (digit, word, kind) => {
    for (const inter1 of [digit, `${digit}.0`, word]) {
      expect(readOne(acled, oneRow({ ...current, inter1 })).actors[0]?.kind).toBe(kind)
    }
  })

  it('does not say the kind of an actor where the code is unknown', () => {
    for (const inter1 of ['', '0', '9', 'Robots']) {
      expect(readOne(acled, oneRow({ ...current, inter1 })).actors[0]?.kind).toBeUndefined()
    }
  })

  it.each([
    ['Explosions/Remote violence', 'Air/drone strike', 'explosions-remote-violence', 'air-drone-strike'],
    ['Remote violence', '', 'explosions-remote-violence', undefined],
    [
      'Violence against civilians',
      'Abduction/forced disappearance',
      'violence-against-civilians',
      'abduction-forced-disappearance',
    ],
    ['PROTESTS', 'PEACEFUL PROTEST', 'protests', 'peaceful-protest'],
    ['Riots', 'Mob violence', 'riots', 'mob-violence'],
    [
      'Strategic developments',
      'Non-violent transfer of territory',
      'strategic-developments',
      'non-violent-transfer-of-territory',
    ],
    [
      'Strategic development',
      'Looting/property destruction',
      'strategic-developments',
      'looting-property-destruction',
    ],
    // Before 2019.
    ['Battle-No change of territory', '', 'battles', 'armed-clash'],
    ['Headquarters or base established', '', 'strategic-developments', 'headquarters-or-base-established'],
    ['Riots/Protests', '', undefined, undefined],
    // A sub-event type that does not belong to the event type is left out: the two contradict each other.
    ['Riots', 'Armed clash', 'riots', undefined],
    ['Festival', 'Parade', undefined, undefined],
    ['Festival', 'Armed clash', undefined, undefined],
  ])('reads the event type %s, %s', (event_type, sub_event_type, type, subtype) => {
    const incident = readOne(acled, oneRow({ ...current, event_type, sub_event_type }))
    expect([incident.type, incident.subtype]).toEqual([type, subtype])
  })

  it('keeps civilian targeting, and event types that are not in the vocabulary, as tags', () => {
    const row = {
      ...current,
      civilian_targeting: 'Civilian targeting',
      event_type: 'Parade',
      sub_event_type: '',
      tags: '',
    }
    expect(readOne(acled, oneRow(row)).tags).toEqual(['Political violence', 'Civilian targeting', 'Parade'])
  })

  it.each([
    ['2023-02-16', '2023-02-16'],
    ['01 November 2024', '2024-11-01'],
    ['31-Dec-10', '2010-12-31'],
  ])('reads the date %s', (event_date, start) => {
    expect(readOne(acled, oneRow({ ...current, event_date })).date.start).toBe(start)
  })

  it('does not take a date for more exact than it is written', () => {
    const month = { ...current, event_date: 'March 2016', time_precision: '1' }
    expect(readOne(acled, oneRow(month)).date).toEqual({ start: '2016-03-01', precision: 'month' })
  })

  it('reads a date in digits by the order that the table has', () => {
    const cells = oneRow({ ...current, event_date: '03/04/2016' })
    expect(acled.dateColumns(cells.columns)).toEqual([1])
    expect(readOne(acled, cells, { dayOrder: 'day-first' }).date.start).toBe('2016-04-03')
    expect(readRows(acled, cells)).toEqual([{ ok: false, code: 'ambiguous-date', column: 1 }])
  })

  it('rejects records without a readable date, or with a broken position', () => {
    const outcomes = readRows(
      acled,
      variants({ ...current, event_id_cnty: '' }, [
        { event_date: '' },
        { event_date: '0025-03-01' },
        { latitude: '' },
        { latitude: '95' },
        { longitude: 'east' },
      ]),
    )
    expect(outcomes).toEqual([
      { ok: false, code: 'no-date', column: 1 },
      { ok: false, code: 'unreadable-date', column: 1 },
      { ok: false, code: 'half-position', column: 22 },
      { ok: false, code: 'position-out-of-range', column: 22 },
      { ok: false, code: 'unreadable-position', column: 23 },
    ])
  })

  it('accepts a record without a position', () => {
    const { place } = readOne(acled, oneRow({ ...current, latitude: '', longitude: '' }))
    expect(place.position).toBeUndefined()
  })

  it('joins the rows of a monadic export, one for each actor, to one incident', () => {
    const cells = variants(current, [
      {},
      {
        actor1: current.actor2,
        inter1: 'State forces',
        assoc_actor_1: '',
        actor2: '',
        inter2: '',
      },
    ])
    const outcomes = readRows(acled, cells)
    expect(outcomes).toHaveLength(1)
    expect(outcomes[0]).toMatchObject({
      ok: true,
      flags: [],
      incident: {
        id: 'MLI90001',
        actors: [
          { name: { en: 'Northern Coalition' } },
          { name: { en: 'Valley Guard' } },
          { name: { en: 'Hill Guard' } },
          { name: { en: 'Military Forces of Mali (2021-)' }, kind: 'state-forces' },
        ],
        casualties: [{ killed: { min: 4, max: 4 } }],
      },
    })
    expect(outcomes[0]?.ok && outcomes[0].incident.actors).toHaveLength(4)
  })

  it('takes the newest version of an event that a file holds twice', () => {
    const [outcome] = readRows(
      acled,
      variants(current, [{}, { timestamp: '1730799999', fatalities: '9', actor1: 'Southern Coalition' }]),
    )
    expect(outcome).toMatchObject({ ok: true, incident: { casualties: [{ killed: { min: 9, max: 9 } }] } })
    expect(outcome?.ok && outcome.incident.actors.map(({ name }) => name.en)).not.toContain(
      'Northern Coalition',
    )
  })

  it('flags rows of one event and one version that give different figures, and shows each', () => {
    const [outcome] = readRows(acled, variants(current, [{}, { fatalities: '9' }]))
    expect(outcome).toMatchObject({
      ok: true,
      flags: ['counts-disagree'],
      incident: { casualties: [{ killed: { min: 4, max: 4 } }, { killed: { min: 9, max: 9 } }] },
    })
  })

  it('reads the few columns that somebody cut out of an export', () => {
    const cells = oneRow({
      event_date: '2024-05-01',
      latitude: '18.05',
      longitude: '0.6',
      fatalities: '0',
      event_type: 'Protests',
    })
    expect(readOne(acled, cells)).toMatchObject({
      title: { en: 'Protests' },
      date: { start: '2024-05-01', precision: 'day' },
      place: { position: [0.6, 18.05] },
      type: 'protests',
      actors: [],
      sources: [],
    })
    expect(acled.joinColumn?.(cells.columns)).toBeUndefined()
  })

  it('takes names of columns and cells as text only', () => {
    const cells = oneRow({ ...current, __proto__x: 'x', event_type: '__proto__', inter1: 'constructor' })
    expect(readOne(acled, cells).type).toBeUndefined()
  })
})
