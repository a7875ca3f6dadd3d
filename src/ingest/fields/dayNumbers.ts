import { formatIsoDay, parseDay } from '../../incidents/day.ts'
import type { Reading } from '../reading.ts'
import type { ReadDay } from './dayField.ts'
import { isMissing } from './missingWords.ts'
import { plainText } from './plainText.ts'

const SECONDS_PER_DAY = 86_400
/** Excel takes 1900 for a leap year: this number is 29 February 1900, which was no day. */
const NO_DAY = 60
/** Days from 1899-12-30, and from 1904-01-01, to 1970-01-01. */
const daysBefore1970 = { 1900: 25_569, 1904: 24_107 } as const
/** 2200-12-31. */
const LATEST = parseDay('2200-12-31') ?? 0

const invalid = { kind: 'invalid', code: 'unreadable-date' } as const

/** The number that a cell of digits holds; undefined for any other text. */
function numberOf(text: string): number | undefined {
  const plain = text.length > 40 ? '' : plainText(text)
  return /^-?\d{1,15}(?:[.,]\d{1,15})?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined
}

/**
 * Reads a date that a spreadsheet wrote as days since its epoch; a fraction is the time of day.
 * @param epoch 1900: 1 is 1900-01-01, with Excel's 29 February of that year; 1904: 0 is 1904-01-01
 */
export function readExcelSerial(text: string, epoch: 1900 | 1904): Reading<ReadDay> {
  if (isMissing(text)) return { kind: 'missing' }
  const serial = numberOf(text)
  if (serial === undefined || serial < (epoch === 1900 ? 1 : 0)) return invalid
  const seconds = Math.round(serial * SECONDS_PER_DAY)
  const whole = Math.floor(seconds / SECONDS_PER_DAY)
  if (epoch === 1900 && whole === NO_DAY) return { kind: 'invalid', code: 'no-such-day' }
  const day = whole - daysBefore1970[epoch] + (epoch === 1900 && whole < NO_DAY ? 1 : 0)
  if (day > LATEST) return invalid
  const minutes = Math.floor((seconds % SECONDS_PER_DAY) / 60)
  const start = formatIsoDay(day)
  if (minutes === 0) return { kind: 'value', value: { start, precision: 'day' } }
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'))
  return { kind: 'value', value: { start, precision: 'hour', time: `${hour}:${minute}` } }
}

/**
 * Reads a moment counted from 1970-01-01T00:00Z: the day is the one in UTC, as the place's own is not told by it; the
 * time is left out for the same reason.
 * @param unit of the count
 */
export function readEpoch(text: string, unit: 'seconds' | 'milliseconds'): Reading<ReadDay> {
  if (isMissing(text)) return { kind: 'missing' }
  const count = numberOf(text)
  if (count === undefined) return invalid
  const day = Math.floor(count / (SECONDS_PER_DAY * (unit === 'seconds' ? 1 : 1000)))
  if (day > LATEST || day < -LATEST) return invalid
  return { kind: 'value', value: { start: formatIsoDay(day), precision: 'day' } }
}
