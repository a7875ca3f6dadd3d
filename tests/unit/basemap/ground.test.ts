import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { LngLat } from '../../../src/incidents/place.ts'
import { isInRings } from '../../../src/basemaps/isInRings.ts'
import { archiveOf, basemapFile, bordersNear, featuresAt, ground, tileOf } from './groundArchive.ts'

interface Named {
  name_en: string
  name_ar: string
  name_fr: string
}

/** What packs.json holds. */
interface Index {
  packs: { country: string; file: string; bytes: number; sha256: string; outline: LngLat[][] }[]
}

const { packs } = JSON.parse(basemapFile('packs.json').toString()) as Index
const syria = archiveOf('packs/SY.pmtiles')

async function namesAt(layer: string, position: LngLat, zoom: number): Promise<Named[]> {
  const archive = zoom > 6 ? syria : ground
  const found = (await featuresAt(layer, position, zoom, archive)) ?? []
  return found.map(({ feature }) => feature.properties as unknown as Named)
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('the archives of the basemap', () => {
  const about = JSON.parse(basemapFile('ground.json').toString()) as {
    file: string
    bytes: number
    sha256: string
    relief: { file: string; bytes: number; sha256: string }
    credits: string[]
  }

  it.each([about, about.relief, ...packs])(
    '$file has the stated size and hash',
    ({ file, bytes, sha256 }) => {
      const content = basemapFile(file)
      expect({ bytes: content.length, sha256: hashOf(content) }).toEqual({ bytes, sha256 })
    },
  )

  it('credit all that they are made of', () => {
    expect(about.credits.join()).toMatch(
      /Natural Earth.*GeoNames \(CC BY 4\.0\).*OpenStreetMap contributors \(ODbL\).*\(LGPL\)/,
    )
  })

  it('are small enough to be loaded as a whole', () => {
    expect(about.bytes + about.relief.bytes).toBeLessThan(6_000_000)
    for (const { bytes } of packs) expect(bytes).toBeLessThan(1_000_000)
  })

  it('have all tiles of the world to zoom 6, and of a country from 7 to 9', async () => {
    expect(await ground.getHeader()).toMatchObject({ minZoom: 0, maxZoom: 6 })
    expect(await syria.getHeader()).toMatchObject({ minZoom: 7, maxZoom: 9 })
    const has = async (archive: typeof ground, position: LngLat, zoom: number) => {
      const { x, y } = tileOf(position, zoom)
      return (await archive.getZxy(zoom, x, y)) !== undefined
    }
    expect(await has(ground, [-140, 0], 6)).toBe(true)
    expect(await has(ground, [37, 36], 7)).toBe(false)
    expect(await has(syria, [37, 36], 9)).toBe(true)
    expect(await has(syria, [-140, 0], 9)).toBe(false)
  })

  it('shade slopes and nothing else', async () => {
    const relief = archiveOf('relief.pmtiles')
    expect(await relief.getHeader()).toMatchObject({ minZoom: 0, maxZoom: 4, tileType: 4 })
    expect((await relief.getZxy(4, 9, 6))?.data.byteLength).toBeGreaterThan(5_000)
    // The middle of the Pacific.
    expect((await relief.getZxy(4, 1, 8))?.data.byteLength).toBeLessThan(1_000)
  })
})

describe('the outlines by which a pack is chosen', () => {
  it.each<[place: string, position: LngLat, country: string | undefined]>([
    ['Aleppo', [37.16, 36.2], 'SY'],
    ['Harem', [36.52, 36.21], 'SY'],
    ['Sweida', [36.57, 32.71], 'SY'],
    ['Gaza', [34.45, 31.5], 'PS'],
    ['Kharkiv', [36.23, 49.99], 'UA'],
    ['El Fasher', [25.35, 13.63], 'SD'],
    ['the sea off Latakia', [35, 35.5], undefined],
    ['Ankara', [32.85, 39.93], undefined],
  ])('%s', (_, position, country) => {
    expect(packs.find(({ outline }) => isInRings(position, outline))?.country).toBe(country)
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
    ['urban', 6],
    ['divisionNames', 6],
    ['urban', 8],
    ['villages', 9],
    ['airports', 6],
  ])('has %s at zoom %i', async (layer, zoom) => {
    const features = await featuresAt(layer, [37.3, 36.2], zoom, zoom > 6 ? syria : ground)
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
    const names = await namesAt('places', [36.5208, 36.2118], 5)
    expect(names.map(({ name_en }) => name_en)).not.toContain('Harem')
  })

  it.each<[english: string, arabic: string, french: string, position: LngLat]>([
    [
      'Damascus International Airport',
      'مطار دمشق الدولي',
      'Aéroport international de Damas',
      [36.5156, 33.4115],
    ],
    ['Aleppo International Airport', 'مطار حلب الدولي', 'Aéroport international d’Alep', [37.2244, 36.1807]],
  ])('include %s in three languages', async (english, arabic, french, position) => {
    expect(await namesAt('airports', position, 9)).toContainEqual(
      expect.objectContaining({ name_en: english, name_ar: arabic, name_fr: french }),
    )
  })

  it('leave the English name of an airport alone where the source has no other', async () => {
    const names = await namesAt('airports', [36.5582, 33.0773], 9)
    const found = names.find(({ name_en }) => name_en === 'Khalkhalah Air Base')
    expect(Object.keys(found ?? {}).toSorted()).toEqual(['from', 'name_en'])
  })

  it.each<[english: string, position: LngLat, zoom: number]>([
    ['West Darfur', [23.09, 14.21], 6],
    ['North Lebanon', [36.05, 34.45], 6],
    ['Timbuktu', [-2.9, 20.5], 6],
    ['Odesa', [30.2, 46.9], 6],
  ])('call a division %s', async (english, position, zoom) => {
    const names = await namesAt('divisionNames', position, zoom)
    expect(names.map(({ name_en }) => name_en)).toContain(english)
  })

  it('omit the word for governorate', async () => {
    expect(await namesAt('divisionNames', [38.14, 34.15], 7)).toContainEqual(
      expect.objectContaining({ name_en: 'Homs', name_ar: 'حمص', name_fr: 'Homs' }),
    )
  })
})

/** A pack that has the tile of a position. */
function closest([lng]: LngLat) {
  return archiveOf(lng < 35 ? 'packs/PS.pmtiles' : 'packs/SY.pmtiles')
}

describe('the borders of the basemap', () => {
  it.each<[line: string, position: LngLat]>([
    ['between Israel and the Golan', [35.628, 33.07]],
    ['between the Golan and Syria', [35.85, 33.0]],
    ['between Israel and Lebanon', [35.3, 33.1]],
    ['around Gaza', [34.36, 31.36]],
  ])('mark the line %s as disputed', async (_, position) => {
    const found = await bordersNear(position, 8, 0.08, closest(position))
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
    const found = await bordersNear(position, 8, 0.2, syria)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found)).toEqual(new Set([0]))
  })
})
