import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDegrees, type Axis } from '../../../../src/ingest/fields/degrees.ts'
import { readPosition, readPositionCell } from '../../../../src/ingest/fields/positionField.ts'
import type { Reading } from '../../../../src/ingest/reading.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

const unreadable = { kind: 'invalid', code: 'unreadable-position' }

function valueOf<T>(reading: Reading<T>): T | undefined {
  return reading.kind === 'value' ? reading.value : undefined
}

describe('readDegrees', () => {
  it.each([
    ['36.1942', 36.1942],
    ['+36.1942', 36.1942],
    ['-36.1942', -36.1942],
    ['−36.1942', -36.1942],
    ['– 36.1942', -36.1942],
    ['36,681181', 36.681_181],
    ['٣٥٫٧', 35.7],
    ['35.7874449N', 35.787_444_9],
    ['N 35.7874449', 35.787_444_9],
    ['33.5 S', -33.5],
    ['35.5°', 35.5],
    ['.5', 0.5],
    ['0', 0],
    ['-0', 0],
    ['9.5e-05', 0.000_095],
    ['35.5 nord', 35.5],
    ['شمال 35.5', 35.5],
    ['35.5 ج', -35.5],
  ])('reads decimal degrees: %s', (text, degrees) => {
    expect(valueOf(readDegrees(text, 'lat'))).toBe(degrees)
  })

  it.each([
    [`35°36'58.51"N`, 35, 36, 58.51],
    [`36°28'36N`, 36, 28, 36],
    [`36°32'51.44`, 36, 32, 51.44],
    [`36° 5'47.49"N`, 36, 5, 47.49],
    [`36°10'30`, 36, 10, 30],
    [`35°21'30"`, 35, 21, 30],
    ['35°29′56″N', 35, 29, 56],
    ['35º29’56”N', 35, 29, 56],
    [`35˚29'56''N`, 35, 29, 56],
    ['35°29′56′′N', 35, 29, 56],
    ['35° 29’ 56,5” N', 35, 29, 56.5],
    [`35d29'56"N`, 35, 29, 56],
    ['35 deg 29 min 56 sec N', 35, 29, 56],
    ['35:29:56', 35, 29, 56],
    ['35 29 56', 35, 29, 56],
    ['35-29-56N', 35, 29, 56],
    ['35 29.5 N', 35, 29.5, 0],
    [`35° 36.975' N`, 35, 36.975, 0],
    [`35°36'`, 35, 36, 0],
    ['35° 36', 35, 36, 0],
    ['١٢°٣٠′', 12, 30, 0],
  ])('reads degrees, minutes and seconds: %s', (text, degrees, minutes, seconds) => {
    expect(valueOf(readDegrees(text, 'lat'))).toBeCloseTo(degrees + minutes / 60 + seconds / 3600, 10)
  })

  it.each([
    ['37.5E', 37.5],
    ['37.5 W', -37.5],
    [`2°21' O`, -2.35],
    ['ouest 2.5', -2.5],
    ['37.5 ق', 37.5],
    ['غرب 37.5', -37.5],
    ['180', 180],
  ])('reads longitudes: %s', (text, degrees) => {
    expect(valueOf(readDegrees(text, 'lng'))).toBeCloseTo(degrees, 10)
  })

  it.each([
    ['35.5E', 'lat'],
    ['35.5N', 'lng'],
    ['-33.5 S', 'lat'],
    ['N 35.5 N', 'lat'],
    [`35°60'`, 'lat'],
    [`35°10'60"`, 'lat'],
    [`35°36.5'10"`, 'lat'],
    [`35.5°36'`, 'lat'],
    [`35°36'58"12`, 'lat'],
    ['35.331.032', 'lat'],
    ['35 36', 'lat'],
    ['35-36-58', 'lat'],
    ['35.5abc', 'lat'],
    ['abc35.5', 'lat'],
    ['35.5 36.5', 'lat'],
    ['1e5', 'lat'],
    ['0x10', 'lat'],
    ['Infinity', 'lat'],
    ['°', 'lat'],
    ['N', 'lat'],
    ['35,5,5', 'lat'],
  ] as const)('does not read %s as %s', (text, axis) => {
    expect(readDegrees(text, axis)).toEqual(unreadable)
  })

  it.each([
    ['91', 'lat'],
    ['-90.0001', 'lat'],
    ['180.1', 'lng'],
    ['35331032', 'lat'],
    [`90°0'1"`, 'lat'],
  ] as const)('finds %s out of range as %s', (text, axis) => {
    expect(readDegrees(text, axis)).toEqual({ kind: 'invalid', code: 'position-out-of-range' })
  })

  const signs = fc.constantFrom(
    ['°', "'", '"'],
    ['º', '’', '”'],
    ['° ', '′ ', '″ '],
    ['˚', "'", "''"],
    ['d', "'", '"'],
    [':', ':', ''],
  )
  const axes = fc.constantFrom<Axis>('lat', 'lng')

  it('reads any position that is written in degrees, minutes and seconds', () => {
    const minute = fc.integer({ min: 0, max: 59 })
    const second = fc.integer({ min: 0, max: 5999 }).map((hundredths) => hundredths / 100)
    fc.assert(
      fc.property(
        axes,
        fc.nat({ max: 89 }),
        minute,
        second,
        signs,
        fc.boolean(),
        (axis, d, m, s, [x, y, z], isNegative) => {
          const letter = axis === 'lat' ? (isNegative ? 'S' : 'N') : isNegative ? 'W' : 'E'
          const size = d + m / 60 + s / 3600
          const read = valueOf(readDegrees(`${d}${x}${m}${y}${s}${z}${letter}`, axis))
          expect(read).toBeCloseTo(isNegative ? -size : size, 9)
        },
      ),
      { numRuns: propertyRuns(1000) },
    )
  })

  it('reads any number of degrees as JavaScript writes it, and with a comma', () => {
    fc.assert(
      fc.property(fc.double({ min: -90, max: 90, noNaN: true }), fc.boolean(), (degrees, isComma) => {
        fc.pre(degrees === 0 || Math.abs(degrees) > 1e-30)
        const text = isComma ? String(degrees).replace('.', ',') : String(degrees)
        expect(valueOf(readDegrees(text, 'lat'))).toBe(degrees + 0)
      }),
      { numRuns: propertyRuns(1000) },
    )
  })
})

