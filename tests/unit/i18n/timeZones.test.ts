import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** From the first to see a day to the last, with half hours and summer times between. */
const zones = [
  'Pacific/Kiritimati',
  'Asia/Damascus',
  'Asia/Kolkata',
  'UTC',
  'America/St_Johns',
  'Pacific/Pago_Pago',
]

const script = `
  import { formatIsoDay, parseDay, spanOfUnit } from './src/incidents/day.ts'
  import { formatDay, formatDays } from './src/i18n/formatDay.ts'
  import { writeFragment } from './src/view/url/writeFragment.ts'
  import { readFragment } from './src/view/url/readFragment.ts'
  const days = ['1970-01-01', '2024-02-29', '2025-03-30', '2025-10-22', '2025-12-31'].map(parseDay)
  const said = days.flatMap((day) => [
    day,
    formatIsoDay(day),
    ...['en', 'ar', 'fr'].flatMap((language) => [
      formatDay(language, day, 'weekday'),
      formatDay(language, day, 'month'),
      formatDays(language, day, day + 40, 'dayShort'),
    ]),
    ...['week', 'month', 'quarter', 'year'].map((unit) => JSON.stringify(spanOfUnit(day, unit))),
  ])
  said.push(writeFragment(readFragment('#from=2025-10-01&to=2025-10-31').view))
  console.log(JSON.stringify(said))
`

const saidIn = (zone: string): unknown =>
  JSON.parse(
    execFileSync('node', ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }),
  )

describe('days in words', () => {
  it('are the same under every time zone', { timeout: 60_000 }, () => {
    const [first, ...others] = zones.map(saidIn)
    expect(first).toContain('2025-10-22')
    expect(JSON.stringify(first)).toMatch(/Wednesday,? 22 October 2025/)
    for (const other of others) expect(other).toEqual(first)
  })
})
