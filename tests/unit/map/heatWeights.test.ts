import { describe, expect, it } from 'vitest'
import { heatScale } from '../../../src/map/heatScale.ts'
import { heatWeights } from '../../../src/map/heatWeights.ts'
import { cellWith } from './cellWith.ts'

const cell = (lng: number, count: number) => cellWith({ position: [lng, 0], count })
const wide = { west: -170, south: -80, east: 170, north: 80 }
/** Density of a weight at its own middle, as the library's kernel has it. */
const density = (weight = 0) => weight / Math.sqrt(2 * Math.PI)

describe('the weights of the heat map', () => {
  it('reach the top of the scale at the highest density in sight, whatever the counts', () => {
    for (const scale of [1, 1_000_000]) {
      const weights = heatWeights([cell(0, 4 * scale), cell(90, 2 * scale)], wide, 3)
      expect(density(weights[0])).toBeCloseTo(1)
      expect(density(weights[1])).toBeCloseTo(0.5)
    }
  })

  it('add up where cells are close together', () => {
    const weights = heatWeights([cell(0, 1), cell(0.001, 1)], wide, 3)
    expect(density((weights[0] ?? 0) + (weights[1] ?? 0))).toBeCloseTo(1, 2)
  })

  it('depend on what is in sight, also across the antimeridian', () => {
    const cells = [cell(0, 1_000), cell(179, 10), cell(-178, 5)]
    const near = heatWeights(cells, { west: 170, south: -10, east: -170, north: 10 }, 5)
    expect(density(near[1])).toBeCloseTo(1)
    expect(density(near[2])).toBeCloseTo(0.5)
  })

  it('keep the median visible beside one very high count', () => {
    const towns = Array.from({ length: 21 }, (_, at) => cell(-150 + at * 14, 20))
    const weights = heatWeights([...towns, cell(160, 100_000)], wide, 3)
    expect(density(weights[0])).toBeGreaterThan(0.1)
  })

  it('are none without cells', () => {
    expect(heatWeights([], wide, 3)).toEqual([])
  })

  it('begin the scale with a transparent version of its second colour', () => {
    for (const [first, second] of Object.values(heatScale)) {
      const channels = (colour = '') => colour.match(/[\d.]+/g) ?? []
      expect(channels(first?.[1]).slice(0, 3)).toEqual(channels(second?.[1]).slice(0, 3))
      expect(channels(first?.[1])[3]).toBe('0')
    }
  })
})
