import type { LngLat } from '../../incidents/place.ts'
import type { Reading } from '../reading.ts'
import { coordinateWords, readDegrees, readNamedDegrees, type Axis } from './degrees.ts'
import { isMissing } from './missingWords.ts'
import { plainHyphens, plainText } from './plainText.ts'

/** Code units of the longest text that is read as a position. */
const LONGEST = 120

const invalid = { kind: 'invalid', code: 'unreadable-position' } as const
const outOfRange = { kind: 'invalid', code: 'position-out-of-range' } as const

/** Reads a position of two cells, by the forms of `readDegrees`. 0, 0 is a value. */
export function readPosition(lat: string, lng: string): Reading<LngLat> {
  return together(readDegrees(lat, 'lat'), readDegrees(lng, 'lng'))
}

function together(lat: Reading<number>, lng: Reading<number>): Reading<LngLat> {
  for (const code of ['unreadable-position', 'position-out-of-range'] as const) {
    if ([lat, lng].some((one) => one.kind === 'invalid' && one.code === code))
      return { kind: 'invalid', code }
  }
  if (lat.kind === 'value' && lng.kind === 'value') return { kind: 'value', value: [lng.value, lat.value] }
  return lat.kind === lng.kind ? { kind: 'missing' } : { kind: 'invalid', code: 'half-position' }
}

const number = String.raw`([+-]?\d{1,20}(?:\.\d{1,30})?(?:e-?\d{1,2})?)`
const wkt = new RegExp(
  String.raw`^(?:srid ?= ?4326 ?; ?)?point ?(?:zm?|m)? ?\( ?${number} ${number}(?: ${number}){0,2} ?\)$`,
)
/** RFC 5870. */
const geoUri = new RegExp(
  String.raw`^geo:${number},${number}(?:,${number})?(?:;crs=wgs84)?(?:;u=\d+(?:\.\d+)?)?$`,
)
/** Both named: Lat: 35.1, Lon: 36.2. */
const labelled = /^lat(?:itude)?[.:=]? ?(.+?) ?[,;]? ?(?:longitude|lng|long?)[.:=]? ?(.+)$/
const twoDecimals = /^([+-]?\d{1,9}\.\d{1,30})(?:[,;] ?| )([+-]?\d{1,9}\.\d{1,30})$/
/** Latitude, longitude, altitude and accuracy in metres, as ODK and KoboToolbox write a point. */
const fourNumbers = new RegExp(`^${number} ${number} ${number} ${number}$`)

/**
 * Reads a position of one cell: latitude and longitude in the forms of `readDegrees` with a comma, semicolon, slash or
 * blank between, or the other way round where letters show it; `Lat: 35.1, Lon: 36.2`; `POINT(lng lat)`; a geo: URI; latitude, longitude,
 * altitude and accuracy with blanks. Unreadable where it can be divided in more than one way. Square brackets are
 * refused: lists of coordinates are written in both orders.
 */
export function readPositionCell(text: string): Reading<LngLat> {
  if (isMissing(text)) return { kind: 'missing' }
  if (text.length > LONGEST && text.trim().length > LONGEST) return invalid
  const plain = plainHyphens(plainText(text))
  const lower = plain.toLowerCase()
  const [, x, y] = wkt.exec(lower) ?? []
  if (x && y) return together(ofNumber(y, 'lat'), ofNumber(x, 'lng'))
  const [, lat, lng] = twoDecimals.exec(lower) ?? geoUri.exec(lower) ?? fourNumbers.exec(lower) ?? []
  if (lat && lng) return together(ofNumber(lat, 'lat'), ofNumber(lng, 'lng'))
  const [, named, other] = labelled.exec(lower) ?? []
  if (named && other) return readPosition(named, other)
  return readPair(plain.replace(/^\((.*)\)$/, '$1').trim())
}

function ofNumber(text: string, axis: Axis): Reading<number> {
  return Math.abs(Number(text)) <= (axis === 'lat' ? 90 : 180)
    ? { kind: 'value', value: Number(text) + 0 }
    : outOfRange
}

/** Divides the text at each sign that may stand between two coordinates, and around each letter. */
function readPair(text: string): Reading<LngLat> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  if (!words.every((word) => coordinateWords.has(word))) return invalid
  // "35,36" may be one number with a decimal comma.
  if (readNamedDegrees(text, 'lat') || readNamedDegrees(text, 'lng')) return invalid
  const found = new Map<string, Reading<LngLat>>()
  for (let at = 1; at < text.length; at++) {
    if (!isBoundary(text, at)) continue
    const [first, second] = [text.slice(0, at), text.slice(at).replace(/^ ?[,;/|،] ?/, '')]
    for (const reading of readingsOf(first, second)) found.set(JSON.stringify(reading), reading)
  }
  const [only, another] = found.values()
  return only && !another ? only : invalid
}

function isBoundary(text: string, at: number): boolean {
  const [before, next] = [text.charAt(at - 1), text.charAt(at)]
  return /[ ,;/|،]/.test(next) || /\p{L}/u.test(before) !== /\p{L}/u.test(next)
}

/** Latitude first, unless letters show both axes the other way round. */
function* readingsOf(first: string, second: string): Generator<Reading<LngLat>> {
  const [lat, lng] = [readNamedDegrees(first, 'lat'), readNamedDegrees(second, 'lng')]
  if (lat && lng) yield together(lat.degrees, lng.degrees)
  const [lngFirst, latSecond] = [readNamedDegrees(first, 'lng'), readNamedDegrees(second, 'lat')]
  if (lngFirst?.named && latSecond?.named) yield together(latSecond.degrees, lngFirst.degrees)
}
