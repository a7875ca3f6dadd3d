import { describe, expect, it } from 'vitest'
import { guessColumns } from '../../../../src/ingest/mapping/guessColumns.ts'
import { notIncidentsOf } from '../../../../src/ingest/mapping/notIncidents.ts'

function guess(columns: readonly string[], ...rows: readonly (readonly string[])[]) {
  return guessColumns(columns, columns.length, rows)
}

const fieldsOf = (columns: readonly string[], ...rows: readonly (readonly string[])[]) =>
  guess(columns, ...rows).map(({ field }) => field)

/** What the table is said to be, by its columns and rows. */
function notIncidents(columns: readonly string[], ...rows: readonly (readonly string[])[]) {
  return notIncidentsOf(guess(columns, ...rows), {
    file: 'a.csv',
    table: '',
    format: 'table',
    columns,
    width: columns.length,
    records: rows.length,
    sample: rows,
  })
}

describe('guessed columns', () => {
  it('have a name and cells that agree', () => {
    expect(guess(['date'], ['2025-10-20'])).toEqual([
      { field: 'day', confidence: 1, reason: 'name-and-content' },
    ])
    expect(fieldsOf(['date', 'killed'], ['a name', 'the mayor'], ['another', 'a guard'])).toEqual([
      null,
      null,
    ])
  })

  it('take latitude and longitude as the pair that is filled', () => {
    expect(
      fieldsOf(['lat', 'long', 'lon'], ['31.4', '34.3', 'NA'], ['31.5', '34.5', ''], ['', '', '']),
    ).toEqual(['latitude', 'longitude', null])
  })

  it('keep exchanged columns as they are named', () => {
    expect(fieldsOf(['lat', 'lon'], ['-122.1', '37.1'], ['-87.6', '41.7'])).toEqual(['latitude', 'longitude'])
  })

  it('take one column with both coordinates', () => {
    expect(fieldsOf(['Location Coordinates', 'Location'], ['36.2, 37.1', 'Here'])).toEqual([
      'position',
      'place',
    ])
    expect(fieldsOf(['where', 'what'], ['36.2, 37.1', 'a'], ['36.3, 37.2', 'b'])).toEqual(['position', null])
  })

  it('take year, month and day together, and not beside a whole date', () => {
    const parts = ['year', 'month', 'day']
    expect(fieldsOf(parts, ['2015', 'February', '23'], ['2015', '3', ''])).toEqual([
      'year',
      'month',
      'day-of-month',
    ])
    expect(fieldsOf(['date', ...parts], ['2015-02-23', '2015', '2', '23'])).toEqual(['day', null, null, null])
    expect(fieldsOf(['month', 'day', 'name'], ['2', '23', 'a'])).toEqual([null, null, 'title'])
  })

  it('take a month that has its year for the date', () => {
    expect(fieldsOf(['Month', 'Crime type'], ['2018-07', 'Theft'])).toEqual(['day', 'category'])
  })

  it('take several columns of links, sources and actors', () => {
    expect(
      fieldsOf(
        ['url', 'link', 'source', 'source 2', 'actor1', 'actor2'],
        ['https://example.org/a', 'https://example.org/b', 'A', 'B', 'C', 'D'],
      ),
    ).toEqual(['url', 'url', 'source', 'source', 'actor', 'actor'])
  })

  it('are told by their cells alone where these leave no doubt, with less confidence', () => {
    expect(guess(['seen'], ['20 Oct 2025'], ['21 Oct 2025'])).toEqual([
      { field: 'day', confidence: 0.5, reason: 'content' },
    ])
    expect(fieldsOf(['n', 'm'], ['2015', '45585'], ['2016', '45586'])).toEqual([null, null])
  })

  it.each(
    [
      'date_of_birth',
      'DOB',
      'updated_at',
      'Date de naissance',
      'Date de publication',
      'Mise à jour',
      "Date d'enregistrement",
      'IMAGE_DATE',
      'source_date',
      'deadline',
      'تاريخ النشر',
      'تاريخ الميلاد',
    ].map((name) => [name]),
  )('take no date of another thing for that of the incident: %s', (name) => {
    expect(fieldsOf([name, 'title'], ['2025-10-20', 'a'], ['2025-10-21', 'b'])).toEqual([null, 'title'])
  })

  it('take the date of the incident before those of its report and of the form', () => {
    const rows = [
      ['2025-10-22', '2025-10-20', 'a'],
      ['2025-10-23', 'around noon', 'b'],
      ['2025-10-24', '2025-10-21', 'c'],
    ]
    for (const other of ['Reported date', 'Timestamp', 'report date'])
      expect(fieldsOf([other, 'Attack date', 'title'], ...rows)).toEqual([null, 'day', 'title'])
    expect(guess(['Reported date'], ['2025-10-22'])).toMatchObject([{ field: 'day', reason: 'content' }])
  })

  it('take no country that is only near, no number that answers a question, no figure of missing people', () => {
    expect(fieldsOf(['nearest_country'], ['Syria'])).toEqual([null])
    expect(fieldsOf(['Killed?', 'هل قتل؟'], ['1', '1'], ['0', '0'])).toEqual([null, null])
    for (const name of ['missing', 'dead or missing', 'displaced', 'عدد المفقودين', 'Victimes (blessés)'])
      expect(fieldsOf([name], ['3'], ['4'])).toEqual([null])
  })

  it('of a table without names are told by their cells', () => {
    const rows = [['2025-10-20', 'https://example.org/a', 'words']]
    expect(guessColumns([], 3, rows).map(({ field }) => field)).toEqual(['day', 'url', null])
  })
})

