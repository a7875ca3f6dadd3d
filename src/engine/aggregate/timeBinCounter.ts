import type { CalendarUnit, DaySpan } from '../../incidents/day.ts'
import { eventTypes, timePrecisions } from '../../incidents/vocabulary.ts'
import type { Histogram } from '../../query/incidentResult.ts'
import { entryAt } from '../entryAt.ts'
import type { IncidentTable } from '../table/table.ts'
import { arrayCounter, type RowCounter } from './rowCounter.ts'
import { timeBins, type TimeBins } from './timeBins.ts'

/** Time precisions with a code below this one know the day. */
const WEEK = timePrecisions.indexOf('week')

const TYPES = eventTypes.length

/** Counts rows by time bin and event type. */
export interface TimeBinCounter extends RowCounter {
  /** A copy. */
  histogram(): Histogram
}

/**
 * Counts each row in every bin that its days (`dayFrom` to `dayTo`) touch: as certain where that is one bin, or where
 * its time precision is a day or finer (it went on for so long); else as uncertain, as it happened in one of them.
 * @param span the bins go from the unit that holds its first day to the one that holds its last
 * @throws RangeError for more than MOST_TIME_BINS
 */
export function timeBinCounter(
  { columns }: IncidentTable,
  unit: CalendarUnit,
  span: DaySpan,
): TimeBinCounter {
  const bins = timeBins(unit, span)
  const layout = layoutOf(bins.starts.length)
  const counts = new Uint32Array(layout.length)
  return {
    ...arrayCounter(counts, columns.type, adderOf(columns, bins, layout, counts)),
    histogram: () => ({
      unit,
      starts: bins.starts.slice(),
      end: bins.end,
      certain: counts.slice(0, layout.uncertain),
      uncertain: counts.slice(layout.uncertain, layout.before),
      before: entryAt(counts, layout.before, 'count'),
      after: entryAt(counts, layout.after, 'count'),
    }),
  }
}

/**
 * Where each kind of count begins in the one array of a counter: certain counts (bins x event types, row-major), then
 * uncertain ones, then the rows wholly before the first bin, then those wholly after the last.
 */
function layoutOf(bins: number) {
  const size = bins * TYPES
  return { uncertain: size, before: 2 * size, after: 2 * size + 1, length: 2 * size + 2 }
}

/** @returns `add` of the counter */
function adderOf(
  { dayFrom, dayTo, type, timePrecision }: IncidentTable['columns'],
  { first, end, ofDay }: TimeBins,
  { uncertain, before, after }: ReturnType<typeof layoutOf>,
  counts: Uint32Array,
): RowCounter['add'] {
  return (rows, length, sign) => {
    for (let at = 0; at < length; at += 1) {
      const row = rows[at]!
      const from = dayFrom[row]!
      const to = dayTo[row]!
      if (to < first) {
        counts[before]! += sign
        continue
      }
      if (from >= end) {
        counts[after]! += sign
        continue
      }
      const firstBin = ofDay[Math.max(from, first) - first]!
      const lastBin = ofDay[Math.min(to, end - 1) - first]!
      const isWithinOne = firstBin === lastBin && from >= first && to < end
      const isCertain = isWithinOne || timePrecision[row]! < WEEK
      const base = (isCertain ? 0 : uncertain) + type[row]!
      for (let bin = firstBin; bin <= lastBin; bin += 1) counts[base + bin * TYPES]! += sign
    }
  }
}
