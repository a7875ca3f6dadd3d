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
  /**
   * Nearly all cells are numbers that a spreadsheet may have written as days since 1900 or 1904, from 1927 to 2119. Other
   * numbers of five digits look the same: the name of the column has to tell.
   */
  serials: boolean
  /** Nearly all cells may be seconds since 1970, from 2001 to 2096, or milliseconds, from 1973 to 2096. */
  epochSeconds: boolean
  epochMilliseconds: boolean
}

/** Share of the cells from which numbers are taken as days or moments. */
const NEARLY_ALL = 0.9

const serial = /^[1-7]\d{4}(?:[.,]\d+)?$/
const seconds = /^[1-3]\d{9}(?:\.\d+)?$/
const milliseconds = /^[1-3]?\d{12}(?:\.0+)?$/

/** What one cell says. */
interface CellVerdict {
  kind: 'missing' | 'date' | 'serial' | 'seconds' | 'milliseconds' | 'other'
  orders: readonly (DayOrder | 'either')[]
}

/** Dates repeat: the verdicts on so many different cells of so many code units are kept while a column is gone through. */
const KEPT = { cells: 20_000, length: 60 }

/**
 * Looks at all cells of a column. The order is told by numbers above 12 alone, never by the order of the rows. Where the
 * dates contradict each other it is `undecided`: each is read where it can be read in one way only.
 */
export function detectDayColumn(cells: Iterable<string>): DayColumn {
  const verdicts = new Map<string, CellVerdict>()
  const counts = { missing: 0, date: 0, serial: 0, seconds: 0, milliseconds: 0, other: 0 }
  const shown = new Set<DayOrder | 'either'>()
  for (const cell of cells) {
    const verdict = verdicts.get(cell) ?? verdictOn(cell)
    if (verdicts.size < KEPT.cells && cell.length <= KEPT.length) verdicts.set(cell, verdict)
    counts[verdict.kind]++
    for (const order of verdict.orders) shown.add(order)
  }
  const stated = counts.date + counts.serial + counts.seconds + counts.milliseconds + counts.other
  const isNearlyAll = (count: number) => count > 0 && count >= stated * NEARLY_ALL
  const numbers = [counts.serial, counts.seconds, counts.milliseconds].filter(isNearlyAll)
  return {
    share: stated === 0 ? 0 : numbers.reduce((sum, count) => sum + count, counts.date) / stated,
    order: orderOf(shown),
    serials: isNearlyAll(counts.serial),
    epochSeconds: isNearlyAll(counts.seconds),
    epochMilliseconds: isNearlyAll(counts.milliseconds),
  }
}

function verdictOn(cell: string): CellVerdict {
  if (isMissing(cell)) return { kind: 'missing', orders: [] }
  const number = cell.length > 40 ? '' : plainText(cell)
  if (serial.test(number)) return { kind: 'serial', orders: [] }
  if (seconds.test(number)) return { kind: 'seconds', orders: [] }
  if (milliseconds.test(number)) return { kind: 'milliseconds', orders: [] }
  const day = readDay(cell, undefined)
  const isDate = day.kind === 'value' || (day.kind === 'invalid' && day.code === 'ambiguous-date')
  return isDate ? { kind: 'date', orders: ordersOf(cell) } : { kind: 'other', orders: [] }
}

function orderOf(shown: ReadonlySet<DayOrder | 'either'>): DayColumn['order'] {
  const [isDayFirst, isMonthFirst] = [shown.has('day-first'), shown.has('month-first')]
  if (isDayFirst !== isMonthFirst) return isDayFirst ? 'day-first' : 'month-first'
  return shown.has('either') ? 'undecided' : 'fixed'
}

/** The year comes first in most files: such dates show no order. */
const yearFirst = /^\d{4}-/

/** The orders that the date, or the two of a range, show. */
function ordersOf(cell: string): (DayOrder | 'either')[] {
  if (yearFirst.test(cell)) return []
  const folded = foldDate(cell)
  const halves = [folded, ...folded.split(/ (?:-|to|au|a|الي) /, 2)]
  return halves.flatMap((half) => orderShown(splitTime(half)?.date ?? half) ?? [])
}
