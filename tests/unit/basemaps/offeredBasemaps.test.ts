import { describe, expect, it } from 'vitest'
import { findBasemap, variantOf, type Variant } from '../../../src/basemaps/basemap.ts'
import { offeredBasemaps, offeredIds } from '../../../src/basemaps/offeredBasemaps.ts'
import { basemaps as ar } from '../../../src/i18n/ar/basemaps.ts'
import { basemaps as en } from '../../../src/i18n/en/basemaps.ts'
import { basemaps as fr } from '../../../src/i18n/fr/basemaps.ts'

function addressesOf({ map }: Variant): string[] {
  switch (map.kind) {
    case 'style':
      return [map.light, map.dark]
    case 'raster':
      return [map.tiles]
    case 'daily':
      return map.series.map(({ tiles }) => tiles)
    case 'pmtiles':
      return [map.url]
  }
}

describe.each(offeredIds)('the offered basemap %s', (id) => {
  const basemap = offeredBasemaps[id]

  it('has its own id, and asks the hosts that it names and no others', () => {
    expect(basemap.id).toBe(id)
    const hosts = basemap.variants.flatMap(addressesOf).map((address) => new URL(address).host)
    expect([...new Set(hosts)]).toEqual(basemap.hosts)
  })

  it('has a credit, variants with ids of their own, and addresses of tiles with every part', () => {
    const ids = basemap.variants.map((variant) => variant.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { credit } of basemap.variants) expect(credit.length).toBeGreaterThan(0)
    const tiles = basemap.variants.filter(({ map }) => map.kind !== 'style').flatMap(addressesOf)
    for (const address of tiles) expect(address).toMatch(/\{z\}\/\{y\}\/\{x\}\.(jpg|png)$/)
  })

  it.each([
    ['English', en],
    ['French', fr],
    ['Arabic', ar],
  ])('is named in %s, and so are its variants', (_, texts) => {
    expect(texts.offered[id]).toHaveLength(2)
    for (const { id: variant, name } of basemap.variants)
      expect(name ?? texts.versions[variant]).toMatch(/\S/)
  })
})

describe('a basemap', () => {
  const all = Object.values(offeredBasemaps)

  it('is found by its id; the old id stands for the first one', () => {
    expect(findBasemap(all, 'sentinel-2')).toBe(offeredBasemaps['sentinel-2'])
    expect(findBasemap(all, 'detailed')).toBe(offeredBasemaps.openfreemap)
    expect(findBasemap([], 'detailed')).toBeUndefined()
    expect(findBasemap(all, '__proto__')).toBeUndefined()
  })

  it('is shown in its first variant where none is asked for, or one that it lacks', () => {
    const { openfreemap } = offeredBasemaps
    expect(variantOf(openfreemap, 'liberty').id).toBe('liberty')
    expect(variantOf(openfreemap, null).id).toBe('plain')
    expect(variantOf(openfreemap, 'constructor').id).toBe('plain')
  })

  it('states a licence that forbids commercial use for the later years of Sentinel-2', () => {
    const { variants } = offeredBasemaps['sentinel-2']
    expect(variants[0].licence?.name).toBe('CC BY 4.0')
    for (const { licence } of variants.slice(1)) expect(licence?.name).toBe('CC BY-NC-SA 4.0')
  })
})
