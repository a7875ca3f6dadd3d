import { dayToUtc, type Day } from '../incidents/day.ts'
import type { Language, TimePrecision } from '../incidents/vocabulary.ts'
import { localeOf } from './plural.ts'

/** How much of a day is said. */
export type DayForm = 'day' | 'dayShort' | 'weekday' | 'month' | 'monthShort' | 'year'

const options: Readonly<Record<DayForm, Intl.DateTimeFormatOptions>> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  dayShort: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthShort: { month: 'short', year: 'numeric' },
  year: { year: 'numeric' },
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Gregorian in every language; Arabic with the month names of the Levant (تشرين الأول), as the region's press writes. */
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

/** The day, or the month or year that holds it, in words. The same under every time zone. */
export function formatDay(language: Language, day: Day, form: DayForm = 'day'): string {
  return formatOf(language, form).format(dayToUtc(day))
}

/** `from` to `to`, inclusive, without repeating what both share. */
export function formatDays(language: Language, from: Day, to: Day, form: DayForm = 'day'): string {
  if (from === to) return formatDay(language, from, form)
  return formatOf(language, form).formatRange(dayToUtc(from), dayToUtc(to))
}

/** Which form says no more than is known. A week is named by its days. */
export function formOfPrecision(precision: TimePrecision, short = false): DayForm {
  if (precision === 'year' || precision === 'month') return precision
  return short ? 'dayShort' : 'day'
}
