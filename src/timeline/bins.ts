import type { Day, DaySpan } from '../incidents/day.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import type { Histogram } from '../query/incidentResult.ts'

const TYPES = eventTypes.length

/** Counts of one bin, by event type, and their sums. */
export interface Bin extends DaySpan {
  certain: number[]
  uncertain: number[]
  sure: number
  maybe: number
}

export function binAt({ starts, end, certain, uncertain }: Histogram, bin: number): Bin {
  const at = bin * TYPES
  const counts = {
    certain: Array.from(certain.subarray(at, at + TYPES)),
    uncertain: Array.from(uncertain.subarray(at, at + TYPES)),
  }
  return {
    from: starts[bin] ?? 0,
    to: (starts[bin + 1] ?? end) - 1,
    ...counts,
    sure: sum(counts.certain),
    maybe: sum(counts.uncertain),
  }
}

/** Index of the bin that holds the day; undefined where none does. */
export function binOfDay({ starts, end }: Histogram, day: Day): number | undefined {
  if (day >= end) return undefined
  const bin = starts.findLastIndex((start) => start <= day)
  return bin < 0 ? undefined : bin
}

/** Incidents of each bin, those that may lie in it included. */
export function binTotals({ starts, certain, uncertain }: Histogram): Uint32Array {
  const totals = new Uint32Array(starts.length)
  for (let at = 0; at < certain.length; at += 1) {
    const bin = Math.floor(at / TYPES)
    totals[bin] = (totals[bin] ?? 0) + (certain[at] ?? 0) + (uncertain[at] ?? 0)
  }
  return totals
}

/** Most incidents of a bin: the height of the whole track. */
export function highestBin(histogram: Histogram): number {
  return binTotals(histogram).reduce((most, total) => Math.max(most, total), 0)
}

/** Share of incidents that may lie beyond either end of what is shown at first, and the share of time that it must gain. */
const STRAGGLERS = 0.03
const GAIN = 0.15

/**
 * Where most incidents lie: a few that lie far off would press all others into a corner. They stay one click away.
 * @returns the whole span where leaving out stragglers would gain little
 */
export function denseSpan(histogram: Histogram, whole: DaySpan): DaySpan {
  const totals = [...binTotals(histogram)]
  const allowed = STRAGGLERS * sum(totals)
  const gain = GAIN * (whole.to - whole.from + 1)
  const first = histogram.starts[firstBeyond(totals, allowed)] ?? whole.from
  const last =
    (histogram.starts[totals.length - firstBeyond(totals.toReversed(), allowed)] ?? histogram.end) - 1
  const from = first - whole.from >= gain ? first : whole.from
  const to = whole.to - last >= gain ? last : whole.to
  return { from, to: Math.max(from, to) }
}

/** The first entry with which the sum passes what may be left out. */
function firstBeyond(totals: readonly number[], allowed: number): number {
  let seen = 0
  const index = totals.findIndex((count) => (seen += count) > allowed)
  return Math.max(0, index)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
