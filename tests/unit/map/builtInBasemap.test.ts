import type { Map as MapLibre } from 'maplibre-gl'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { BuiltInBasemap } from '../../../src/map/builtInBasemap.ts'
import { setPacksWanted } from '../../../src/map/packChoice.ts'
import { cellWith } from './cellWith.ts'

const [harem, aleppo] = [cellWith({ position: [36.5, 36.2] }), cellWith({ position: [37.1, 36.2] })]

/** @param zoom of the map */
function basemap(zoom = 4) {
  const setData = vi.fn<(data: { features: unknown[] }) => void>()
  const listeners = new Map<string, () => void>()
  const map = {
    on: (kind: string, listener: () => void) => listeners.set(kind, listener),
    setMissingStyleImageResolver: vi.fn<() => void>(),
    getSource: () => ({ setData }),
    getZoom: () => zoom,
    getCenter: () => ({ wrap: () => ({ lng: 37, lat: 36 }) }),
    isMoving: () => false,
  }
  const made = new BuiltInBasemap(map as unknown as MapLibre, () => 'light')
  return {
    made,
    move: () => listeners.get('moveend')?.(),
    placed: () => setData.mock.calls.map(([{ features }]) => features.length),
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('names that step aside for marks', () => {
  it('do so at once for the first marks, and for those of another view', () => {
    const { made, move, placed } = basemap()
    made.setCells([harem])
    expect(placed()).toEqual([1])
    move()
    made.setCells([harem, aleppo])
    expect(placed()).toEqual([1, 2])
  })

  it('do so once marks rest, not for each step of a brush', () => {
    const { made, placed } = basemap()
    made.setCells([harem])
    for (let step = 0; step < 10; step += 1) {
      made.setCells([cellWith({ position: [step, 0] })])
      vi.advanceTimersByTime(100)
    }
    expect(placed()).toEqual([1])
    vi.advanceTimersByTime(1_000)
    expect(placed()).toEqual([1, 1])
  })

  it('stay where they are when marks have gone or shrunk', () => {
    const { made, placed } = basemap()
    made.setCells([harem, aleppo])
    made.setCells([{ ...harem, radius: 5 }])
    vi.runAllTimers()
    expect(placed()).toEqual([2])
    made.setCells([{ ...harem, radius: 30 }])
    vi.runAllTimers()
    expect(placed()).toEqual([2, 1])
  })

  it('do so again in a style that has just loaded', () => {
    const { made, placed } = basemap()
    made.filled()
    expect(placed()).toEqual([])
    made.setCells([harem])
    made.filled()
    expect(placed()).toEqual([1, 1])
  })

  it('stay where they are while the map is drawn in another way, and when it is gone', () => {
    const { made, placed } = basemap()
    made.setCells([harem])
    made.setCells([aleppo])
    made.setCells(null)
    vi.runAllTimers()
    made.setCells([aleppo])
    made.remove()
    vi.runAllTimers()
    expect(placed()).toEqual([1])
  })
})

describe('packs of closer tiles', () => {
  const ask = vi.fn<typeof fetch>(() => Promise.reject(new Error('no answer')))
  beforeEach(() => {
    vi.stubGlobal('fetch', ask.mockClear())
    vi.stubGlobal('document', { baseURI: 'https://atlas.example/' })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    setPacksWanted(true)
  })

  it('are not asked for, nor is their index, until the reader wants them', async () => {
    setPacksWanted(false)
    const { made, move } = basemap(9)
    made.setCells([harem])
    move()
    await vi.runAllTimersAsync()
    expect(ask).not.toHaveBeenCalled()
    setPacksWanted(true)
    await vi.runAllTimersAsync()
    expect(ask.mock.calls).toEqual([['https://atlas.example/basemap/packs.json']])
  })
})
