import { eventTypes, timePrecisions } from '../../incidents/vocabulary.ts'
import type { IncidentQuery } from '../../query/incidentQuery.ts'
import type { Histogram } from '../../query/incidentResult.ts'
import { SourceError, type Abortable } from '../../query/incidentSource.ts'
import { timeBins, type TimeBins } from '../../engine/aggregate/timeBins.ts'
import type { Connection } from '../connection.ts'
import { sql } from '../sql.ts'
import { estimated, type Scan } from './scan.ts'

/** Time precisions with a code below this one know the day. */
const WEEK = timePrecisions.indexOf('week')
const TYPES = eventTypes.length

/** Rows with the same days and type: the days are clamped to the one before the bins and the one after. */
type Spans = readonly [type: number, knowsDay: number, from: number, to: number, count: number]

/**
 * Counts rows by their days, and spreads them over the time bins as the engine does (`timeBinCounter`).
 * @throws SourceError `excessive` for more bins than any screen has pixels
 */
export async function readHistogram(
  connection: Connection,
  scan: Scan,
  { unit, span }: NonNullable<IncidentQuery['bins']>,
  options: Abortable,
): Promise<Histogram> {
  const bins = binsOf(unit, span)
  const clamped = (column: 'day_from' | 'day_to') => {
    const day = column === 'day_from' ? sql`day_from` : sql`day_to`
    return sql`toInt32(least(greatest(${day}, ${bins.first - 1}), ${bins.end}))`
  }
  const rows = await connection.rows<Spans>(
    sql`SELECT type, time_precision < ${WEEK} AS knows_day, ${clamped('day_from')} AS first, ${clamped('day_to')} AS last, count() FROM ${scan.table} WHERE ${scan.passing('days')} GROUP BY type, knows_day, first, last`,
    options,
  )
  const counted = spread(rows, bins)
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
