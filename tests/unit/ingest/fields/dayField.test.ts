import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatIsoDay, parseDay } from '../../../../src/incidents/day.ts'
import { readDay, readDayParts } from '../../../../src/ingest/fields/dayField.ts'
import type { DayOrder } from '../../../../src/query/importReport.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

/** What is read, in short: start, end, precision, time; or the code; or "missing". */
function read(text: string, order?: DayOrder): string {
  const day = readDay(text, order)
  if (day.kind !== 'value') return day.kind === 'missing' ? 'missing' : day.code
  const { start, end, precision, time } = day.value
  return [start, end, precision, time].filter(Boolean).join(' ')
}

describe('readDay', () => {
  it.each([
    ['2026-06-04', '2026-06-04 day'],
    ['2026-6-4', '2026-06-04 day'],
    ['2026/06/04', '2026-06-04 day'],
    ['2026.06.04', '2026-06-04 day'],
    ['20260604', '2026-06-04 day'],
    ["'2026-06-04", '2026-06-04 day'],
    ['16 May 2025', '2025-05-16 day'],
    ['May 16, 2025', '2025-05-16 day'],
    ['January 25, 2020', '2020-01-25 day'],
    ['Sept. 3, 2024', '2024-09-03 day'],
    ['01 November 2024', '2024-11-01 day'],
    ['31-Dec-10', '2010-12-31 day'],
    ['4-Jan-21', '2021-01-04 day'],
    ['October-7-2023', '2023-10-07 day'],
    ['october-7-23', '2023-10-07 day'],
    ['2024 May 3', '2024-05-03 day'],
    ['2024-May-03', '2024-05-03 day'],
    ['16MAY2025', '2025-05-16 day'],
    ['3rd of May 2024', '2024-05-03 day'],
    ['Monday, 3 May 2024', '2024-05-03 day'],
    ['Mon 3 May 2024', '2024-05-03 day'],
  ])('reads the day of %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['3 mai 2024', '2024-05-03 day'],
    ['1er mars 2024', '2024-03-01 day'],
    ['le 3 févr. 2024', '2024-02-03 day'],
    ['vendredi 3 août 2024', '2024-08-03 day'],
    ['٥ نيسان ٢٠١٨', '2018-04-05 day'],
    ['۵ نيسان ۲۰۱۸', '2018-04-05 day'],
    ['1 كانون الثاني 2024', '2024-01-01 day'],
    ['1 تشرين الأول 2024', '2024-10-01 day'],
    ['1 يناير 2024', '2024-01-01 day'],
    ['1 جانفي 2024', '2024-01-01 day'],
    ['1 غشت 2024', '2024-08-01 day'],
    ['1 أوت 2024', '2024-08-01 day'],
    ['3 أيار/مايو 2024', '2024-05-03 day'],
    ['3 مايو (أيار) 2024', '2024-05-03 day'],
    ['الجمعة، 3 أيار 2024م', '2024-05-03 day'],
    ['يوم الجمعة 3 أيار 2024', '2024-05-03 day'],
  ])('reads the names of months in French and Arabic: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['2026-06-04 00:00:00.000', '2026-06-04 day'],
    ['2026-06-04T00:00:00', '2026-06-04 day'],
    ['2026-06-04T10:15', '2026-06-04 hour 10:15'],
    ['2026-06-04 10:15:59.123', '2026-06-04 hour 10:15'],
    // The day as written, whatever the zone; the time only where it is the one of a place.
    ['2026-06-04T23:30:00+03:00', '2026-06-04 hour 23:30'],
    ['2026-06-04T23:30:00-0500', '2026-06-04 hour 23:30'],
    ['2026-06-04T23:30:00Z', '2026-06-04 day'],
    ['2016-09-18 21:21:00+00:00', '2016-09-18 day'],
    ['20260604T101500Z', '2026-06-04 day'],
    ['20180101000000', '2018-01-01 day'],
    ['16/05/2025 3:05 PM', '2025-05-16 hour 15:05'],
    ['5/16/2025 12:00:00 AM', '2025-05-16 day'],
    ['16/05/2025 12:05 a.m.', '2025-05-16 hour 00:05'],
    ['16 May 2025, 3 pm', '2025-05-16 hour 15:00'],
    ['10/25/15 15:00', '2015-10-25 hour 15:00'],
    ['3 mai 2024 à 15h30', '2024-05-03 hour 15:30'],
    ['14:00 16/05/2025', '2025-05-16 hour 14:00'],
    ['16 أيار 2025 الساعة 3:05 م', '2025-05-16 hour 15:05'],
    ['Wed Oct 10 20:19:24 +0000 2018', '2018-10-10 day'],
    ['Fri May 03 2024 10:00:00 GMT+0200 (CEST)', '2024-05-03 hour 10:00'],
    ['2026-06-04 25:00', 'unreadable-date'],
    ['2026-06-04 10:60', 'unreadable-date'],
    ['2026-06-04 13:00 pm', 'unreadable-date'],
    ['2026 10:15', 'unreadable-date'],
  ])('takes the time off %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['02/03/2024', 'day-first', '2024-03-02 day'],
    ['02/03/2024', 'month-first', '2024-02-03 day'],
    ['02-03-2024', 'day-first', '2024-03-02 day'],
    ['2.3.24', 'day-first', '2024-03-02 day'],
    ['2/3/69', 'day-first', '1969-03-02 day'],
    ['2/3/68', 'day-first', '2068-03-02 day'],
    ['02/03/2024', undefined, 'ambiguous-date'],
    ['02/02/2024', undefined, '2024-02-02 day'],
    ['16/05/2025', undefined, '2025-05-16 day'],
    ['05/16/2025', undefined, '2025-05-16 day'],
    // What can be read in one way only is, whatever the column says.
    ['05/16/2025', 'day-first', '2025-05-16 day'],
    ['16/05/2025', 'month-first', '2025-05-16 day'],
    ['02/03-2024', 'day-first', 'unreadable-date'],
    ['13/13/2024', 'day-first', 'no-such-day'],
    ['31/04/2024', 'day-first', 'no-such-day'],
  ] as const)('reads %s as %s', (text, order, expected) => {
    expect(read(text, order)).toBe(expected)
  })

  it.each([
    ['2024', '2024-01-01 year'],
    ['2018-07', '2018-07-01 month'],
    ['07/2018', '2018-07-01 month'],
    ['May 2024', '2024-05-01 month'],
    ['أيار 2024', '2024-05-01 month'],
    ['2024 mai', '2024-05-01 month'],
  ])('keeps what is known of %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['3-5 May 2024', '2024-05-03 2024-05-05 day'],
    ['3 – 5 May 2024', '2024-05-03 2024-05-05 day'],
    ['May 3-5, 2024', '2024-05-03 2024-05-05 day'],
    ['28 April - 3 May 2024', '2024-04-28 2024-05-03 day'],
    ['April 28 - May 3, 2024', '2024-04-28 2024-05-03 day'],
    ['28 December 2024 - 3 January 2025', '2024-12-28 2025-01-03 day'],
    ['2024-05-03/2024-05-05', '2024-05-03 2024-05-05 day'],
    ['2024-05-03 to 2024-05-05', '2024-05-03 2024-05-05 day'],
    ['2024-05-03/2024-05-03', '2024-05-03 day'],
    ['du 3 au 5 mai 2024', '2024-05-03 2024-05-05 day'],
    ['من 3 إلى 5 أيار 2024', '2024-05-03 2024-05-05 day'],
    ['2023-2024', '2023-01-01 2024-12-31 year'],
    ['May - June 2024', '2024-05-01 2024-06-30 month'],
    ['16/05/2024 - 18/05/2024', '2024-05-16 2024-05-18 day'],
    ['02/03/2024 - 05/03/2024', 'ambiguous-date'],
    ['5-3 May 2024', 'end-before-start'],
    ['December 30 - January 2, 2025', 'end-before-start'],
    ['May 2024 - 3 June 2024', 'unreadable-date'],
  ])('reads the range %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each(['', ' ', '-', 'NA', 'n/a', 'null', 'Unknown', 'inconnu', 'غير معروف', '#N/A'])(
    'takes %j as missing',
    (text) => {
      expect(read(text)).toBe('missing')
    },
  )

  it.each([
    ['2025-02-30', 'no-such-day'],
    ['2024-13-01', 'no-such-day'],
    ['2025-00-10', 'no-such-day'],
    ['2025-05-00', 'no-such-day'],
    // Slips of the pen, and calendars of other eras.
    ['1527-03-01', 'unreadable-date'],
    ['0025-02-03', 'unreadable-date'],
    ['2567-02-03', 'unreadable-date'],
    ['3 رمضان 1445', 'unreadable-date'],
    ['3 رمضان 2024', 'unreadable-date'],
    ['Exact date unknown - Nov 21', 'unreadable-date'],
    ['Nov 21', 'unreadable-date'],
    ['Nov-21', 'unreadable-date'],
    ['May 16-18', 'unreadable-date'],
    ['May 16', 'unreadable-date'],
    ['early May 2024', 'unreadable-date'],
    ['May/June 3 2024', 'unreadable-date'],
    ['45000', 'unreadable-date'],
    ['12052024', 'unreadable-date'],
    ['1.5', 'unreadable-date'],
    ['2024.05', 'unreadable-date'],
    ['2024-05-03 x', 'unreadable-date'],
    ['x 2024-05-03', 'unreadable-date'],
    ['yesterday', 'unreadable-date'],
  ])('refuses %s: %s', (text, code) => {
    expect(read(text)).toBe(code)
  })

  const day = fc.integer({ min: parseDay('1600-01-01') ?? 0, max: parseDay('2200-12-31') ?? 0 })
  const months = [
    'January',
    'Feb',
    'mars',
    'نيسان',
    'May',
    'juin',
    'تموز',
    'Aug.',
    'أيلول',
    'octobre',
    'Nov',
    'déc.',
  ]
  const digits = (text: string, zero: string) =>
    text.replace(/\d/g, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)))

  /** Forms of a day, each with the order in which it has to be read. */
  const forms: readonly [(y: string, m: string, d: string, name: string) => string, DayOrder | undefined][] =
    [
      [(y, m, d) => `${y}-${m}-${d}`, undefined],
      [(y, m, d) => `${y}${m}${d}`, undefined],
      [(y, m, d) => `${y}/${Number(m)}/${Number(d)}`, undefined],
      [(y, m, d) => `${y}-${m}-${d}T00:00:00.000Z`, undefined],
      [(y, m, d) => digits(`${y}-${m}-${d}`, '٠'), undefined],
      [(y, m, d) => `${d}/${m}/${y}`, 'day-first'],
      [(y, m, d) => digits(`${Number(d)}.${Number(m)}.${y}`, '۰'), 'day-first'],
      [(y, m, d) => `${m}-${d}-${y}`, 'month-first'],
      [(y, _, d, name) => `${d} ${name} ${y}`, undefined],
      [(y, _, d, name) => `${name} ${Number(d)}, ${y}`, undefined],
      [(y, _, d, name) => `${name}-${d}-${y}`, undefined],
      [(y, _, d, name) => `${y} ${name} ${d}`, undefined],
    ]

  it('reads any day that is written in any of its forms', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...forms), (number, [write, order]) => {
        const start = formatIsoDay(number)
        const [year = '', month = '', dayOfMonth = ''] = start.split('-')
        const text = write(year, month, dayOfMonth, months[Number(month) - 1] ?? '')
        expect(readDay(text, order)).toEqual({ kind: 'value', value: { start, precision: 'day' } })
      }),
      { numRuns: propertyRuns(2000) },
    )
  })

  it('reads any range of days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 500 }), (first, length) => {
        const [start, end] = [
          formatIsoDay(first),
          formatIsoDay(Math.min(first + length, parseDay('2200-12-31') ?? 0)),
        ]
        fc.pre(start !== end)
        expect(readDay(`${start}/${end}`, undefined)).toEqual({
          kind: 'value',
          value: { start, end, precision: 'day' },
        })
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('gives only days that exist, in order, for any text', () => {
    const part = fc.constantFrom(
      ...'0 1 3 12 13 31 2024 24 / - . , : T Z May mai نيسان to au pm ٣ ( )'.split(' '),
      ' ',
    )
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }),
        fc.constantFrom('day-first', 'month-first', undefined),
        (parts, order) => {
          const found = readDay(parts.join(''), order)
          if (found.kind !== 'value') return
          const [start, end] = [parseDay(found.value.start), parseDay(found.value.end ?? found.value.start)]
          expect(start).toBeDefined()
          expect(end).toBeGreaterThanOrEqual(start ?? Infinity)
          expect(found.value.time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
        },
      ),
      { numRuns: propertyRuns(3000) },
    )
  })
})

