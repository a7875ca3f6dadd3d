import { PMTiles } from 'pmtiles'
import { describe, expect, it, vi } from 'vitest'
import type { PackEntry } from '../../../src/basemaps/packIndex.ts'
import type { LngLat } from '../../../src/incidents/place.ts'
import { CountryPacks } from '../../../src/map/countryPacks.ts'
import { archiveOf } from '../basemap/groundArchive.ts'

/** A square of two degrees around a position. */
const around = ([lng, lat]: LngLat): LngLat[] => [
  [lng - 1, lat - 1],
  [lng - 1, lat + 1],
  [lng + 1, lat + 1],
  [lng + 1, lat - 1],
]
const index: readonly PackEntry[] = [
  { country: 'SY', file: 'packs/SY.pmtiles', outline: [around([37, 36])] },
  { country: 'YE', file: 'packs/YE.pmtiles', outline: [around([44, 15])] },
]
const unreadable = () =>
  new PMTiles({ getKey: () => 'unreadable', getBytes: () => Promise.reject(new Error('no answer')) })

describe('packs of countries', () => {
  it('are fetched once, by the country in the middle, wherever in it that is', async () => {
    const archive = vi.fn<(file: string) => PMTiles>(archiveOf)
    const packs = new CountryPacks({ index: () => Promise.resolve(index), archive })
    expect(await packs.bring([37, 36])).toBe(true)
    expect(await packs.bring([36.2, 35.2])).toBe(false)
    expect(archive.mock.calls).toEqual([['packs/SY.pmtiles']])
  })

  it('ask the same of the host for two areas of one country', async () => {
    const asked = async (position: LngLat) => {
      const archive = vi.fn<(file: string) => PMTiles>(archiveOf)
      await new CountryPacks({ index: () => Promise.resolve(index), archive }).bring(position)
      return archive.mock.calls
    }
    expect(await asked([36.1, 35.1])).toEqual(await asked([37.9, 36.9]))
  })

  it('give tiles of what has arrived, and of nothing else', async () => {
    const packs = new CountryPacks({ index: () => Promise.resolve(index), archive: archiveOf })
    // Aleppo, and the middle of Yemen.
    expect(await packs.tile(7, 77, 50)).toBeUndefined()
    await packs.bring([37, 36])
    expect((await packs.tile(7, 77, 50))?.byteLength).toBeGreaterThan(1_000)
    expect(await packs.tile(7, 79, 58)).toBeUndefined()
    await packs.bring([44, 15])
    expect((await packs.tile(7, 79, 58))?.byteLength).toBeGreaterThan(1_000)
  })

  it('are not asked for at sea, nor on a host without them', async () => {
    const archive = vi.fn<(file: string) => PMTiles>(archiveOf)
    const packs = new CountryPacks({ index: () => Promise.resolve(index), archive })
    expect(await packs.bring([0, 0])).toBe(false)
    const none = new CountryPacks({ index: () => Promise.reject(new Error('404')), archive })
    expect(await none.bring([37, 36])).toBe(false)
    expect(archive).not.toHaveBeenCalled()
  })

  it('are asked for again after they failed to come', async () => {
    const archive = vi.fn<(file: string) => PMTiles>(archiveOf).mockImplementationOnce(unreadable)
    const packs = new CountryPacks({ index: () => Promise.resolve(index), archive })
    expect(await packs.bring([37, 36])).toBe(false)
    expect(await packs.bring([37, 36])).toBe(true)
  })
})
