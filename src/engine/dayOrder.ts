import type { IncidentColumns } from '../incidents/columns.ts'
import type { DayRange } from '../query/incidentQuery.ts'

/**
 * Leads from days to rows. Rows that know their one day are in its order already; the others ("wide") are kept by
 * the first and by the last day on which they may have happened.
 */
export interface DayOrder {
  wideByFrom: Uint32Array
  wideByTo: Uint32Array
}

export function dayOrderOf({ rows, day, dayFrom, dayTo }: IncidentColumns): DayOrder {
  let count = 0
  const isWide = (row: number) => dayFrom[row] !== day[row] || dayTo[row] !== day[row]
  for (let row = 0; row < rows; row += 1) if (isWide(row)) count += 1
  const wide = new Uint32Array(count)
  for (let row = 0, at = 0; row < rows; row += 1) if (isWide(row)) wide[at++] = row
  const by = (days: Int32Array) => wide.toSorted((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b)
  return { wideByFrom: by(dayFrom), wideByTo: by(dayTo) }
}

/**
 * Every row whose standing may differ between the two ranges; some more than once, some that do not differ.
 * An incident fails when its first day lies after the range's end, or its last before its beginning: so only those
 * are looked at whose first day lies between the two ends, or whose last between the two beginnings.
 * @returns pieces of rows, as views or ranges of them
 */
export function rowsBetween(
  { wideByFrom, wideByTo }: DayOrder,
  { day, dayFrom, dayTo }: IncidentColumns,
  before: DayRange,
  after: DayRange,
): { ranges: [start: number, end: number][]; wide: Uint32Array[] } {
  const ranges: [number, number][] = []
  const wide: Uint32Array[] = []
  const crossed = (a: number, b: number, order: Uint32Array, days: Int32Array) => {
    if (a === b) return
    const [low, high] = [Math.min(a, b), Math.max(a, b)]
    // First at or after `low`, to first at or after `high`: the days low to high - 1.
    ranges.push([
      firstFrom(day.length, (at) => day[at] ?? 0, low),
      firstFrom(day.length, (at) => day[at] ?? 0, high),
    ])
    const dayAt = (at: number) => days[order[at] ?? 0] ?? 0
    wide.push(order.subarray(firstFrom(order.length, dayAt, low), firstFrom(order.length, dayAt, high)))
  }
  // First days in (to, to'] and last days in [from, from').
  crossed((before.to ?? Infinity) + 1, (after.to ?? Infinity) + 1, wideByFrom, dayFrom)
  crossed(before.from ?? -Infinity, after.from ?? -Infinity, wideByTo, dayTo)
  return { ranges, wide }
}

/** The first of `length` ascending values that is at least `least`. */
function firstFrom(length: number, valueAt: (at: number) => number, least: number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueAt(middle) < least) low = middle + 1
    else high = middle
  }
  return low
}
