import { formatDay } from '../i18n/formatDay.ts'
import { parseDay, type Day, type DaySpan } from '../incidents/day.ts'
import { foldText } from '../incidents/foldText.ts'
import type { Language } from '../incidents/vocabulary.ts'
import type { DayRange } from '../query/incidentQuery.ts'

/** Texts of the two date fields; '' is an open end. */
export interface TypedDays {
  from: string
  to: string
}

/** Why typed dates are rejected. */
export type TypedFault = 'notADay' | 'outside' | 'reversed'

/**
 * A day as `YYYY-MM-DD`, or as the page writes it in the reader's language: 3 Oct 2025, 3 October 2025. Digits alone are
 * not read in any other order, as a reader may mean day or month by the first of them.
 * @returns undefined for any other text, and for a day that does not exist
 */
export function readTypedDay(text: string, language: Language): Day | undefined {
  const iso = parseDay(text.trim())
  if (iso !== undefined) return iso
  const typed = words(text)
  const [, date, year] = /^\D{0,20}(\d{1,2})\D{1,30}(\d{4})$/.exec(typed) ?? []
  if (date === undefined || year === undefined) return undefined
  const days = Array.from({ length: 12 }, (_, month) =>
    parseDay(`${year}-${String(month + 1).padStart(2, '0')}-${date.padStart(2, '0')}`),
  )
  return days.find(
    (day) =>
      day !== undefined &&
      (['day', 'dayShort'] as const).some((form) => words(formatDay(language, day, form)) === typed),
  )
}

/** The words of a text, as they are compared: without case, accents, points and doubled spaces. */
function words(text: string): string {
  return foldText(text).replaceAll('.', ' ').trim().split(/\s+/u).join(' ')
}

/**
 * Reads the two date fields.
 * @param changed the field that is being typed in. Only its day must lie within the data, as the other may come
 * from a preset or a link
 * @param data the days of the data
 * @returns the range, or why it is rejected
 */
export function readDays(
  typed: TypedDays,
  changed: keyof TypedDays,
  data: DaySpan,
  language: Language,
): DayRange | TypedFault {
  const read = (text: string) => (text.trim() === '' ? null : readTypedDay(text, language))
  const [from, to] = [read(typed.from), read(typed.to)]
  if (from === undefined || to === undefined) return 'notADay'
  const day = changed === 'from' ? from : to
  if (day !== null && (day < data.from || day > data.to)) return 'outside'
  return from !== null && to !== null && from > to ? 'reversed' : { from, to }
}
