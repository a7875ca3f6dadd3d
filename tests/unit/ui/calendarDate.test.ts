import { assert, integer, property } from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { formatIsoDay, parseDay } from '../../../src/incidents/day.ts'
import { dateOf, dayOf } from '../../../src/ui/calendarDate.ts'

const home = process.env['TZ']
afterEach(() => {
  if (home === undefined) delete process.env['TZ']
  else process.env['TZ'] = home
})

/** Zones with a midnight that daylight saving left out, with a day left out, and far from UTC on both sides. */
const zones = [
  'UTC',
  'Asia/Damascus',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Niue',
]

describe.each(zones)('a day of the calendar, seen in %s', (zone) => {
  it('has the fields of the day, and gives the day back', () => {
    process.env['TZ'] = zone
    const days = integer({ min: parseDay('0100-01-01') ?? 0, max: parseDay('9999-12-31') ?? 0 })
    assert(
      property(days, (day) => {
        // Samoa left out 30 December 2011: its local fields do not exist there.
        if (zone === 'Pacific/Apia' && formatIsoDay(day) === '2011-12-30') return
        const date = dateOf(day)
        expect(date.getDate()).toBe(Number(formatIsoDay(day).slice(-2)))
        expect(dayOf(date)).toBe(day)
      }),
    )
  })
})
