import type { Day, DaySpan } from '../incidents/day.ts'
import { eventTypes } from '../incidents/vocabulary.ts'
import type { Histogram } from '../query/incidentResult.ts'

const TYPES = eventTypes.length

/** The counts of one time bin. The arrays hold one number per event type, in the vocabulary's order. */
export interface Bin extends DaySpan {
  /** Incidents that certainly lie in the bin. */
  certain: number[]
  /** Incidents that may lie in it: their date is known only to a longer period. */
  uncertain: number[]
  /** Sums of `certain` and of `uncertain`. */
  sure: number
  maybe: number
}

/** The days and counts of a time bin. @param bin its index */
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

/** Index of the time bin that holds the day; undefined if none does. */
export function binOfDay({ starts, end }: Histogram, day: Day): number | undefined {
  if (day >= end) return undefined
  const bin = starts.findLastIndex((start) => start <= day)
  return bin < 0 ? undefined : bin
}

/** Incidents per time bin, certain and uncertain together. */
export function binTotals({ starts, certain, uncertain }: Histogram): Uint32Array {
  const totals = new Uint32Array(starts.length)
  for (let at = 0; at < certain.length; at += 1) {
    const bin = Math.floor(at / TYPES)
    totals[bin] = (totals[bin] ?? 0) + (certain[at] ?? 0) + (uncertain[at] ?? 0)
  }
  return totals
}

/** The highest count of a time bin, certain and uncertain together. */
export function highestBin(histogram: Histogram): number {
  return binTotals(histogram).reduce((most, total) => Math.max(most, total), 0)
}

/**
 * Share of incidents that may lie outside either end of the axis at first, and the share of the time that must
 * be gained by that.
 */
const STRAGGLERS = 0.03
const GAIN = 0.15

/**
 * The days where most incidents lie. Without this, a few outliers would press all others into a corner; the
 * axis says how many it leaves out.
 * @param whole the days of the data
 * @returns the whole span, if leaving out outliers would gain little
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

/** Index of the first count at which the running sum exceeds `allowed`. */
function firstBeyond(totals: readonly number[], allowed: number): number {
  let seen = 0
  const index = totals.findIndex((count) => (seen += count) > allowed)
  return Math.max(0, index)
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}
