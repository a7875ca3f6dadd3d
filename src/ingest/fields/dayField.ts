import { foldText } from '../../incidents/foldText.ts'
import { formatIsoDay, parseDay, spanOfUnit } from '../../incidents/day.ts'
import type { TimePrecision } from '../../incidents/vocabulary.ts'
import type { DayOrder } from '../../query/importReport.ts'
import type { Reading } from '../reading.ts'
import { isoDay, readCalendarDate, type CalendarDate } from './calendarForms.ts'
import { splitTime } from './clockTime.ts'
import { isMissing } from './missingWords.ts'
import { monthOfName } from './monthNames.ts'
import { plainHyphens, plainText } from './plainText.ts'

/** A date as a record says it. Days are YYYY-MM-DD. */
export interface ReadDay {
  /** First day: of the month or year where no more is known. */
  start: string
  /** Last day of a range; absent where there is none. */
  end?: string
  precision: TimePrecision
  /** HH:MM, where it happened. */
  time?: string
}

/** Code units of the longest text that is read as a date. */
const LONGEST = 100

const invalid = { kind: 'invalid', code: 'unreadable-date' } as const
const missing = { kind: 'missing' } as const

/** The form of most files, which needs no folding. */
const plainDay = /^(\d{4}-\d{2}-\d{2})(?:[ T]00:00(?::00(?:\.0{1,9})?)?)?$/

const weekday = new RegExp(
  '^(?:يوم )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|' +
    'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|' +
    'الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت|الاحد)(?:[,.] ?| )',
)

/**
 * Reads a date by strict forms, of which the whole text has to be one: `2026-06-04`, with time and zone behind,
 * `20260604`, `04/06/2026` with any of / . -, `4 June 2026`, `June 4, 2026`, `4-Jun-26`, `June-4-2026`, a year or a month
 * alone, ranges such as `3-5 May 2024`; month names in English, French and Arabic; Arabic-Indic and Persian digits. Two
 * digits of a year are 1969 to 2068; years before 1600 and after 2200 are taken for slips. The day is the one written,
 * whatever zone stands behind it. A time of 00:00 and a time in UTC are left out: the one says nothing, the other is not
 * the time where it happened.
 * @param order of day and month where both are numbers that may be either; undefined: `ambiguous-date`
 */
export function readDay(text: string, order: DayOrder | undefined): Reading<ReadDay> {
  const [, plain] = plainDay.exec(text) ?? []
  if (plain !== undefined) return ofDate(readCalendarDate(plain, order))
  if (isMissing(text)) return missing
  if (text.length > LONGEST && text.trim().length > LONGEST) return invalid
  const folded = foldDate(text)
  const one = readOne(folded, order)
  if (one.kind === 'invalid' && one.code === 'unreadable-date') return readRange(folded, order)
  return one
}

/** The form in which dates are read: folded, without weekday in front and sign of the era behind. */
export function foldDate(text: string): string {
  const folded = foldText(plainHyphens(plainText(text)).replaceAll('،', ','))
  return folded.replace(weekday, '').replace(/(\d{4}) ?م$/, '$1')
}

function readOne(folded: string, order: DayOrder | undefined): Reading<ReadDay> {
  const split = splitTime(folded)
  if (!split) return invalid
  const day = ofDate(readCalendarDate(split.date, order))
  const { time } = split
  if (day.kind !== 'value' || time === undefined) return day
  // A time behind a month or a year is no date that anybody writes.
  return day.value.precision === 'day'
    ? { kind: 'value', value: { ...day.value, precision: 'hour', time } }
    : invalid
}

function ofDate(date: Reading<CalendarDate>): Reading<ReadDay> {
  return date.kind === 'value' ? { kind: 'value', value: dayOf(date.value) } : date
}

function dayOf({ year, month, day }: CalendarDate): ReadDay {
  const start = isoDay(year, month ?? 1, day ?? 1)
  return { start, precision: day === undefined ? (month === undefined ? 'year' : 'month') : 'day' }
}

const ends = / ?(?:--?| to | until | au | a | الي | حتي |\/) ?/g
const opening = /^(?:from |between |du |من )/
const daysThenMonth =
  /^(\d{1,2}(?:st|nd|rd|th|er)?) ?(?:-|to|au|a|الي) ?(\d{1,2}(?:st|nd|rd|th|er)?[ -]?\D.*)$/
