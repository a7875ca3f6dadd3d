import type { LngLat } from '../../incidents/place.ts'
import type { DayOrder, RejectionCode } from '../../query/importReport.ts'
import { readDay, type ReadDay } from '../fields/dayField.ts'
import { readPosition } from '../fields/positionField.ts'
import type { Reading } from '../reading.ts'
import type { RowOutcome } from '../rowIncident.ts'
import type { NamedColumns } from './columnsByName.ts'

/** A record that is rejected. */
export type RowRejection = Extract<RowOutcome, { ok: false }>

/** A part of a record without which it cannot be accepted, or why it is rejected. */
export type RowPart<T> = { ok: true; value: T } | RowRejection

/** A rejection. @param column index of the column at fault, -1 where no single column is */
export function rejection(code: RejectionCode, column: number): RowRejection {
  return { ok: false, code, column }
}

/** The day that a cell says; a record without one is rejected. @param column index of the column that was read */
export function requiredDay(reading: Reading<ReadDay>, column: number): RowPart<ReadDay> {
  if (reading.kind === 'value') return { ok: true, value: reading.value }
  return rejection(reading.kind === 'missing' ? 'no-date' : reading.code, column)
}

/**
 * The days from the first to the last of two columns; the first is required.
 * @param names of the column of the first day, and of the last
 */
export function requiredDays(
  columns: NamedColumns,
  row: readonly string[],
  names: readonly [start: string, end: string],
  order: DayOrder | undefined,
): RowPart<ReadDay> {
  const [startColumn, endColumn] = names
  const start = requiredDay(readDay(columns.cell(row, startColumn), order), columns.index(startColumn))
  if (!start.ok) return start
  const end = readDay(columns.cell(row, endColumn), order)
  if (end.kind === 'missing') return start
  if (end.kind === 'invalid') return rejection(end.code, columns.index(endColumn))
  const last = end.value.end ?? end.value.start
  if (last < start.value.start) return rejection('end-before-start', columns.index(endColumn))
  const { end: _, ...first } = start.value
  return { ok: true, value: last === first.start ? first : { ...first, end: last } }
}

/**
 * The position that two columns say; undefined where neither says one.
 * @param names of the column of the latitude, and of the longitude
 */
export function positionOf(
  columns: NamedColumns,
  row: readonly string[],
  names: readonly [latitude: string, longitude: string],
): RowPart<LngLat | undefined> {
  const [latitude, longitude] = names.map((name) => columns.cell(row, name)) as [string, string]
  const reading = readPosition(latitude, longitude)
  if (reading.kind === 'value') return { ok: true, value: reading.value }
  if (reading.kind === 'missing') return { ok: true, value: undefined }
  // The column at fault is the one that cannot be read beside a good other half; of a half position, the empty one.
  const isLatitude = readPosition(latitude, '0').kind !== 'value'
  return rejection(reading.code, columns.index(isLatitude ? names[0] : names[1]))
}

/** The day with the time of another column, HH:MM. Midnight is what programs write where no time is known. */
export function withTime(day: ReadDay, text: string): ReadDay {
  const found = /^([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d)?$/.exec(text)
  const time = found && `${found[1]?.padStart(2, '0')}:${found[2]}`
  return time && time !== '00:00' ? { ...day, precision: 'hour', time } : day
}
