import type { TimeBins } from '../../engine/aggregate/timeBins.ts'
import { sql, type Sql } from '../sql.ts'

/**
 * Index of the bin that a day is in, from 1 on: 0 stands for the days before all bins, and one more than their number for
 * those after them. Days are taken in blocks as long as the shortest bin, so that a block holds the beginning of one bin
 * at most behind its first day: the statement grows with the number of bins, not with that of days.
 * @param day expression over a row
 */
export function binOfDay(day: Sql, { starts, first, end, ofDay }: TimeBins): Sql {
  const ends = [...starts.subarray(1), end]
  const block = ends.reduce((least, next, bin) => Math.min(least, next - (starts[bin] ?? next)), end - first)
  const bins = Array.from({ length: Math.ceil((end - first) / block) }, (_, at) => ofDay[at * block] ?? 0)
  const nexts = bins.map((bin) => (ends[bin] ?? end) - first)
  // The first of all bins and the last have days for those that lie outside.
  const since = sql`(toInt64(least(greatest(${day}, ${first}), ${end - 1})) - (${first}))`
  const at = sql`intDiv(${since}, ${block}) + 1`
  return sql`(arrayElement([${bins.map((bin) => bin + 1)}], ${at}) + (${since} >= arrayElement([${nexts}], ${at})) + (${day} >= ${end}) - (${day} < ${first}))`
}
