import { describe, expect, it } from 'vitest'
import { readCountryShapes } from '../../../../src/cli/readCountryShapes.ts'
import { countryShapes } from '../../../../src/ingest/laws/countryShapes.ts'

function square(west: number, south: number, side: number) {
  const [east, north] = [west + side, south + side]
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

const shapes = countryShapes({
  features: [
    {
      properties: { countries: ['AA'] },
      geometry: { type: 'Polygon', coordinates: [square(0, 0, 10), square(4, 4, 2)] },
    },
    {
      properties: { countries: ['BB', 'AA'] },
      geometry: { type: 'MultiPolygon', coordinates: [[square(20, 0, 1)], [square(178, 0, 2)]] },
    },
  ],
})

describe('countryShapes', () => {
  it('tells inside from outside, and a hole from the area around it', () => {
    expect(shapes.kmOutside('AA', [1, 1])).toBe(0)
    expect(shapes.kmOutside('AA', [5, 5])).toBeCloseTo(111.2, 0)
    expect(shapes.kmOutside('BB', [1, 1])).toBeGreaterThan(1000)
  })

  it('measures in kilometres, also across the antimeridian', () => {
    expect(shapes.kmOutside('AA', [5, 11])).toBeCloseTo(111.2, 5)
    expect(shapes.kmOutside('BB', [-179, 0.5])).toBeCloseTo(111.2, 0)
  })

  it('counts an area that several countries claim to each of them', () => {
    expect(shapes.countriesAt([20.5, 0.5]).toSorted()).toEqual(['AA', 'BB'])
    expect(shapes.countriesAt([-30, 0])).toEqual([])
  })

  it('has no shape for an unknown country', () => {
    expect(shapes.has('CC')).toBe(false)
    expect(shapes.kmOutside('CC', [0, 0])).toBe(Infinity)
  })
})

it('the shapes of the basemap count disputed areas to every party', async () => {
  const ground = await readCountryShapes()
  const disputed: [position: [number, number], countries: string[]][] = [
    // The Golan, Crimea, Laayoune, Pristina, Hargeisa, Aksai Chin, Hebron.
    [
      [35.77, 33.05],
      ['IL', 'SY'],
    ],
    [
      [34.1, 44.95],
      ['RU', 'UA'],
    ],
    [
      [-13.19, 27.14],
      ['EH', 'MA'],
    ],
    [
      [21.17, 42.67],
      ['RS', 'XK'],
    ],
    [[44.06, 9.56], ['SO']],
    [
      [79.5, 35.1],
      ['CN', 'IN'],
    ],
    [
      [35.1, 31.53],
      ['IL', 'PS'],
    ],
  ]
  for (const [position, countries] of disputed) {
    expect(ground.countriesAt(position)).toEqual(expect.arrayContaining(countries))
  }
  expect(ground.countriesAt([36.3, 33.51])).toEqual(['SY'])
})
