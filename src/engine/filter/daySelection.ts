import { bisectLeft } from 'd3-array'
import type { DayRange } from '../../query/incidentQuery.ts'
import { rowsOfDays, type DayColumns, type DayOrder } from '../table/dayOrder.ts'
import { dayFilter } from './dayFilter.ts'
import type { Selection } from './selection.ts'

/**
 * The rows that pass a range of days, listed as `only` or as `except`, whichever is shorter. Only rows of the range's
 * slice, or outside of it, are tested, and wide rows (`DayOrder`), which may pass or fail on either side.
 * @param range inclusive; at least one end is given
 */
export function daySelection({ wide }: DayOrder, days: DayColumns, range: DayRange): Selection {
  const { rows } = days
  const passes = dayFilter(days, range)
  const [start, end] = rowsOfDays(days, range)
  const [wideStart, wideEnd] = [bisectLeft(wide, start), bisectLeft(wide, end)]
  if (2 * (end - start) > rows) {
    const failing = new RowList(rows - (end - start) + wide.length, passes, false)
    failing.addRange(0, start)
    failing.addList(wide.subarray(wideStart, wideEnd))
    failing.addRange(end, rows)
    return { kind: 'except', rows: failing.taken() }
  }
  const passing = new RowList(end - start + wide.length, passes, true)
  passing.addList(wide.subarray(0, wideStart))
  passing.addRange(start, end)
  passing.addList(wide.subarray(wideEnd))
  return { kind: 'only', rows: passing.taken() }
}

/** Collects the rows that pass, or those that fail, in the order in which they are offered. */
class RowList {
  readonly #passes: (row: number) => boolean
  readonly #wanted: boolean
  readonly #rows: Uint32Array
  #length = 0

  /**
   * @param most rows that will be collected at most
   * @param wanted what `passes` says of the rows to be collected
   */
  constructor(most: number, passes: (row: number) => boolean, wanted: boolean) {
    this.#rows = new Uint32Array(most)
    this.#passes = passes
    this.#wanted = wanted
  }

  addRange(start: number, end: number): void {
    // In locals, as the loop is hot.
    const [passes, wanted, rows] = [this.#passes, this.#wanted, this.#rows]
    let length = this.#length
    for (let row = start; row < end; row += 1) if (passes(row) === wanted) rows[length++] = row
    this.#length = length
  }

  addList(list: Uint32Array): void {
    for (const row of list) if (this.#passes(row) === this.#wanted) this.#rows[this.#length++] = row
  }

  taken(): Uint32Array {
    return this.#rows.subarray(0, this.#length)
  }
}
