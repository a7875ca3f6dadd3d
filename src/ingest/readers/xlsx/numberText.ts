import { plainDecimal } from '../plainDecimal.ts'
import type { NumberMeaning } from './numberFormats.ts'

const MS_PER_DAY = 86_400_000

/** Serial of 9999-12-31, the last day that Excel shows, in the 1900 system. */
const LAST_SERIAL = 2_958_465

/** Days from serial 0 of the 1904 system to that of the 1900 system. */
const DAYS_1904 = 1462

/** Serial of the 29 February 1900, which Excel has and the calendar has not. */
const LEAP_BUG = 60

/**
 * Text of a number in a cell: ISO 8601 where its format shows a day or time, else as a plain decimal.
 * @param written the number as the file has it
 * @param from1904 whether serial 0 is 1904-01-01
 */
export function numberText(written: string, meaning: NumberMeaning, from1904: boolean): string {
  const text = written.trim()
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(text)) return written
  const value = Number(text)
  if (meaning === 'number') return plainNumber(text, value)
  return (
    (meaning === 'span' ? spanText(value) : serialText(value, meaning, from1904)) ?? plainNumber(text, value)
  )
}

/** An integer as written, so that long ones lose no digits; else the shortest decimal that gives the same double. */
function plainNumber(text: string, value: number): string {
  return /^-?\d+$/.test(text) || !Number.isFinite(value) ? text : plainDecimal(value)
}

/** Hours, minutes and seconds: `27:30:00`. */
function spanText(value: number): string | undefined {
  if (Math.abs(value) > LAST_SERIAL) return undefined
  return `${value < 0 ? '-' : ''}${clock(Math.round(Math.abs(value) * MS_PER_DAY))}`
}

/** undefined where the serial is no day or time that Excel shows. */
function serialText(value: number, meaning: NumberMeaning, from1904: boolean): string | undefined {
  if (value < 0) return undefined
  const ms = Math.round((value - Math.floor(value)) * MS_PER_DAY)
  const carry = ms === MS_PER_DAY ? 1 : 0
  const time = clock(carry ? 0 : ms)
  const whole = Math.floor(value) + carry
  if (whole === 0 && (meaning === 'time' || ms > 0)) return time
  const serial = from1904 ? whole + DAYS_1904 : whole
  if (serial === 0 || serial > LAST_SERIAL) return undefined
  const day = dayText(serial)
  if (time !== '00:00:00') return `${day}T${time}`
  if (meaning === 'month' && day.endsWith('-01')) return day.slice(0, 7)
  if (meaning === 'year' && day.endsWith('-01-01')) return day.slice(0, 4)
  return meaning === 'time' ? `${day}T${time}` : day
}

/** `YYYY-MM-DD` of a serial of the 1900 system. Serial 60 gives the day as Excel shows it, which does not exist. */
function dayText(serial: number): string {
  if (serial === LEAP_BUG) return '1900-02-29'
  const days = serial < LEAP_BUG ? serial + 1 : serial
  return new Date(Date.UTC(1899, 11, 30) + days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** `HH:MM:SS`, with milliseconds where there are any. */
function clock(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const seconds = Math.floor(ms / 1000)
  const rest = ms % 1000
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return rest === 0 ? text : `${text}.${String(rest).padStart(3, '0')}`
}
