import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '../../../src/incidents/place.ts'
import { bordersNear, featuresAt, ground, groundBytes, tileOf } from './groundArchive.ts'

interface Named {
  name_en: string
  name_ar: string
  name_fr: string
}

async function namesAt(layer: string, position: LngLat, zoom: number): Promise<Named[]> {
  const found = (await featuresAt(layer, position, zoom)) ?? []
  return found.map(({ feature }) => feature.properties as unknown as Named)
}

describe('the basemap archive', () => {
  it('has the size and hash that ground.json states', () => {
    const about = JSON.parse(
      readFileSync(new URL('../../../public/basemap/ground.json', import.meta.url), 'utf8'),
    ) as { bytes: number; sha256: string; credits: string[] }
    expect(groundBytes.length).toBe(about.bytes)
    expect(createHash('sha256').update(groundBytes).digest('hex')).toBe(about.sha256)
    expect(about.credits.join()).toMatch(/Natural Earth.*GeoNames \(CC BY 4\.0\)/)
  })

  it('is small enough to be loaded as a whole', () => {
    expect(groundBytes.length).toBeLessThan(4_000_000)
  })

  it('has all tiles to zoom 6, and to zoom 8 in the Middle East', async () => {
    expect(await ground.getHeader()).toMatchObject({ minZoom: 0, maxZoom: 8 })
    const pacific: LngLat = [-140, 0]
    const missing = async (position: LngLat, zoom: number) => {
      const { x, y } = tileOf(position, zoom)
      return (await ground.getZxy(zoom, x, y)) === undefined
    }
    expect(await missing(pacific, 6)).toBe(false)
    expect(await missing(pacific, 7)).toBe(true)
    expect(await missing([33, 34.3], 8)).toBe(false)
  })
})

describe('the layers of the basemap', () => {
  it.each([
    ['land', 2],
    ['lakes', 2],
    ['borders', 2],
    ['countries', 2],
    ['rivers', 4],
    ['divisions', 4],
    ['places', 4],
    ['divisionNames', 7],
  ])('has %s at zoom %i', async (layer, zoom) => {
    const features = await featuresAt(layer, [38.5, 36.2], zoom)
    expect(features?.length).toBeGreaterThan(0)
  })

  it('gives each country its ISO code, once', async () => {
    const codes = ((await featuresAt('countries', [38, 35], 4)) ?? []).map(
      ({ feature }) => feature.properties['iso2'],
    )
    expect(codes).toEqual(expect.arrayContaining(['SY', 'IQ', 'LB', 'JO', 'PS']))
    expect(new Set(codes).size).toBe(codes.length)
  })
})

describe('the names of the basemap', () => {
  it.each<[english: string, arabic: string, french: string, position: LngLat, zoom: number]>([
    ['Damascus', 'دمشق', 'Damas', [36.2913, 33.5102], 4],
    ['Idlib', 'إدلب', 'Idleb', [36.6339, 35.9306], 5],
    ['Harem', 'حارم', 'Harem', [36.5208, 36.2118], 7],
    ['Qamishli', 'القامشلي', 'Kamechliyé', [41.2314, 37.0521], 6],
  ])('include %s in three languages', async (english, arabic, french, position, zoom) => {
    expect(await namesAt('places', position, zoom)).toContainEqual(
      expect.objectContaining({ name_en: english, name_ar: arabic, name_fr: french }),
    )
  })

  it('include a small town only from a high zoom on', async () => {
    const names = await namesAt('places', [36.5208, 36.2118], 6)
    expect(names.map(({ name_en }) => name_en)).not.toContain('Harem')
  })

  it('omit the word for governorate', async () => {
    expect(await namesAt('divisionNames', [38.14, 34.15], 7)).toContainEqual(
      expect.objectContaining({ name_en: 'Homs', name_ar: 'حمص', name_fr: 'Homs' }),
    )
  })
})

describe('the borders of the basemap', () => {
  it.each<[line: string, position: LngLat]>([
    ['between Israel and the Golan', [35.628, 33.07]],
    ['between the Golan and Syria', [35.85, 33.0]],
    ['between Israel and Lebanon', [35.3, 33.1]],
    ['around Gaza', [34.36, 31.36]],
  ])('mark the line %s as disputed', async (_, position) => {
    const found = await bordersNear(position, 8, 0.08)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found)).toEqual(new Set([1]))
  })

  it.each<[line: string, position: LngLat]>([
    ['between Ukraine and Crimea', [34.0, 46.1]],
    ['of Western Sahara', [-10.5, 27.66]],
    ['of control in Kashmir', [74.6, 34.75]],
    ['between Kosovo and Serbia', [21.4, 42.9]],
    ['between Somaliland and Somalia', [48.0, 8.0]],
    ['across Cyprus', [33.4, 35.15]],
    ['of Abkhazia', [41.7, 42.7]],
    ['of South Ossetia', [44.4, 42.3]],
  ])('mark the line %s as disputed, also where zoom 6 is the highest', async (_, position) => {
    expect(await bordersNear(position, 6, 0.35)).toContain(1)
  })

  it.each<[line: string, position: LngLat]>([
    ['Syria and Iraq', [41.3, 34.9]],
    ['Syria and Turkey', [38.5, 36.85]],
    ['Syria and Jordan', [37.5, 32.7]],
  ])('do not mark the border of %s', async (_, position) => {
    const found = await bordersNear(position, 8, 0.2)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found)).toEqual(new Set([0]))
  })
})
