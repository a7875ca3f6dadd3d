import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatIsoDay, parseDay } from '../../../../src/incidents/day.ts'
import { readEpoch, readExcelSerial } from '../../../../src/ingest/fields/dayNumbers.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

const day = (start: string) => ({ kind: 'value', value: { start, precision: 'day' } })

describe('readExcelSerial', () => {
  it.each([
    ['1', 1900, day('1900-01-01')],
    ['59', 1900, day('1900-02-28')],
    ['60', 1900, { kind: 'invalid', code: 'no-such-day' }],
    ['61', 1900, day('1900-03-01')],
    ['42194', 1900, day('2015-07-09')],
    ['42194.0', 1900, day('2015-07-09')],
    ['٤٢١٩٤', 1900, day('2015-07-09')],
    ['40732', 1904, day('2015-07-09')],
    ['0', 1904, day('1904-01-01')],
    ['42194.5', 1900, { kind: 'value', value: { start: '2015-07-09', precision: 'hour', time: '12:00' } }],
    ['42194,75', 1900, { kind: 'value', value: { start: '2015-07-09', precision: 'hour', time: '18:00' } }],
    // Half a second before midnight is the next day.
    ['42194.999999', 1900, day('2015-07-10')],
    ['', 1900, { kind: 'missing' }],
    ['0', 1900, { kind: 'invalid', code: 'unreadable-date' }],
    ['-5', 1904, { kind: 'invalid', code: 'unreadable-date' }],
    ['999999', 1900, { kind: 'invalid', code: 'unreadable-date' }],
    ['2015-07-09', 1900, { kind: 'invalid', code: 'unreadable-date' }],
  ] as const)('reads %s since %d', (text, epoch, expected) => {
    expect(readExcelSerial(text, epoch)).toEqual(expected)
  })

  it('reads every day from March 1900 on', () => {
    const days = fc.integer({ min: parseDay('1900-03-01') ?? 0, max: parseDay('2200-12-31') ?? 0 })
    fc.assert(
      fc.property(days, (number) => {
        const sinceEpoch = number - (parseDay('1899-12-30') ?? 0)
        expect(readExcelSerial(String(sinceEpoch), 1900)).toEqual(day(formatIsoDay(number)))
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})

describe('readEpoch', () => {
  it.each([
    ['0', 'seconds', day('1970-01-01')],
    ['1730505600', 'seconds', day('2024-11-02')],
    ['1730505599', 'seconds', day('2024-11-01')],
    ['1517990000000', 'milliseconds', day('2018-02-07')],
    ['-1', 'seconds', day('1969-12-31')],
    ['NA', 'seconds', { kind: 'missing' }],
    ['x', 'seconds', { kind: 'invalid', code: 'unreadable-date' }],
    ['1517990000000', 'seconds', { kind: 'invalid', code: 'unreadable-date' }],
  ] as const)('reads the day in UTC of %s %s', (text, unit, expected) => {
    expect(readEpoch(text, unit)).toEqual(expected)
  })
})