describe('readPosition', () => {
  it.each([
    [['35.5', '36.5'], { kind: 'value', value: [36.5, 35.5] }],
    [['0', '0'], { kind: 'value', value: [0, 0] }],
    [['', 'NA'], { kind: 'missing' }],
    [['35.5', ''], { kind: 'invalid', code: 'half-position' }],
    [['', '36.5'], { kind: 'invalid', code: 'half-position' }],
    [['35.5', 'x'], unreadable],
    [['', 'x'], unreadable],
    [['95', '36.5'], { kind: 'invalid', code: 'position-out-of-range' }],
    [['95', 'x'], unreadable],
  ] as const)('reads %j', ([lat, lng], expected) => {
    expect(readPosition(lat, lng)).toEqual(expected)
  })
})

describe('readPositionCell', () => {
  it.each([
    '35.5, 36.5',
    '35.5,36.5',
    '35.5 36.5',
    '35.5; 36.5',
    '35.5/36.5',
    '(35.5, 36.5)',
    '35.5 36.5 500 4.5',
    '35.500000 36.500000 0.0 0.0',
    '35,5 36,5',
    '35,5, 36,5',
    '35,5; 36,5',
    '٣٥٫٥، ٣٦٫٥',
    'N35.5 E36.5',
    '35.5N36.5E',
    '36.5E 35.5N',
    'E 36.5, N 35.5',
    `35°30'N, 36°30'E`,
    `35°30'00"N 36°30'00"E`,
    `E 36°30' N 35°30'`,
    '35 30 00 N 36 30 00 E',
    '35 30 00 36 30 00',
    'Lat: 35.5, Lon: 36.5',
    'latitude=35.5; longitude=36.5',
    '35.5° N, 36.5° E',
    'POINT(36.5 35.5)',
    'POINT (36.5 35.5)',
    'POINT Z (36.5 35.5 500)',
    'SRID=4326;POINT(36.5 35.5)',
    'geo:35.5,36.5',
    'geo:35.5,36.5,500;crs=wgs84;u=35',
  ])('reads %s', (text) => {
    expect(readPositionCell(text)).toEqual({ kind: 'value', value: [36.5, 35.5] })
  })

  it.each(['Unconfirmed', '', 'NA', '-'])('takes %j as missing', (text) => {
    expect(readPositionCell(text)).toEqual({ kind: 'missing' })
  })

  it.each([
    '35.5',
    '35,36',
    `35°36'`,
    '[35.5, 36.5]',
    '36.5,35.5,0',
    '35.5N 36.5N',
    '35.5, Aleppo',
    'Aleppo',
    'SRID=3857;POINT(36 35)',
    'LINESTRING(36 35, 37 36)',
    'POINT EMPTY',
    '35.5,, 36.5',
    'https://maps.example/?q=35.5,36.5',
  ])('does not read %s', (text) => {
    expect(readPositionCell(text)).toEqual(unreadable)
  })

  it.each(['95.5, 36.5', 'POINT(36 95)', '35.5, 190.5', '95N 36E'])('finds %s out of range', (text) => {
    expect(readPositionCell(text)).toEqual({ kind: 'invalid', code: 'position-out-of-range' })
  })

  it('reads any pair of numbers', () => {
    const degrees = (limit: number) =>
      fc.integer({ min: -limit * 1e6, max: limit * 1e6 }).map((micro) => micro / 1e6)
    const between = fc.constantFrom(', ', ',', ' ', '; ', ' / ')
    fc.assert(
      fc.property(degrees(90), degrees(180), between, (lat, lng, sign) => {
        // "35,36" may be one number.
        fc.pre(sign !== ',' || !Number.isInteger(lat))
        expect(readPositionCell(`${lat}${sign}${lng}`)).toEqual({ kind: 'value', value: [lng + 0, lat + 0] })
      }),
      { numRuns: propertyRuns(1000) },
    )
  })
})