const monthThenDays =
  /^(\D+ ?)(\d{1,2}(?:st|nd|rd|th)?) ?(?:-|to|au|a|الي) ?(\d{1,2}(?:st|nd|rd|th)?)([ ,]+\d{4})$/

/** Reads a first and a last day: where several divisions of the text make sense, none is taken. */
function readRange(folded: string, order: DayOrder | undefined): Reading<ReadDay> {
  const found = new Map<string, Reading<ReadDay>>()
  for (const [first, last] of halvesOf(folded.replace(opening, ''))) {
    const range = rangeOf(readOne(first, order), readOne(last, order))
    if (range) found.set(JSON.stringify(range), range)
  }
  const [only, another] = found.values()
  return only && !another ? only : invalid
}

function* halvesOf(text: string): Generator<[string, string]> {
  // 3-5 May 2024
  const [, day, dayAndRest] = daysThenMonth.exec(text) ?? []
  if (day && dayAndRest) yield [day + dayAndRest.replace(/^\d{1,2}(?:st|nd|rd|th|er)?/, ''), dayAndRest]
  // May 3-5, 2024
  const [, month, from, to, year] = monthThenDays.exec(text) ?? []
  if (month && from && to && year) yield [month + from + year, month + to + year]
  for (const { 0: sign, index } of text.matchAll(ends)) {
    const [first, last] = [text.slice(0, index), text.slice(index + sign.length)]
    yield [first, last]
    // 28 April - 3 May 2024: both are of the one year that is written.
    const [, yearBehind] = /(?<!\d)(\d{4})$/.exec(last) ?? []
    if (yearBehind && !/\d{4}/.test(first)) yield [`${first} ${yearBehind}`, last]
  }
}

/** undefined where the two are no first and last day. */
function rangeOf(first: Reading<ReadDay>, last: Reading<ReadDay>): Reading<ReadDay> | undefined {
  if (first.kind === 'invalid' && first.code === 'ambiguous-date') return first
  if (last.kind === 'invalid' && last.code === 'ambiguous-date') return last
  if (first.kind !== 'value' || last.kind !== 'value') return undefined
  const { start, precision, time } = first.value
  const unit = precision === 'hour' ? 'day' : precision
  if (unit !== (last.value.precision === 'hour' ? 'day' : last.value.precision)) return undefined
  const end = lastDay(last.value.start, unit)
  if (end < start) return { kind: 'invalid', code: 'end-before-start' }
  const range = last.value.start === start ? { start } : { start, end }
  return { kind: 'value', value: { ...range, precision, ...(time === undefined ? {} : { time }) } }
}

function lastDay(start: string, unit: 'day' | 'week' | 'month' | 'year'): string {
  const day = parseDay(start)
  return day === undefined ? start : formatIsoDay(spanOfUnit(day, unit).to)
}

/** What stands for an unknown month or day in codebooks, besides the words of `isMissing`. */
const unknownPart = /^(?:0{1,2}|-9{1,2})(?:\.0)?$/
const wholeNumber = /^(\d{1,4})(?:\.0)?$/

/**
 * Reads a date of three cells. A month or day that is unknown (empty, NA, 0, -9, -99) leaves the year or the month.
 * @param month a number, or a name in English, French or Arabic
 */
export function readDayParts(year: string, month: string, day: string): Reading<ReadDay> {
  const yearText = plainPart(year)
  if (isUnknown(yearText)) return missing
  const yearNumber = wholeNumber.exec(yearText)?.[1]
  if (yearNumber?.length !== 4) return invalid
  const monthText = plainPart(month)
  if (isUnknown(monthText)) return readDay(yearNumber, undefined)
  const monthNumber = wholeNumber.exec(monthText)?.[1] ?? monthOfName(monthText.replace(/\.$/, ''))
  if (monthNumber === undefined) return invalid
  const dayText = plainPart(day)
  if (isUnknown(dayText)) return readDay(`${yearNumber}-${monthNumber}`, undefined)
  const dayNumber = wholeNumber.exec(dayText)?.[1]
  return dayNumber === undefined ? invalid : readDay(`${yearNumber}-${monthNumber}-${dayNumber}`, undefined)
}

function plainPart(text: string): string {
  return plainHyphens(plainText(text))
}

function isUnknown(part: string): boolean {
  return unknownPart.test(part) || isMissing(part)
}
