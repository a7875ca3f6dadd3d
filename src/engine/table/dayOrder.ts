import type { IncidentColumns } from '../../incidents/columns.ts'
import type { DayRange } from '../../query/incidentQuery.ts'
import { dayFilter } from '../filter/dayFilter.ts'
import type { Selection } from '../filter/selection.ts'
import type { Flips } from '../filter/rowDelta.ts'

/**
 * Leads from days to rows. Rows that know their one day are in its order already; the others ("wide") are kept also by
 * the first and by the last day on which they may have happened.
 */
export interface DayOrder {
  /** Wide rows in the order of the table. */
  wide: Uint32Array
  wideByFrom: Uint32Array
  wideByTo: Uint32Array
}

type Days = Pick<IncidentColumns, 'rows' | 'day' | 'dayFrom' | 'dayTo'>

function isWide({ day, dayFrom, dayTo }: Days, row: number): boolean {
  return dayFrom[row] !== day[row] || dayTo[row] !== day[row]
}

export function dayOrderOf(days: Days): DayOrder {
  const { rows, dayFrom, dayTo } = days
  let count = 0
  for (let row = 0; row < rows; row += 1) if (isWide(days, row)) count += 1
  const wide = new Uint32Array(count)
  for (let row = 0, at = 0; row < rows; row += 1) if (isWide(days, row)) wide[at++] = row
  const by = (column: Int32Array) => wide.toSorted((a, b) => (column[a] ?? 0) - (column[b] ?? 0) || a - b)
  return { wide, wideByFrom: by(dayFrom), wideByTo: by(dayTo) }
}

/** The rows that pass a range of days, or those that do not: whichever are fewer. Only wide rows are all looked at. */
export function daySelection({ wide }: DayOrder, days: Days, range: DayRange): Selection {
  const { rows } = days
  const passes = dayFilter(days, range)
  const [start, end] = sliceOf(days, range)
  const [wideStart, wideEnd] = [firstFrom(wide, start), firstFrom(wide, end)]
  const isLong = 2 * (end - start) > rows
  const found = new Uint32Array((isLong ? rows - (end - start) : end - start) + wide.length)
  let count = 0
  const pieces: [list: Uint32Array | undefined, from: number, to: number][] = isLong
    ? [
        [undefined, 0, start],
        [wide, wideStart, wideEnd],
        [undefined, end, rows],
      ]
    : [
        [wide, 0, wideStart],
        [undefined, start, end],
        [wide, wideEnd, wide.length],
      ]
  for (const [list, from, to] of pieces) {
    for (let at = from; at < to; at += 1) {
      const row = list ? (list[at] ?? 0) : at
      if (passes(row) !== isLong) found[count++] = row
    }
  }
  return { kind: isLong ? 'but' : 'only', rows: found.subarray(0, count) }
}

/**
 * What changes between two ranges of days. A wide row is only looked at where its first day lies between the two ends,
 * or its last between the two beginnings: no other can change.
 * @returns given what it takes to start anew, in rows, undefined where that and to look at what passes or fails then is
 * as well. The lists are good until the next call.
 */
export function createDayFlips(
  { wideByFrom, wideByTo }: DayOrder,
  days: Days,
): (before: DayRange, after: DayRange, start: number) => Flips | undefined {
  const { rows, dayFrom, dayTo } = days
  let entering = new Uint32Array(0)
  let leaving = new Uint32Array(0)

  return (before, after, start) => {
    const [sliceBefore, sliceAfter] = [sliceOf(days, before), sliceOf(days, after)]
    const [comes, goes] = [outside(sliceAfter, sliceBefore), outside(sliceBefore, sliceAfter)]
    const ends = between((before.to ?? Infinity) + 1, (after.to ?? Infinity) + 1)
    const starts = between(before.from ?? -Infinity, after.from ?? -Infinity)
    const byFrom = daysWithin(wideByFrom, dayFrom, ends)
    const byTo = daysWithin(wideByTo, dayTo, starts)
    const sum = sizeOf(comes) + sizeOf(goes) + byFrom.length + byTo.length
    const size = sizeOf([sliceAfter])
    if (sum > start + Math.min(size, rows - size)) return undefined
    if (entering.length < sum) [entering, leaving] = [new Uint32Array(2 * sum), new Uint32Array(2 * sum)]
    let countIn = takeNarrow(days, comes, entering)
    let countOut = takeNarrow(days, goes, leaving)
    const [passedBefore, passesAfter] = [dayFilter(days, before), dayFilter(days, after)]
    for (const list of [byFrom, byTo]) {
      for (let at = 0; at < list.length; at += 1) {
        const row = list[at] ?? 0
        const passes = passesAfter(row)
        if (passes === passedBefore(row)) continue
        // Met in the first list already.
        if (list === byTo && isWithin(ends, dayFrom[row] ?? NaN)) continue
        if (passes) entering[countIn++] = row
        else leaving[countOut++] = row
      }
    }
    return { entering: entering.subarray(0, countIn), leaving: leaving.subarray(0, countOut) }
  }
}

/** From the first on, up to before the second. */
type Span = readonly [start: number, end: number]

function between(a: number, b: number): Span {
  return [Math.min(a, b), Math.max(a, b)]
}

function isWithin([start, end]: Span, value: number): boolean {
  return value >= start && value < end
}

/** The pieces of a span that lie outside another. */
function outside([start, end]: Span, other: Span): Span[] {
  return [
    [start, Math.min(end, other[0])],
    [Math.max(start, other[1]), end],
  ]
}

function sizeOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + Math.max(0, end - start), 0)
}

function takeNarrow(days: Days, spans: readonly Span[], into: Uint32Array): number {
  let count = 0
  for (const [start, end] of spans)
    for (let row = start; row < end; row += 1) if (!isWide(days, row)) into[count++] = row
  return count
}

/** Rows from the first day of a range to its last, if they happened on the day that they are sorted by. */
function sliceOf({ day }: Days, { from, to }: DayRange): Span {
  const start = firstFrom(day, from ?? -Infinity)
  return [start, Math.max(start, firstFrom(day, (to ?? Infinity) + 1))]
}

/** The part of `order` whose days lie within the span. @param order rows in the order of `column` */
function daysWithin(order: Uint32Array, column: Int32Array, [start, end]: Span): Uint32Array {
  if (start === end) return order.subarray(0, 0)
  const dayAt = (at: number) => column[order[at] ?? 0] ?? 0
  return order.subarray(firstAt(order.length, dayAt, start), firstAt(order.length, dayAt, end))
}

/** The first of ascending values that is at least `least`. */
function firstFrom(values: Int32Array | Uint32Array, least: number): number {
  return firstAt(values.length, (at) => values[at] ?? 0, least)
}

function firstAt(length: number, valueAt: (at: number) => number, least: number): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueAt(middle) < least) low = middle + 1
    else high = middle
  }
  return low
}
