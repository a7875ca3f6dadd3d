import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calendarUnits,
  EARLIEST_DAY,
  formatIsoDay,
  LATEST_DAY,
  parseDay,
  spanOfUnit,
  startOfUnit,
  stepUnit,
} from '../../../src/incidents/day.ts'

const anyDay = fc.integer({ min: EARLIEST_DAY + 400, max: LATEST_DAY - 400 })

describe('parseDay and formatIsoDay', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2025-10-22', 20_383],
    ['0001-01-01', EARLIEST_DAY],
    ['9999-12-31', LATEST_DAY],
  ])('reads %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
    expect(formatIsoDay(day)).toBe(text)
  })

  it.each([
    '',
    '2025-2-1',
    '2025-02-30',
    '2025-13-01',
    '20251022',
    '2025-10-22T00:00',
    ' 2025-10-22',
    '٢٠٢٥-١٠-٢٢',
    '0000-01-01',
  ])('does not read %j', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  it('are inverse to each other', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(parseDay(formatIsoDay(day))).toBe(day)
      }),
    )
  })

  it('divide time into units without gap or overlap', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...calendarUnits), (day, unit) => {
        const { from, to } = spanOfUnit(day, unit)
        expect(from <= day && day <= to).toBe(true)
        expect(startOfUnit(to, unit)).toBe(from)
        expect(startOfUnit(to + 1, unit)).toBe(to + 1)
        expect(stepUnit(from, unit, 1)).toBe(to + 1)
      }),
    )
  })

  it('start a week on Monday', () => {
    expect(formatIsoDay(startOfUnit(20_383, 'week'))).toBe('2025-10-20')
  })
})
