import { describe, expect, it } from 'vitest'
import type { DayForm } from '../../../../src/ingest/mapping/dayColumn.ts'
import { readerByMapping } from '../../../../src/ingest/mapping/mappingReader.ts'
import type { RowIncident } from '../../../../src/ingest/rowIncident.ts'
import type { DayOrder, FlagCode, MappedField } from '../../../../src/query/importReport.ts'

/** Columns by field, in order, each with its cell; `name` where the name of the column matters. */
type Row = readonly (readonly [field: MappedField, cell: string, name?: string])[]

function outcome(row: Row, { dayOrder, form = 'text' }: { dayOrder?: DayOrder; form?: DayForm } = {}) {
  const context = {
    columns: row.map(([field, , name = field]) => name),
    lang: 'en' as const,
    dayOrder,
    claimant: 'reports.csv',
    dayForm: () => form,
  }
  return readerByMapping(
    row.map(([field]) => field),
    context,
  )([row.map(([, cell]) => cell)])
}

function read(...row: Row): RowIncident & { flags: FlagCode[] } {
  const found = outcome([['day', '2025-10-20'], ...row])
  if (!found.ok) throw new Error(found.code)
  return { ...found.incident, flags: found.flags }
}

const dateOf = (...row: Row) => {
  const found = outcome(row)
  return found.ok ? found.incident.date : `${found.code} in ${found.column}`
}

describe('the date of a mapped record', () => {
  it('is that of one column, or of three', () => {
    expect(dateOf(['day', '20 October 2025'])).toEqual({ start: '2025-10-20', precision: 'day' })
    expect(dateOf(['year', '2025'], ['month', 'Oct'], ['day-of-month', '20'])).toEqual({
      start: '2025-10-20',
      precision: 'day',
    })
    expect(dateOf(['year', '2025'], ['month', '-99'])).toEqual({ start: '2025-01-01', precision: 'year' })
    expect(dateOf(['day', ''], ['year', '2025'])).toMatchObject({ precision: 'year' })
  })

  it('has a last day, as exact as the less exact of both', () => {
    expect(dateOf(['day', '2025-10-20'], ['end-day', '2025-10-22'])).toEqual({
      start: '2025-10-20',
      end: '2025-10-22',
      precision: 'day',
    })
    expect(dateOf(['day', '2025-10-20'], ['end-day', '2025-10-20'])).toEqual({
      start: '2025-10-20',
      precision: 'day',
    })
    expect(dateOf(['day', '2025-10-20'], ['end-day', 'December 2025'])).toMatchObject({ precision: 'month' })
  })

  it('has the time of a column of its own, where that is a time', () => {
    expect(dateOf(['day', '2025-10-20'], ['time', '7:05'])).toEqual({
      start: '2025-10-20',
      precision: 'hour',
      time: '07:05',
    })
    expect(dateOf(['day', '2025-10-20'], ['time', 'Time Unknown'])).toMatchObject({ precision: 'day' })
    expect(dateOf(['day', '2025-10-20'], ['time', '25:00'])).toMatchObject({ precision: 'day' })
  })

  it('names the column at fault', () => {
    expect(dateOf(['title', 'a'], ['day', 'NA'])).toBe('no-date in 1')
    expect(dateOf(['title', 'a'])).toBe('no-date in -1')
    expect(dateOf(['title', 'a'], ['year', ''])).toBe('no-date in 1')
    expect(dateOf(['day', '2025-10-20'], ['end-day', '2025-10-19'])).toBe('end-before-start in 1')
    expect(dateOf(['day', '2025-10-20'], ['end-day', 'later'])).toBe('unreadable-date in 1')
    expect(dateOf(['day', '02/03/2025'])).toBe('ambiguous-date in 0')
  })

  it('is a number where the whole column is', () => {
    expect(outcome([['day', '45950']], { form: 'serials' })).toMatchObject({
      incident: { date: { start: '2025-10-20' } },
    })
    expect(outcome([['day', '2025-10-20']], { form: 'serials' })).toMatchObject({
      incident: { date: { start: '2025-10-20' } },
    })
  })
})

