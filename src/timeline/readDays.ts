import { parseDay, type DaySpan } from '../incidents/day.ts'
import type { DayRange } from '../query/incidentQuery.ts'

/** Texts of the two date fields, as `YYYY-MM-DD`; '' leaves an end open. */
export interface TypedDays {
  from: string
  to: string
}

/** Why typed dates cannot be chosen. */
export type TypedFault = 'notADay' | 'outside' | 'reversed'

/**
 * What two date fields say.
 * @param changed the field that is being typed in: only its day must lie within the data, since a preset or a link
 *   may have written the other
 */
export function readDays(typed: TypedDays, changed: keyof TypedDays, data: DaySpan): DayRange | TypedFault {
  const from = typed.from === '' ? null : parseDay(typed.from)
  const to = typed.to === '' ? null : parseDay(typed.to)
  if (from === undefined || to === undefined) return 'notADay'
  const day = changed === 'from' ? from : to
  if (day !== null && (day < data.from || day > data.to)) return 'outside'
  return from !== null && to !== null && from > to ? 'reversed' : { from, to }
}
