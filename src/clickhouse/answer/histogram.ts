import { eventTypes, timePrecisions } from '../../incidents/vocabulary.ts'
import type { IncidentQuery } from '../../query/incidentQuery.ts'
import type { Histogram } from '../../query/incidentResult.ts'
import { SourceError, type Abortable } from '../../query/incidentSource.ts'
import { timeBins, type TimeBins } from '../../engine/aggregate/timeBins.ts'
import type { Connection } from '../connection.ts'
import { sql } from '../sql.ts'
import { combinedKey } from './combinedKey.ts'
import { binOfDay } from './dayBins.ts'
import { estimated, type Scan } from './scan.ts'

/** Time precisions with a code below this one know the day. */
const WEEK = timePrecisions.indexOf('week')
const TYPES = eventTypes.length

/** Rows of the same bins and type: days are the first of their bin, or that before the bins, or that after them. */
type Spans = readonly [type: number, knowsDay: number, from: number, to: number, count: number]

/**
 * Counts rows by the bins of their days, and spreads them over the time bins as the engine does (`timeBinCounter`).
 * @throws SourceError `excessive` for more bins than any screen has pixels
 */
export async function readHistogram(
  connection: Connection,
  scan: Scan,
  { unit, span }: NonNullable<IncidentQuery['bins']>,
  options: Abortable,
): Promise<Histogram> {
  const bins = binsOf(unit, span)
  // The days before all bins are as good as the last of them, and those after all as the first of them.
  const origin = bins.first - 1
  const firstDays = [origin, ...bins.starts, bins.end]
  // By bins there are far fewer groups than by days.
  const { key, split } = combinedKey([
    [sql`type`, TYPES],
    [sql`time_precision < ${WEEK}`, 2],
    [binOfDay(sql`day_from`, bins), firstDays.length],
    [binOfDay(sql`day_to`, bins), firstDays.length],
  ])
  const rows = await connection.rows<[key: number, count: number]>(
    sql`SELECT ${key} AS key, count() FROM ${scan.table} WHERE ${scan.passing('days')} GROUP BY key`,
    options,
  )
  const spans = rows.map(([each, count]): Spans => {
    const [type = 0, knowsDay = 0, from = 0, to = 0] = split(each)
    return [type, knowsDay, firstDays[from] ?? origin, firstDays[to] ?? origin, count]
  })
  const counted = spread(spans, bins)
  const scaled = (count: number) => estimated(count, scan)
  return {
    unit,
    starts: bins.starts,
    end: bins.end,
    certain: counted.certain.map(scaled),
    uncertain: counted.uncertain.map(scaled),
    before: scaled(counted.before),
    after: scaled(counted.after),
  }
}

function binsOf(...[unit, span]: Parameters<typeof timeBins>): TimeBins {
  try {
    return timeBins(unit, span)
  } catch (reason) {
    if (reason instanceof RangeError) throw new SourceError('excessive', reason.message)
    throw reason
  }
}

function spread(
  rows: readonly Spans[],
  { starts, first, end, ofDay }: TimeBins,
): Pick<Histogram, 'certain' | 'uncertain' | 'before' | 'after'> {
  const counts = {
    certain: new Uint32Array(starts.length * TYPES),
    uncertain: new Uint32Array(starts.length * TYPES),
    before: 0,
    after: 0,
  }
  for (const [type, knowsDay, from, to, count] of rows) {
    if (to < first) counts.before += count
    else if (from >= end) counts.after += count
    else {
      const firstBin = ofDay[Math.max(from, first) - first] ?? 0
      const lastBin = ofDay[Math.min(to, end - 1) - first] ?? 0
      const isWithinOne = firstBin === lastBin && from >= first && to < end
      const into = isWithinOne || knowsDay === 1 ? counts.certain : counts.uncertain
      for (let at = firstBin * TYPES + type; at <= lastBin * TYPES + type; at += TYPES)
        into[at] = (into[at] ?? 0) + count
    }
  }
  return counts
}