describe('readDayParts', () => {
  it.each([
    [['2015', 'February', '23'], { start: '2015-02-23', precision: 'day' }],
    [['2015', '2', '23'], { start: '2015-02-23', precision: 'day' }],
    [['2015.0', '2.0', '23.0'], { start: '2015-02-23', precision: 'day' }],
    [['٢٠١٥', 'شباط', '٢٣'], { start: '2015-02-23', precision: 'day' }],
    [['2015', 'févr.', '23'], { start: '2015-02-23', precision: 'day' }],
    [['2015', '2', '0'], { start: '2015-02-01', precision: 'month' }],
    [['2015', '2', '-99'], { start: '2015-02-01', precision: 'month' }],
    [['2015', '2', ''], { start: '2015-02-01', precision: 'month' }],
    [['2015', '-99', '-99'], { start: '2015-01-01', precision: 'year' }],
    [['2015', 'NA', '23'], { start: '2015-01-01', precision: 'year' }],
    [['2015', '', ''], { start: '2015-01-01', precision: 'year' }],
  ] as const)('reads %j', ([year, month, day], value) => {
    expect(readDayParts(year, month, day)).toEqual({ kind: 'value', value })
  })

  it.each([
    [['', '2', '23'], { kind: 'missing' }],
    [['-99', '2', '23'], { kind: 'missing' }],
    [['15', '2', '23'], { kind: 'invalid', code: 'unreadable-date' }],
    [['2015', 'x', '23'], { kind: 'invalid', code: 'unreadable-date' }],
    [['2015', '2', 'x'], { kind: 'invalid', code: 'unreadable-date' }],
    [['2015', '2', '30'], { kind: 'invalid', code: 'no-such-day' }],
    [['2015', '13', '3'], { kind: 'invalid', code: 'no-such-day' }],
    [['2015', '2', '99'], { kind: 'invalid', code: 'no-such-day' }],
  ] as const)('does not read %j', ([year, month, day], reading) => {
    expect(readDayParts(year, month, day)).toMatchObject(reading)
  })
})
