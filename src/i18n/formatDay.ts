import { dayToUtc, type Day } from '../incidents/day.ts'
import type { Language, TimePrecision } from '../incidents/vocabulary.ts'
import { localeOf } from './plural.ts'

/** How much of a date is written. */
export type DayForm =
  | 'day'
  | 'dayShort'
  | 'weekday'
  | 'month'
  | 'monthShort'
  | 'year'
  /** The month alone, and shortened; the day of the week alone, shortened: beside what says the rest. */
  | 'monthName'
  | 'monthMark'
  | 'weekdayShort'

const options: Readonly<Record<DayForm, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  dayShort: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthShort: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
  monthName: { month: 'long' },
  monthMark: { month: 'short' },
  weekdayShort: { weekday: 'short' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * Gregorian dates in every language; Arabic with the month names of the Levant (تشرين الأول), as the press of
 * the region writes them.
 */
function formatOf(language: Language, form: DayForm): Intl.DateTimeFormat {
  const key = `${language} ${form}`
  let format = formats.get(key)
  if (!format) {
    const locale = language === 'ar' ? 'ar-SY-u-ca-gregory-nu-latn' : localeOf[language]
    format = new Intl.DateTimeFormat(locale, { ...options[form], timeZone: 'UTC', calendar: 'gregory' })
    formats.set(key, format)
  }
  return format
}

/**
 * A day, or the month or year that holds it, in words. Independent of the time zone.
 * @param form how much of it is written
 */
export function formatDay(language: Language, day: Day, form: DayForm = 'day'): string {
  return formatOf(language, form).format(dayToUtc(day))
}

/**
 * The days `from` to `to`, both included, in words; what both share is written once.
 * @param form how much of each is written
 */
export function formatDays(language: Language, from: Day, to: Day, form: DayForm = 'day'): string {
  if (from === to) return formatDay(language, from, form)
  return formatOf(language, form).formatRange(dayToUtc(from), dayToUtc(to))
}

/**
 * The form that is no more exact than the precision. A week is written by its days.
 * @param short whether months are abbreviated
 */
export function formOfPrecision(precision: TimePrecision, short = false): DayForm {
  if (precision === 'year' || precision === 'month') return precision
  return short ? 'dayShort' : 'day'
}
