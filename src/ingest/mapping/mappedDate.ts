import type { IncidentDate } from '../../incidents/incident.ts'
import { timePrecisions } from '../../incidents/vocabulary.ts'
import { readDayParts, type ReadDay } from '../fields/dayField.ts'
import type { Reading } from '../reading.ts'
import type { MappedColumns } from './mappedColumns.ts'
import type { Refusal } from './mappingContext.ts'

/** Reads a cell of a column of dates. @param column index */
export type ReadDayOfColumn = (text: string, column: number) => Reading<ReadDay>

/** When a record says that it happened, or why that cannot be told. */
export function readMappedDate(
  cells: readonly string[],
  columns: MappedColumns,
  readDay: ReadDayOfColumn,
): IncidentDate | Refusal {
  const first = firstDay(cells, columns, readDay)
  if (first.read.kind === 'missing') return { code: 'no-date', column: first.column }
  if (first.read.kind === 'invalid') return { code: first.read.code, column: first.column }
  const day = withTime(first.read.value, columns.cell(cells, 'time'))
  const endColumn = columns.of('end-day')
  const end: Reading<ReadDay> =
    endColumn === -1 ? { kind: 'missing' } : readDay(cells[endColumn] ?? '', endColumn)
  if (end.kind === 'missing') return day
  if (end.kind === 'invalid') return { code: end.code, column: endColumn }
  const last = end.value.end ?? end.value.start
  if (last < day.start) return { code: 'end-before-start', column: endColumn }
  if (last === day.start && end.value.precision === day.precision) return day
  const precision = coarser(day, end.value)
  return { start: day.start, ...(last !== day.start && { end: last }), precision }
}

/** The date of its column, else of the columns of year, month and day. */
function firstDay(
  cells: readonly string[],
  columns: MappedColumns,
  readDay: ReadDayOfColumn,
): { read: Reading<ReadDay>; column: number } {
  const column = columns.of('day')
  if (column !== -1) {
    const read = readDay(cells[column] ?? '', column)
    if (read.kind !== 'missing' || columns.of('year') === -1) return { read, column }
  }
  const year = columns.of('year')
  if (year === -1) return { read: { kind: 'missing' }, column: -1 }
  const part = (field: 'month' | 'day-of-month') => cells[columns.of(field)] ?? ''
  return { read: readDayParts(cells[year] ?? '', part('month'), part('day-of-month')), column: year }
}

/** The date with the time of day that stands in a column of its own, where that is a time. */
function withTime(day: ReadDay, text: string): ReadDay {
  const parts = /^(\d{1,2})[:hH](\d{2})(?::\d{2})?$/.exec(text)
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2])]
  if (!parts || hour > 23 || minute > 59 || day.precision !== 'day' || day.end !== undefined) return day
  return { ...day, precision: 'hour', time: `${String(hour).padStart(2, '0')}:${parts[2] ?? ''}` }
}

/** The less exact of two precisions: that of an hour is one of a day where the incident lasts for days. */
function coarser(a: ReadDay, b: ReadDay): IncidentDate['precision'] {
  const rank = Math.max(
    timePrecisions.indexOf('day'),
    timePrecisions.indexOf(a.precision),
    timePrecisions.indexOf(b.precision),
  )
  return timePrecisions[rank] ?? 'day'
}