describe('the place of a mapped record', () => {
  it('has what the cells name', () => {
    const { place } = read(['country', 'Syria'], ['region', 'NA'], ['district', ' B '], ['place', 'Town'])
    expect(place).toEqual({
      country: 'Syria',
      region: undefined,
      district: 'B',
      locality: 'Town',
      position: undefined,
      precision: undefined,
    })
  })

  it('has the position of two columns, else of one', () => {
    expect(read(['latitude', '36,2'], ['longitude', '37.1']).place.position).toEqual([37.1, 36.2])
    const both: Row = [
      ['latitude', ''],
      ['longitude', ''],
      ['position', '36.2, 37.1'],
    ]
    expect(read(...both).place.position).toEqual([37.1, 36.2])
    expect(read(['position', 'Unconfirmed']).place.position).toBeUndefined()
    expect(
      outcome([
        ['day', '2025-10-20'],
        ['position', 'near it'],
      ]),
    ).toEqual({
      ok: false,
      code: 'unreadable-position',
      column: 1,
    })
  })

  it('names the coordinate at fault', () => {
    const columnOf = (lat: string, lng: string) =>
      outcome([
        ['day', '2025-10-20'],
        ['latitude', lat],
        ['longitude', lng],
      ])
    expect(columnOf('35', '4239.1')).toEqual({ ok: false, code: 'position-out-of-range', column: 2 })
    expect(columnOf('95', '36')).toEqual({ ok: false, code: 'position-out-of-range', column: 1 })
    expect(columnOf('35', 'east')).toEqual({ ok: false, code: 'unreadable-position', column: 2 })
    expect(columnOf('35', '')).toEqual({ ok: false, code: 'half-position', column: 2 })
    expect(
      outcome([
        ['day', '2025-10-20'],
        ['longitude', '36'],
      ]),
    ).toMatchObject({ column: 1 })
  })

  it('takes words for the precision, and no numbers, which mean something else at each publisher', () => {
    expect(read(['geo-precision', 'Town']).place.precision).toBe('town')
    expect(read(['geo-precision', '1']).place.precision).toBeUndefined()
  })
})

describe('the dead and wounded of a mapped record', () => {
  const tollOf = (...row: Row) => {
    const { casualties, flags } = read(...row)
    return {
      casualties: casualties.map(({ killed, wounded, killedOrWounded, said }) => ({
        killed,
        wounded,
        killedOrWounded,
        said,
      })),
      flags,
    }
  }

  it('are those of the claimant of the table, of all people', () => {
    expect(read(['killed', '3']).casualties).toEqual([
      { by: 'reports.csv', group: 'all', killed: { min: 3, max: 3 } },
    ])
  })

  it('have two ends, or words', () => {
    expect(tollOf(['killed-min', '3'], ['killed-max', '5']).casualties).toEqual([
      { killed: { min: 3, max: 5 } },
    ])
    expect(tollOf(['killed', '4 – 5']).casualties).toEqual([{ killed: { min: 4, max: 5 } }])
    expect(tollOf(['wounded-min', '3']).casualties).toEqual([{ wounded: { min: 3 }, said: { en: '3' } }])
    expect(tollOf(['killed', 'several'], ['wounded', '2']).casualties).toEqual([
      { killed: 'some', wounded: { min: 2, max: 2 }, said: { en: 'several; 2' } },
    ])
    expect(tollOf(['killed', '10'], ['killed-max', '12']).casualties).toEqual([
      { killed: { min: 10, max: 12 } },
    ])
    expect(tollOf(['killed', '4'], ['killed-min', '3'], ['killed-max', '6'])).toEqual({
      casualties: [{ killed: { min: 3, max: 6 } }],
      flags: [],
    })
    expect(tollOf(['killed-or-wounded', '7']).casualties).toEqual([{ killedOrWounded: { min: 7, max: 7 } }])
  })

  it('are not known where the table says 0, and not said where it says nothing', () => {
    expect(tollOf(['killed', '0']).casualties).toEqual([{ killed: 'none-or-unknown', said: { en: '0' } }])
    expect(tollOf(['killed', ''], ['wounded', 'NA'])).toEqual({ casualties: [], flags: [] })
  })

  it('are left out where they cannot be read or contradict each other', () => {
    expect(tollOf(['killed', 'about 20'])).toEqual({ casualties: [], flags: ['unreadable-count'] })
    expect(tollOf(['killed-min', '5'], ['killed-max', '3'])).toEqual({
      casualties: [],
      flags: ['counts-disagree'],
    })
    expect(tollOf(['killed', '5'], ['killed-min', '1'], ['killed-max', '3'])).toEqual({
      casualties: [{ killed: { min: 1, max: 5 }, said: { en: '5 / 1 – 3' } }],
      flags: ['counts-disagree'],
    })
    expect(tollOf(['killed', '10+'], ['killed-min', '1'], ['killed-max', '3']).casualties).toMatchObject([
      { killed: { min: 1 } },
    ])
    expect(tollOf(['killed', '1000000']).flags).toEqual(['absurd-value'])
  })
})

