import { describe, expect, it } from 'vitest'
import { heatWeights } from '../../../src/map/heatWeights.ts'
import { areaFeatures, heatFeatures } from '../../../src/map/overlayFeatures.ts'
import { cellWith } from './cellWith.ts'

const cell = (lng: number, count: number) => cellWith({ position: [lng, 10], count })
const world = { west: -180, south: -80, east: 180, north: 80 }

describe('the features of the heat map', () => {
  it('are one point per cell, with its weight', () => {
    const cells = [cell(0, 4), cell(90, 1)]
    const weights = heatWeights(cells, world, 3)
    expect(heatFeatures(cells, world, 3).features).toEqual(
      cells.map(({ position }, index) => ({
        type: 'Feature',
        properties: { weight: weights[index] },
        geometry: { type: 'Point', coordinates: [...position] },
      })),
    )
  })

  it('are none without cells', () => {
    expect(heatFeatures([], world, 3)).toEqual({ type: 'FeatureCollection', features: [] })
  })
})

describe('the features of the filtered area', () => {
  it('are a closed outline', () => {
    const [outline] = areaFeatures({ west: 1, south: 2, east: 3, north: 4 }).features
    expect(outline?.geometry).toEqual({
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 2],
        [3, 4],
        [1, 4],
        [1, 2],
      ],
    })
  })

  it('are none without an area', () => {
    expect(areaFeatures(null).features).toEqual([])
  })
})
