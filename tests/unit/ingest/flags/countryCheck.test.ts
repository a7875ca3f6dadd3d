import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCountryShapes } from '../../../../src/cli/readCountryShapes.ts'
import type { LngLat } from '../../../../src/incidents/place.ts'
import { createCountryCheck } from '../../../../src/ingest/flags/countryCheck.ts'
import type { CountryShapes } from '../../../../src/ingest/laws/countryShapes.ts'
import { KM_NEAR, KM_SEA } from '../../../../src/ingest/laws/positionInCountry.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

let shapes: CountryShapes
beforeAll(async () => {
  shapes = await readCountryShapes()
})

/** The law, without a grid. */
function plainFlag(iso: string, [lng, lat]: LngLat): string | undefined {
  const km = shapes.kmOutside(iso, [lng, lat])
  if (km <= KM_NEAR) return undefined
  if (Math.abs(lng) <= 90 && shapes.kmOutside(iso, [lat, lng]) === 0) return 'position-exchanged'
  return km <= KM_SEA && shapes.countriesAt([lng, lat]).length === 0 ? undefined : 'outside-country'
}

/** Degrees: the width of a cell of the grid. */
const CELL = 0.05

describe('createCountryCheck', () => {
  it('says what the law says of a position no farther than a cell', () => {
    const check = createCountryCheck(shapes)
    const around = fc.tuple(
      fc.double({ min: 33, max: 45, noNaN: true }),
      fc.double({ min: 30, max: 40, noNaN: true }),
    )
    fc.assert(
      fc.property(around, ([lng, lat]) => {
        const steps = [-CELL, -CELL / 2, 0, CELL / 2, CELL]
        const nearby = steps.flatMap((x) => steps.map((y) => plainFlag('SY', [lng + x, lat + y])))
        expect(nearby).toContain(check.flagOf('SY', [lng, lat]))
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it.each<[string, LngLat, string | undefined]>([
    ['SY', [37.1, 36.2], undefined],
    ['SY', [36.2, 37.1], 'position-exchanged'],
    ['SY', [2.3, 48.9], 'outside-country'],
    ['SY', [34.9, 38.5], 'position-exchanged'],
    ['IT', [13, 39.5], undefined],
    ['IT', [-40, 40], 'outside-country'],
    ['FR', [-179.9, -89.9], 'outside-country'],
    ['ZZ', [0, 0], undefined],
  ])('of %s, %j is %s', (iso, position, flag) => {
    expect(createCountryCheck(shapes).flagOf(iso, position)).toBe(flag)
  })
})
