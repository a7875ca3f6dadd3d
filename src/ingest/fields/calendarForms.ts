import { parseDay } from '../../incidents/day.ts'
import type { DayOrder } from '../../query/importReport.ts'
import type { Reading } from '../reading.ts'
import { monthNames, monthOfName } from './monthNames.ts'

/** A date as written: a year, a month of it, or a day of that. */
export interface CalendarDate {
  year: number
  /** 1 to 12. */
  month?: number
  /** 1 to 31; only with a month. */
  day?: number
}

const EARLIEST_YEAR = 1600
const LATEST_YEAR = 2200

const name = `(${monthNames.join('|')})\\.?`
/** Both names of a month, as Arabic newspapers write them: أيار/مايو, مايو (أيار). */
const names = `${name}(?:(?: ?/ ?| ?\\( ?)${name}\\)?)?`
const gap = '( ?[-/.,] ?| )'
const ordinal = '(?:st|nd|rd|th|er)?'

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const yearOnly = /^(\d{4})$/
const yearMonth = /^(\d{4})[-/](\d{1,2})$/
const monthYear = /^(\d{1,2})[-/](\d{4})$/
const twoNumbers = /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/
const dayName = new RegExp(
  `^(?:le |the )?(\\d{1,2})${ordinal}${gap}?(?:of |de |من )?${names}${gap}?(?:of |de )?(\\d{4}|\\d{2})$`,
)
const nameDay = new RegExp(`^${names}${gap}?(?:the )?(\\d{1,2})${ordinal}${gap}(\\d{4}|\\d{2})$`)
const yearName = new RegExp(`^(\\d{4})${gap}?${names}(?:${gap}?(\\d{1,2})${ordinal})?$`)
const nameYear = new RegExp(`^${names}${gap}?(?:of |de )?(\\d{4})$`)

/**
 * Reads a date by strict forms: the whole text has to be one.
 * @param text folded, without time of day, at most 100 code units
 * @param order what to do where day and month are two numbers that may be either; undefined: `ambiguous-date`
 */
export function readCalendarDate(text: string, order: DayOrder | undefined): Reading<CalendarDate> {
  const parts = numericDate(text, order) ?? namedDate(text)
  if (parts === 'ambiguous') return { kind: 'invalid', code: 'ambiguous-date' }
  return parts ? checked(parts) : { kind: 'invalid', code: 'unreadable-date' }
}

function numericDate(text: string, order: DayOrder | undefined): CalendarDate | 'ambiguous' | undefined {
  const isYearFirst = yearFirst.exec(text)
  if (isYearFirst) return dated(isYearFirst[1], isYearFirst[3], isYearFirst[4])
  const isCompact = compact.exec(text)
  if (isCompact) return dated(isCompact[1], isCompact[2], isCompact[3])
  const isYear = yearOnly.exec(text)
  if (isYear) return dated(isYear[1])
  const isYearMonth = yearMonth.exec(text)
  if (isYearMonth) return dated(isYearMonth[1], isYearMonth[2])
  const isMonthYear = monthYear.exec(text)
  if (isMonthYear) return dated(isMonthYear[2], isMonthYear[1])
  const [, first, , second, year] = twoNumbers.exec(text) ?? []
  if (!first || !second) return undefined
  const orderHere = orderOf(Number(first), Number(second)) ?? order
  if (orderHere === undefined && Number(first) !== Number(second)) return 'ambiguous'
  return orderHere === 'month-first' ? dated(year, first, second) : dated(year, second, first)
}

/** The order that two numbers can only have; undefined where both are possible, or none. */
function orderOf(first: number, second: number): DayOrder | undefined {
  if (first > 12 && second <= 12) return 'day-first'
  return first <= 12 && second > 12 ? 'month-first' : undefined
}

/**
 * The order of day and month that a date of two numbers and a year shows. `either`: it may be read both ways; undefined:
 * no such date, or one whose numbers are equal.
 * @param text as for `readCalendarDate`
 */
export function orderShown(text: string): DayOrder | 'either' | undefined {
  const [, first, , second] = twoNumbers.exec(text) ?? []
  if (!first || !second || Number(first) === Number(second)) return undefined
  return orderOf(Number(first), Number(second)) ?? (Number(first) <= 12 ? 'either' : undefined)
}

function namedDate(text: string): CalendarDate | undefined {
  const [, day, gapBefore, month, alias, gapAfter, year] = dayName.exec(text) ?? []
  if (day && month && isOneMonth(month, alias) && isYearAfter(year, gapBefore, gapAfter)) {
    return dated(year, month, day)
  }
  const [, month2, alias2, gap2, day2, gapAfter2, year2] = nameDay.exec(text) ?? []
  // "May 16-18" names two days and no year.
  const isDashed = gap2 === '-' || gap2 === '/'
  if (month2 && isOneMonth(month2, alias2) && (year2?.length === 4 || (isDashed && gap2 === gapAfter2))) {
    return dated(year2, month2, day2)
  }
  const [, year3, , month3, alias3, , day3] = yearName.exec(text) ?? []
  if (month3 && isOneMonth(month3, alias3)) return dated(year3, month3, day3)
  const [, month4, alias4, , year4] = nameYear.exec(text) ?? []
  return month4 && isOneMonth(month4, alias4) ? dated(year4, month4) : undefined
}

function isOneMonth(month: string, alias: string | undefined): boolean {
  return alias === undefined || monthOfName(month) === monthOfName(alias)
}

/** A year of two digits counts only between equal signs: "3-May 22" may be a range. */
function isYearAfter(year: string | undefined, before: string | undefined, after: string | undefined) {
  return year?.length === 4 || before === after
}

/** @param month a number or a name */
function dated(year?: string, month?: string, day?: string): CalendarDate {
  const number = month === undefined || /^\d/.test(month) ? Number(month) : (monthOfName(month) ?? 0)
  return {
    year: fullYear(year ?? ''),
    ...(month === undefined ? {} : { month: number }),
    ...(day === undefined ? {} : { day: Number(day) }),
  }
}

/** Two digits are a year from 1969 to 2068, as in POSIX. */
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length !== 2) return year
  return year < 69 ? 2000 + year : 1900 + year
}

function checked(date: CalendarDate): Reading<CalendarDate> {
  const { year, month = 1, day = 1 } = date
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return { kind: 'invalid', code: 'unreadable-date' }
  const exists = parseDay(isoDay(year, month, day)) !== undefined
  return exists ? { kind: 'value', value: date } : { kind: 'invalid', code: 'no-such-day' }
}

/** The day as YYYY-MM-DD. @param year of four digits */
export function isoDay(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