describe('what a mapped record says', () => {
  it('is in the language of the column, else of the table', () => {
    const { title, summary } = read(
      ['title', 'A raid'],
      ['description', 'نص', 'description_ar'],
      ['description', 'Un texte', 'description_fr'],
    )
    expect(title).toEqual({ en: 'A raid' })
    expect(summary).toEqual({ ar: 'نص', fr: 'Un texte' })
  })

  it('is text and links, where it is HTML', () => {
    const { summary, sources } = read([
      'description',
      '<b>Fire</b><br><a href="https://example.org/a">more</a>',
    ])
    expect(summary).toEqual({ en: 'Fire\nmore' })
    expect(sources).toEqual([{ publisher: '', url: 'https://example.org/a' }])
    expect(read(['title', '<img src="x">'], ['description', '<b></b>'])).toMatchObject({
      title: { en: '<img src="x">' },
      summary: { en: '<b></b>' },
    })
  })

  it('has an event type only by the name of ACLED', () => {
    expect(read(['category', 'Protests'])).toMatchObject({ type: 'protests', tags: ['Protests'] })
    expect(read(['category', 'Battles'], ['category', 'Armed clash'])).toMatchObject({
      type: 'battles',
      subtype: 'armed-clash',
    })
    expect(read(['category', 'Attack; Protest'])).not.toHaveProperty('type')
    expect(read(['category', 'not-stated'])).not.toHaveProperty('type')
  })

  it('has parties without direction, and targets', () => {
    expect(read(['actor', 'A; B'], ['target', 'C'], ['actor', 'unknown']).actors).toEqual([
      { name: { en: 'A' }, role: 'party' },
      { name: { en: 'B' }, role: 'party' },
      { name: { en: 'C' }, role: 'target' },
    ])
  })

  it('has sources by name and by URL, together only where there is one of each', () => {
    expect(read(['source', 'Agency'], ['url', 'https://example.org/a']).sources).toEqual([
      { publisher: 'Agency', url: 'https://example.org/a' },
    ])
    expect(read(['source', 'A; B'], ['url', 'https://example.org/a, https://example.org/b']).sources).toEqual(
      [
        { publisher: 'A' },
        { publisher: 'B' },
        { publisher: '', url: 'https://example.org/a' },
        { publisher: '', url: 'https://example.org/b' },
      ],
    )
    expect(
      read(['source', 'Agency', 'Source 1'], ['source', 'https://example.org/a', 'Source 2']).sources,
    ).toEqual([{ publisher: 'Agency' }, { publisher: '', url: 'https://example.org/a' }])
    expect(read(['source', 'Agency', 'source'], ['url', 'https://example.org/a', 'photo']).sources).toEqual([
      { publisher: 'Agency' },
      { publisher: '', url: 'https://example.org/a' },
    ])
    expect(
      read(['source', 'Agency'], ['description', '<a href="https://example.org/a">map</a>']).sources,
    ).toEqual([{ publisher: 'Agency' }, { publisher: '', url: 'https://example.org/a' }])
    expect(read(['url', 'see file']).flags).toEqual(['unreadable-url'])
    expect(read(['source', 'Agency: https://example.org/a']).sources).toEqual([
      { publisher: 'Agency', url: 'https://example.org/a' },
    ])
  })
})
