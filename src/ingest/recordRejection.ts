import { isRecord } from '../incidents/shapeChecks.ts'
import type { RejectionCode } from '../query/importReport.ts'
import type { FormProblem } from './checkRecord.ts'

/** The reason for which a record is rejected that is not of its form. @param record as it was checked */
export function rejectionOf({ path, isUnknownField }: FormProblem, record: unknown): RejectionCode {
  if (isUnknownField) return 'unknown-field'
  const [first, second] = path
  const value = valueAt(record, path)
  if (first === 'date' && (path.length === 1 || second === 'start' || second === 'end')) {
    if (second !== 'end')
      return valueAt(record, ['date', 'start']) === undefined ? 'no-date' : 'unreadable-date'
    const [start, end] = [valueAt(record, ['date', 'start']), value]
    return typeof start === 'string' && typeof end === 'string' && start > end
      ? 'end-before-start'
      : 'unreadable-date'
  }
  if (first === 'place' && (second === 'lng' || second === 'lat')) {
    if (value === undefined) return 'half-position'
    return typeof value === 'number' ? 'position-out-of-range' : 'unreadable-position'
  }
  return value === undefined ? 'required-field' : 'invalid-field'
}

/** The value at a path; undefined where there is none. */
export function valueAt(record: unknown, path: FormProblem['path']): unknown {
  let value: unknown = record
  for (const step of path) {
    if (Array.isArray(value)) value = typeof step === 'number' ? value[step] : undefined
    else value = isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined
  }
  return value
}
