import type { Reading } from '../reading.ts'
import { isMissing } from './missingWords.ts'
import { plainHyphens, plainText } from './plainText.ts'

/** Which of the two coordinates is read. */
export type Axis = 'lat' | 'lng'

/** Code units of the longest text that is read as a coordinate. */
const LONGEST = 60

const limits = { lat: 90, lng: 180 } as const

const invalid = { kind: 'invalid', code: 'unreadable-position' } as const

/** Sign of each word and letter for the half of the globe, by axis. O is ouest and oeste, never the German Ost. */
const hemispheres: Readonly<Record<Axis, ReadonlyMap<string, 1 | -1>>> = {
  lat: sides('n north nord ش شمال شمالا', 's south sud ج جنوب جنوبا'),
  lng: sides('e east est ق شرق شرقا', 'w o west ouest غ غرب غربا'),
}

function sides(positive: string, negative: string): Map<string, 1 | -1> {
  return new Map([
    ...positive.split(' ').map((word) => [word, 1] as const),
    ...negative.split(' ').map((word) => [word, -1] as const),
  ])
}

/** Words for degrees, minutes and seconds. */
const units =
  'd deg degree degrees degré degrés min minute minutes sec second seconds seconde secondes درجة دقيقة ثانية'

/** All words that a coordinate may hold, in lower case. */
export const coordinateWords: ReadonlySet<string> = new Set([
  ...hemispheres.lat.keys(),
  ...hemispheres.lng.keys(),
  ...units.split(' '),
])

/** A word before, and one behind. */
const withWords = /^(?:(\p{L}+)\.? ?)?(.*?)(?: ?(\p{L}+)\.?)?$/u

const decimal = /^(\d*(?:\.\d+)?) ?°?$/
/** The commonest form, which needs no folding. */
const plainNumber = /^-?\d{1,9}(?:\.\d{1,20})?$/
/** As programs write numbers near 0. */
const scientific = /^\d(?:\.\d+)?e-\d{1,2}$/
/** Degrees, minutes and seconds with their signs: the last may lack its own. */
const signed = /^(\d{1,3})° ?(\d{1,2}(?:\.\d+)?)(?:' ?(?:(\d{1,2}(?:\.\d+)?) ?"?)?)?$/
const colons = /^(\d{1,3}):(\d{1,2}(?:\.\d+)?)(?::(\d{1,2}(?:\.\d+)?))?$/
const blanks = /^(\d{1,3})[ -](\d{1,2}(?:\.\d+)?)(?:[ -](\d{1,2}(?:\.\d+)?))?$/

/**
 * Reads one coordinate in degrees: decimal, with point, comma or the Arabic separator; or degrees, minutes and seconds,
 * or decimal minutes, with their signs, colons or blanks between; with a sign, or a letter or word for the half of the
 * globe (N, S, E, W, O; nord, شمال) before or behind, not both. The whole text has to be used up.
 */
export function readDegrees(text: string, axis: Axis): Reading<number> {
  if (isMissing(text)) return { kind: 'missing' }
  return readNamedDegrees(text, axis)?.degrees ?? invalid
}

/** A coordinate, and whether a letter or word says on which axis it lies. */
export interface NamedDegrees {
  degrees: Reading<number>
  named: boolean
}

/** The same for a part of a text. @returns undefined where it is not a coordinate of that axis */
export function readNamedDegrees(text: string, axis: Axis): NamedDegrees | undefined {
  if (plainNumber.test(text)) return { degrees: inLimits(Number(text), axis), named: false }
  if (text.length > LONGEST && text.trim().length > LONGEST) return undefined
  const plain = withPlainSigns(text)
  if (scientific.test(plain.replace(/^-/, '')))
    return { degrees: inLimits(Number(plain), axis), named: false }
  const [, before, middle = '', behind] = withWords.exec(plain) ?? []
  const half = hemisphereOf(before, behind, axis)
  const sign = /^[+-] ?/.exec(middle)?.[0] ?? ''
  if (half === undefined || (half !== 0 && sign !== '')) return undefined
  const size = sizeOf(middle.slice(sign.length), half !== 0)
  if (size === undefined) return undefined
  return { degrees: inLimits(size * (half || (sign.startsWith('-') ? -1 : 1)), axis), named: half !== 0 }
}

/** Lower case, with one sign each for minus, degree, minute, second and decimal point. */
function withPlainSigns(text: string): string {
  return plainHyphens(plainText(text))
    .toLowerCase()
    .replace(/[º˚]|(?<=\d) ?(?:degrees?|degrés?|deg|d|درجة)(?!\p{L})/gu, '°')
    .replace(/(?<=\d) ?(?:minutes?|min|دقيقة)(?!\p{L})/gu, "'")
    .replace(/(?<=\d) ?(?:seconde?s?|sec|ثانية)(?!\p{L})/gu, '"')
    .replace(/''|[’′‘ʹ´`]{2}|[”“″‶ʺ]/g, '"')
    .replace(/[’′‘ʹ´`]/g, "'")
    .replace(/(?<=\d)[,٫](?=\d)/g, '.')
    .replace(/ (?=[°'"])/g, '')
}

/** 0 where no half is named; undefined where two are, or one that is not of the axis. */
function hemisphereOf(before: string | undefined, behind: string | undefined, axis: Axis) {
  if (before !== undefined && behind !== undefined) return undefined
  const named = before ?? behind
  return named === undefined ? 0 : hemispheres[axis].get(named)
}

/** Degrees, without sign; undefined for any other text. */
function sizeOf(text: string, named: boolean): number | undefined {
  const [, plain] = decimal.exec(text) ?? []
  if (plain) return Number(plain)
  const isBlank = blanks.exec(text)
  // "35 36" may be two coordinates, and "35-36" a range: only with a letter, or with seconds.
  const spaced = isBlank && (named || (isBlank[3] !== undefined && !text.includes('-'))) ? isBlank : undefined
  const [, degrees, minutes = '0', seconds] = signed.exec(text) ?? colons.exec(text) ?? spaced ?? []
  if (degrees === undefined || (seconds !== undefined && minutes.includes('.'))) return undefined
  if (Number(minutes) >= 60 || Number(seconds ?? 0) >= 60) return undefined
  return Number(degrees) + Number(minutes) / 60 + Number(seconds ?? 0) / 3600
}

function inLimits(degrees: number, axis: Axis): Reading<number> {
  if (Math.abs(degrees) > limits[axis]) return { kind: 'invalid', code: 'position-out-of-range' }
  // Not -0.
  return { kind: 'value', value: degrees + 0 }
}
