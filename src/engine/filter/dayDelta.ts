import type { DayRange } from '../../query/incidentQuery.ts'
import {
  isWide,
  rowsOfDays,
  rowsWithDay,
  type DayColumns,
  type DayOrder,
  type Span,
} from '../table/dayOrder.ts'
import { dayFilter } from './dayFilter.ts'
import type { RowDelta } from './rowDelta.ts'

/**
 * Row deltas between ranges of days: what a brush step costs. Narrow rows (`DayOrder`) come from the slices of the table
 * that one range has and the other lacks. A wide row can change only where its first day lies between the two ends of
 * the ranges, or its last day between their two beginnings: only those are tested.
 */
export class DayDeltas {
  readonly #order: DayOrder
  readonly #days: DayColumns
  /** Room for the rows of the last delta, reused as long as it is enough. */
  #added = new Uint32Array(0)
  #removed = new Uint32Array(0)

  constructor(order: DayOrder, days: DayColumns) {
    this.#order = order
    this.#days = days
  }

  /**
   * @param overhead what counting anew costs beside the rows that it visits, in rows
   * @returns the delta, whose lists are valid until the next call; undefined where it is so long that counting anew
   * visits fewer rows
   */
  between(before: DayRange, after: DayRange, overhead: number): RowDelta | undefined {
    const days = this.#days
    const { wideByFrom, wideByTo } = this.#order
    const [sliceBefore, sliceAfter] = [rowsOfDays(days, before), rowsOfDays(days, after)]
    const gained = spanDifference(sliceAfter, sliceBefore)
    const lost = spanDifference(sliceBefore, sliceAfter)
    const ends = spanBetween((before.to ?? Infinity) + 1, (after.to ?? Infinity) + 1)
    const beginnings = spanBetween(before.from ?? -Infinity, after.from ?? -Infinity)
    const byFrom = rowsWithDay(wideByFrom, days.dayFrom, ends)
    const byTo = rowsWithDay(wideByTo, days.dayTo, beginnings)

    const visited = totalLength(gained) + totalLength(lost) + byFrom.length + byTo.length
    const passing = totalLength([sliceAfter])
    if (visited > overhead + Math.min(passing, days.rows - passing)) return undefined

    this.#reserve(visited)
    const added = takeNarrow(days, gained, this.#added)
    const removed = takeNarrow(days, lost, this.#removed)
    return this.#withWide(byFrom, byTo, ends, before, after, added, removed)
  }

  /** Room for so many rows, on either side. */
  #reserve(rows: number): void {
    if (this.#added.length >= rows) return
    this.#added = new Uint32Array(2 * rows)
    this.#removed = new Uint32Array(2 * rows)
  }

  /**
   * Adds the wide rows that change to what is taken already.
   * @param added rows taken into #added so far, and `removed` into #removed
   */
  #withWide(
    byFrom: Uint32Array,
    byTo: Uint32Array,
    ends: Span,
    before: DayRange,
    after: DayRange,
    added: number,
    removed: number,
  ): RowDelta {
    const { dayFrom } = this.#days
    const [passedBefore, passesAfter] = [dayFilter(this.#days, before), dayFilter(this.#days, after)]
    for (const list of [byFrom, byTo]) {
      for (const row of list) {
        const passes = passesAfter(row)
        if (passes === passedBefore(row)) continue
        // A row of both lists is taken from the first.
        if (list === byTo && isWithin(ends, dayFrom[row]!)) continue
        if (passes) this.#added[added++] = row
        else this.#removed[removed++] = row
      }
    }
    return { added: this.#added.subarray(0, added), removed: this.#removed.subarray(0, removed) }
  }
}

function spanBetween(a: number, b: number): Span {
  return [Math.min(a, b), Math.max(a, b)]
}

function isWithin([start, end]: Span, value: number): boolean {
  return value >= start && value < end
}

/** The parts of a span that lie before and after another. */
function spanDifference([start, end]: Span, other: Span): Span[] {
  return [
    [start, Math.min(end, other[0])],
    [Math.max(start, other[1]), end],
  ]
}

function totalLength(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + Math.max(0, end - start), 0)
}

/** Puts the narrow rows of the spans into `taken`. @returns how many they are */
function takeNarrow(days: DayColumns, spans: readonly Span[], taken: Uint32Array): number {
  let count = 0
  for (const [start, end] of spans)
    for (let row = start; row < end; row += 1) if (!isWide(days, row)) taken[count++] = row
  return count
}
