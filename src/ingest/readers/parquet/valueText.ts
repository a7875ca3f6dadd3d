import type { SchemaElement } from 'hyparquet'
import { plainDecimal } from '../plainDecimal.ts'

/** Text of a value of a column; '' for null. */
export type ValueText = (value: unknown) => string

const MS_PER_DAY = 86_400_000n

/** Milliseconds from 1970 to the last that JavaScript can date. */
const LAST_MS = 8_640_000_000_000_000n

/** Parsers that give hyparquet's values as text, so that no time zone and no rounding comes in. */
export const textParsers = {
  dateFromDays: (days: number | undefined) => (days === undefined ? undefined : dayText(BigInt(days))),
  timestampFromMilliseconds: (value: bigint | undefined) => timestampText(value, 1000n),
  timestampFromMicroseconds: (value: bigint | undefined) => timestampText(value, 1_000_000n),
  timestampFromNanoseconds: (value: bigint | undefined) => timestampText(value, 1_000_000_000n),
  jsonFromBytes: (value: Uint8Array | undefined) => value && bytesText(value),
}

/**
 * What the physical values of a leaf stand for where hyparquet would lose digits: `scale` digits of a decimal are after
 * the point; `unit` of a time make a second.
 */
export type LeafMeaning =
  { kind: 'plain' } | { kind: 'decimal'; scale: number } | { kind: 'time'; unit: bigint }

/** Text of the values of a leaf. */
export function valueText({ type }: SchemaElement, meaning: LeafMeaning): ValueText {
  if (meaning.kind === 'decimal') return (value) => decimalText(value, meaning.scale)
  if (meaning.kind === 'time') return (value) => timeText(value, meaning.unit)
  return type === 'FLOAT' ? (value) => floatText(value) : anyText
}

/** Text of any value; lists and maps as JSON. */
export function anyText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isNaN(value) ? '' : plainDecimal(value)
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  return value instanceof Uint8Array ? bytesText(value) : JSON.stringify(value, jsonValue)
}

function jsonValue(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : String(value)
  }
  return value instanceof Uint8Array ? bytesText(value) : value
}

/** Bytes as UTF-8, else in hexadecimal digits. */
function bytesText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
}

/** Shortest decimal that gives the same number of 32 bits. */
function floatText(value: unknown): string {
  if (typeof value !== 'number') return anyText(value)
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return plainDecimal(short)
  }
  return anyText(value)
}

/** A decimal by its unscaled integer: a number, or bytes in two's complement, most significant first. */
function decimalText(value: unknown, scale: number): string {
  const unscaled = value instanceof Uint8Array ? signedInteger(value) : value
  if (typeof unscaled !== 'bigint' && typeof unscaled !== 'number') return anyText(value)
  const negative = unscaled < 0
  const digits = String(unscaled)
    .replace('-', '')
    .padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '')
  return `${negative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`
}

function signedInteger(bytes: Uint8Array): bigint {
  let value = 0n
  for (const byte of bytes) value = value * 256n + BigInt(byte)
  return BigInt.asIntN(8 * bytes.length, value)
}

/** A time of day. @param unit how many make a second */
function timeText(value: unknown, unit: bigint): string {
  if (typeof value !== 'bigint' && typeof value !== 'number') return anyText(value)
  return clockText(BigInt(value), unit)
}

/** `YYYY-MM-DD`; the number of days since 1970 where that is beyond the years 1 to 9999. */
function dayText(days: bigint): string {
  const ms = days * MS_PER_DAY
  if (ms < -LAST_MS || ms > LAST_MS) return String(days)
  const text = new Date(Number(ms)).toISOString()
  return /^\d{4}-/.test(text) ? text.slice(0, 10) : String(days)
}

/** Day, and time of day where it is not midnight, as stored. @param unit how many make a second */
function timestampText(value: bigint | undefined, unit: bigint): string | undefined {
  if (value === undefined) return undefined
  const day = unit * 86_400n
  let days = value / day
  if (value % day < 0n) days -= 1n
  const date = dayText(days)
  if (!date.includes('-', 1)) return String(value)
  const rest = value - days * day
  return rest === 0n ? date : `${date}T${clockText(rest, unit)}`
}

/** `HH:MM:SS`, with as many decimals of the second as there are. */
function clockText(value: bigint, unit: bigint): string {
  const seconds = value / unit
  const two = (part: bigint) => String(part).padStart(2, '0')
  const clock = `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`
  const decimals = String(unit).length - 1
  const fraction = String(value % unit)
    .padStart(decimals, '0')
    .replace(/0+$/, '')
  return fraction ? `${clock}.${fraction}` : clock
}
