import type { LngLat } from '../../incidents/place.ts'
import { timePrecisions, type TimePrecision } from '../../incidents/vocabulary.ts'
import type { DayOrder, RejectionCode } from '../../query/importReport.ts'
import { readDay, type ReadDay } from '../fields/dayField.ts'
import { readPosition } from '../fields/positionField.ts'
import type { Reading } from '../reading.ts'
import type { RowOutcome } from '../rowIncident.ts'
import type { NamedColumns } from './columnsByName.ts'
import { remembered } from './remembered.ts'

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

/** Reads the date of a cell. */
export type DayReader = (text: string) => Reading<ReadDay>

/** Reads dates by `readDay`, each text once. @param order of day and month, as in `readDay` */
export function dayReader(order: DayOrder | undefined): DayReader {
  return remembered((text) => readDay(text, order))
}

/**
 * The days from the first to the last of two columns; the first is required.
 * @param names of the column of the first day, and of the last
 */
export function requiredDays(
  columns: NamedColumns,
  row: readonly string[],
  names: readonly [start: string, end: string],
  read: DayReader,
): RowPart<ReadDay> {
  const [startColumn, endColumn] = names
  const start = requiredDay(read(columns.cell(row, startColumn)), columns.index(startColumn))
  if (!start.ok) return start
  const end = read(columns.cell(row, endColumn))
  if (end.kind === 'missing') return start
  if (end.kind === 'invalid') return rejection(end.code, columns.index(endColumn))
  const last = end.value.end ?? end.value.start
  if (last < start.value.start) return rejection('end-before-start', columns.index(endColumn))
  if (last === start.value.start) return start
  return { ok: true, value: spanOf(start.value, last, end.value.precision) }
}

/** From a day to a later one, as exact as the less exact of the two; a time of day is that of no span. */
function spanOf({ start, precision }: ReadDay, end: string, endPrecision: TimePrecision): ReadDay {
  const ranks = ['day' as const, precision, endPrecision].map((each) => timePrecisions.indexOf(each))
  return { start, end, precision: timePrecisions[Math.max(...ranks)] ?? 'day' }
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
  const [latitude, longitude] = [columns.cell(row, names[0]), columns.cell(row, names[1])]
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

/**
 * The day with the precision that another column states. A precision finer than the text of the date is not taken: of a
 * date that is a month no column makes a day.
 */
export function withPrecision(day: ReadDay, stated: TimePrecision | undefined): ReadDay {
  if (stated === undefined) return day
  const isCoarser = timePrecisions.indexOf(stated) > timePrecisions.indexOf(day.precision)
  return isCoarser ? { ...day, precision: stated } : day
}
