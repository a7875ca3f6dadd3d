import { expect, it, vi } from 'vitest'
import { basemapProtocol } from '../../../src/map/basemapProtocol.ts'
import { CountryPacks } from '../../../src/map/countryPacks.ts'
import { basemapStyle, BASEMAP_PROTOCOL } from '../../../src/map/mapStyle.ts'
import type { Theme } from '../../../src/view/view.ts'
import { archiveOf } from '../basemap/groundArchive.ts'

function protocol(later: Promise<unknown> = Promise.resolve()) {
  const packs = new CountryPacks({
    index: () =>
      Promise.resolve([
        {
          country: 'SY',
          file: 'packs/SY.pmtiles',
          outline: [
            [
              [30, 30],
              [30, 40],
              [45, 40],
              [45, 30],
            ],
          ],
        },
      ]),
    archive: archiveOf,
  })
  const archives = { ground: archiveOf('ground.pmtiles'), relief: archiveOf('relief.pmtiles') }
  const colourRelief = vi.fn((picture: ArrayBuffer, _theme: Theme) =>
    Promise.resolve({ width: picture.byteLength, height: 1, close: () => {} }),
  )
  const answer = basemapProtocol(
    { ...archives, colourRelief, packs, later },
    (url) => new Error(`none: ${url}`),
  )
  const bytes = async (path: string) => {
    const { data } = await answer({ url: `${BASEMAP_PROTOCOL}://${path}` }, new AbortController())
    if (data instanceof ArrayBuffer) return data.byteLength
    return typeof data === 'object' && 'width' in data ? data.width : data
  }
  return { bytes, colourRelief, packs }
}

it('answers the addresses that the style names', async () => {
  const { ground, relief } = basemapStyle('light', 'en').sources
  expect(ground).toMatchObject({ url: `${BASEMAP_PROTOCOL}://ground` })
  expect(relief).toMatchObject({ tiles: [`${BASEMAP_PROTOCOL}://relief/light/{z}/{x}/{y}`] })
  const { bytes } = protocol()
  expect(await bytes('ground')).toMatchObject({
    tiles: [`${BASEMAP_PROTOCOL}://ground/{z}/{x}/{y}`],
    maxzoom: 9,
    sparse: true,
  })
  expect(await bytes('ground/4/9/6')).toBeGreaterThan(5_000)
  expect(await bytes('relief/dark/4/9/6')).toBeGreaterThan(5_000)
})

it('colours the relief for the theme that its address names', async () => {
  const { bytes, colourRelief } = protocol()
  await bytes('relief/light/4/9/6')
  await bytes('relief/dark/4/9/6')
  expect(colourRelief.mock.calls.map(([, theme]) => theme)).toEqual(['light', 'dark'])
})

it('has a closer tile once its pack is there', async () => {
  const { bytes, packs } = protocol()
  await expect(bytes('ground/7/77/50')).rejects.toThrow('none: atlas://ground/7/77/50')
  await packs.bring([37, 36])
  expect(await bytes('ground/7/77/50')).toBeGreaterThan(1_000)
})

it('keeps the relief back until it may come', async () => {
  let start = () => {}
  const { bytes } = protocol(new Promise<void>((resolve) => (start = resolve)))
  let arrived = false
  const relief = bytes('relief/light/0/0/0').then((length) => {
    arrived = true
    return length
  })
  await bytes('ground/0/0/0')
  expect(arrived).toBe(false)
  start()
  expect(await relief).toBeGreaterThan(1_000)
})
