import type { Map as MapLibre } from 'maplibre-gl'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BuiltInBasemap } from '../../../src/map/builtInBasemap.ts'
import { cellWith } from './cellWith.ts'

const [harem, aleppo] = [cellWith({ position: [36.5, 36.2] }), cellWith({ position: [37.1, 36.2] })]

function basemap() {
  const setData = vi.fn<(data: { features: unknown[] }) => void>()
  const map = {
    on: vi.fn<() => void>(),
    setMissingStyleImageResolver: vi.fn<() => void>(),
    getSource: () => ({ setData }),
    getZoom: () => 4,
  }
  const made = new BuiltInBasemap(map as unknown as MapLibre, () => 'light')
  return { made, placed: () => setData.mock.calls.map(([{ features }]) => features.length) }
}

beforeEach(() => vi.restoreAllMocks())

describe('names that step aside for marks', () => {
  it('do so for marks that were not there, and stay where they are when some have gone', () => {
    const { made, placed } = basemap()
    made.setCells([harem, aleppo])
    made.setCells([harem])
    made.setCells([])
    made.setCells([aleppo])
    expect(placed()).toEqual([2])
    made.setCells([harem, aleppo, cellWith({ position: [40, 35] })])
    expect(placed()).toEqual([2, 3])
  })

  it('do so again in a style that has just loaded', () => {
    const { made, placed } = basemap()
    made.filled()
    expect(placed()).toEqual([])
    made.setCells([harem])
    made.filled()
    expect(placed()).toEqual([1, 1])
  })

  it('stay where they are while the map is drawn in another way', () => {
    const { made, placed } = basemap()
    made.setCells([harem])
    made.setCells(null)
    expect(placed()).toEqual([1])
  })
})
