import { parseDay, type DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'

/** Texts of the two date fields, as `YYYY-MM-DD`; '' is an open end. */
export interface TypedDays {
  from: string
  to: string
}

/** Why typed dates are rejected. */
export type TypedFault = 'notADay' | 'outside' | 'reversed'

/**
 * Reads the two date fields.
 * @param changed the field that is being typed in. Only its day must lie within the data, as the other may come
 * from a preset or a link
 * @param data the days of the data
 * @returns the range, or why it is rejected
 */
export function readDays(typed: TypedDays, changed: keyof TypedDays, data: DaySpan): DayRange | TypedFault {
  const from = typed.from === '' ? null : parseDay(typed.from)
  const to = typed.to === '' ? null : parseDay(typed.to)
  if (from === undefined || to === undefined) return 'notADay'
  const day = changed === 'from' ? from : to
  if (day !== null && (day < data.from || day > data.to)) return 'outside'
  return from !== null && to !== null && from > to ? 'reversed' : { from, to }
}
