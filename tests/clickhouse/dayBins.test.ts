import { describe, expect, it } from 'vitest'
import { binOfDay } from '../../src/clickhouse/answer/dayBins.ts'
import { sql } from '../../src/clickhouse/sql.ts'
import { timeBins } from '../../src/engine/aggregate/timeBins.ts'
import { EARLIEST_DAY, type CalendarUnit } from '../../src/incidents/day.ts'
import { baseOfTest, servers } from './testBase.ts'

describe.skipIf(!servers)('the bin of a day', () => {
  it.each<[CalendarUnit, number, number]>([
    ['year', EARLIEST_DAY, 20_000],
    ['quarter', -300_000, 20_000],
    ['month', -100_000, 20_000],
    ['week', -1_000, 20_000],
    ['day', -1_000, 2_900],
    ['month', 12_000, 12_000],
    ['day', 5, 5],
  ])('is that of the engine, in a short statement: %s', async (unit, from, to) => {
    const bins = timeBins(unit, { from, to })
    const { first, end, ofDay, starts } = bins
    const bin = binOfDay(sql`day`, bins)
    expect(bin.text.length).toBeLessThan(150_000)
    const { connection } = await baseOfTest('one')
    const rows = await connection.rows<[number]>(
      sql`SELECT toInt64(${bin}) FROM (SELECT toInt32(number) + (${first - 400}) AS day FROM numbers(${end - first + 800})) ORDER BY day`,
    )
    const expected = [...Array<number>(400).fill(0), ...Array.from(ofDay, (each) => each + 1)]
    expected.push(...Array<number>(400).fill(starts.length + 1))
    expect(rows.flat().join()).toBe(expected.join())
  })
})
