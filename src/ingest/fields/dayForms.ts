import type { DayOrder } from '../../query/importReport.ts'
import { orderShown } from './calendarForms.ts'
import { splitTime } from './clockTime.ts'
import { foldDate, readDay } from './dayField.ts'
import { isMissing } from './missingWords.ts'
import { plainText } from './plainText.ts'

/** What the cells of a column say as dates. */
export interface DayColumn {
  /** Share of the cells, missing ones left out, that are dates in one way or another; from 0 to 1, 0 where all miss. */
  share: number
  /**
   * Order of day and month in dates such as 02/03/2024. `fixed`: no date can be read in both ways; `undecided`: some
   * can, and the others show no order or both.
   */
  order: DayOrder | 'undecided' | 'fixed'
  /** Nearly all cells are numbers that a spreadsheet may have written as days since 1900 or 1904, from 1927 to 2119. */
  serials: boolean
  /** Nearly all cells are seconds, or milliseconds, since 1970, from 1973 to 2096. */
  epochSeconds: boolean
  epochMilliseconds: boolean
}

/** Share of the cells from which numbers are taken as days or moments. */
const NEARLY_ALL = 0.9

const serial = /^[1-7]\d{4}(?:[.,]\d+)?$/
const seconds = /^[1-3]?\d{9}(?:\.\d+)?$/
const milliseconds = /^[1-3]?\d{12}(?:\.0+)?$/

/**
 * Looks at all cells of a column. The order is told by numbers above 12 alone, never by the order of the rows. Where the
 * dates contradict each other it is `undecided`: each is read where it can be read in one way only.
 */
export function detectDayColumn(cells: Iterable<string>): DayColumn {
  const counts = { cells: 0, dates: 0, serials: 0, seconds: 0, milliseconds: 0 }
  const shown = new Set<DayOrder | 'either'>()
  for (const cell of cells) {
    if (isMissing(cell)) continue
    counts.cells++
    const number = cell.length > 40 ? '' : plainText(cell)
    if (serial.test(number)) counts.serials++
    else if (seconds.test(number)) counts.seconds++
    else if (milliseconds.test(number)) counts.milliseconds++
    else if (isDate(cell)) {
      counts.dates++
      for (const order of ordersOf(cell)) shown.add(order)
    }
  }
  const isNearlyAll = (count: number) => count > 0 && count >= counts.cells * NEARLY_ALL
  const serials = isNearlyAll(counts.serials)
  const epochSeconds = isNearlyAll(counts.seconds)
  const epochMilliseconds = isNearlyAll(counts.milliseconds)
  const numbers =
    (serials ? counts.serials : 0) +
    (epochSeconds ? counts.seconds : 0) +
    (epochMilliseconds ? counts.milliseconds : 0)
  return {
    share: counts.cells === 0 ? 0 : (counts.dates + numbers) / counts.cells,
    order: orderOf(shown),
    serials,
    epochSeconds,
    epochMilliseconds,
  }
}

function isDate(cell: string): boolean {
  const day = readDay(cell, undefined)
  return day.kind === 'value' || (day.kind === 'invalid' && day.code === 'ambiguous-date')
}

function orderOf(shown: ReadonlySet<DayOrder | 'either'>): DayColumn['order'] {
  const [isDayFirst, isMonthFirst] = [shown.has('day-first'), shown.has('month-first')]
  if (isDayFirst !== isMonthFirst) return isDayFirst ? 'day-first' : 'month-first'
  return shown.has('either') ? 'undecided' : 'fixed'
}

/** The orders that the date, or the two of a range, show. */
function ordersOf(cell: string): (DayOrder | 'either')[] {
  const folded = foldDate(cell)
  const halves = [folded, ...folded.split(/ (?:-|to|au|a|الي) /, 2)]
  return halves.flatMap((half) => orderShown(splitTime(half)?.date ?? half) ?? [])
}
