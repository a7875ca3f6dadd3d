import type { RejectionCode } from '../../query/importReport.ts'
import type { ReadingContext } from '../profiles/profile.ts'
import type { DayForm } from './dayColumn.ts'

/** What is in force while the records of a table are read by a mapping. */
export interface MappingContext extends Pick<ReadingContext, 'columns' | 'lang' | 'dayOrder' | 'claimant'> {
  /** How the dates of a column are written. @param column index */
  dayForm(column: number): DayForm
}

/** A record, or a part of it, that cannot be read: why, and the column at fault. */
export interface Refusal {
  code: RejectionCode
  column: number
}