describe('a table that holds no incidents', () => {
  it('counts by period', () => {
    expect(notIncidents(['month', 'events'], ['2025-01', '13'], ['2025-02', '9'])).toBe('counts-by-period')
    expect(notIncidents(['date', 'country', 'deaths'], ['2025-01-01', 'Syria', '3'])).toBe('counts-by-period')
    expect(notIncidents(['reference_period_start', 'admin1', 'events'], ['2025-01-01', 'A', '3'])).toBe(
      'counts-by-period',
    )
    expect(notIncidents(['date', 'rainfall'], ['2025-01-01', '3.5'])).toBe('counts-by-period')
  })

  it('has points with neither date nor text', () => {
    expect(notIncidents(['strength', 'latitude', 'longitude'], ['3', '31.1', '121.4'])).toBe(
      'points-without-text',
    )
    expect(notIncidents(['name', 'latitude', 'longitude'], ['A', '31.1', '121.4'])).toBe('no-date')
  })

  it('is a survey, or a list of names', () => {
    const answers = ['Yes', 'Very', '18-29']
    expect(notIncidents(['Have you seen it?', 'How worried are you?', 'Age'], answers)).toBe('survey')
    expect(notIncidents(['id', 'label'], ['a', 'Actor A'])).toBe('lookup-table')
    expect(notIncidents(['item', 'price'], ['a', '3'])).toBe('no-date-and-no-place')
  })

  it.each([
    [
      ['id', 'date', 'place', 'killed'],
      ['1', '2025-10-20', 'Here', '3'],
    ],
    [
      ['date', 'latitude', 'longitude'],
      ['2025-10-20', '36.1', '37.2'],
    ],
    [
      ['date', 'type'],
      ['2025-10-20', 'Raid'],
    ],
    [
      ['year', 'description'],
      ['2025', 'Something happened'],
    ],
  ])('is not one with %j', (columns, row) => {
    expect(notIncidents(columns, row)).toBe(null)
  })
})

describe('HXL tags', () => {
  const columns = ['when', 'a', 'b', 'c', 'd', 'e', 'f']
  const row = ['2025-10-20', '36.2', '37.1', 'Harem', 'Police', '2', '1']
  const tagged = (hxl: readonly string[]) =>
    guessColumns(columns, columns.length, [row], hxl).map(({ field }) => field)

  it('tell what columns hold whose names do not', () => {
    expect(
      tagged([
        '#date+start',
        '#geo+lat',
        '#geo+lon',
        '#loc+name',
        '#actor+initiator',
        '#affected+killed',
        '#affected +injured',
      ]),
    ).toEqual(['day', 'latitude', 'longitude', 'place', 'actor', 'killed', 'wounded'])
  })

  it('tell nothing of figures for a part of the people, of codes, and of other dates', () => {
    expect(
      tagged([
        '#date+reported',
        '#affected+killed+children',
        '#affected+killed+f',
        '#loc+code',
        '#actor+code',
        '#affected',
        '__proto__',
      ]).slice(1),
    ).toEqual([null, null, null, null, null, null])
  })

  it('do not outweigh cells of another form', () => {
    expect(tagged(['', '', '', '#geo+lat', '', '', ''])[3]).toBeNull()
  })
})
