import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PackIndex } from '../../../src/basemaps/packIndex.ts'
import { basemapFolder, hasPacks, reachOf, writeSitePacks, type Reach } from '../../../src/cli/sitePacks.ts'
import type { Place } from '../../../src/incidents/incident.ts'
import type { LngLat } from '../../../src/incidents/place.ts'
import { incidentWith } from '../incidents/sampleRecords.ts'

let site: string
beforeEach(async () => {
  site = await mkdtemp(join(tmpdir(), 'site-'))
})
afterEach(() => rm(site, { recursive: true }))

const country = (iso: string): Place => ({
  id: iso.toLowerCase(),
  kind: 'country',
  name: {},
  aliases: [],
  iso,
})

/** The countries whose packs a site of a data set has, by its index and by its files. */
async function written(reach: Reach | null): Promise<{ named: string[]; files: string[] }> {
  await writeSitePacks(site, reach)
  const { packs } = JSON.parse(await readFile(join(site, 'basemap/packs.json'), 'utf8')) as PackIndex
  const files = await readdir(join(site, 'basemap/packs')).catch(() => [])
  return {
    named: packs.map((pack) => pack.country),
    files: files.map((file) => file.replace('.pmtiles', '')).toSorted(),
  }
}

const only = (...countries: string[]) => ({ named: countries, files: countries })
const KHARTOUM: LngLat = [32.5, 15.6]
const BOGOTA: LngLat = [-74.1, 4.7]

describe('the packs of a site', () => {
  it('are those of the countries that its data set names', async () => {
    expect(await written({ places: [country('YE'), country('SY'), country('FJ')], positions: [] })).toEqual(
      only('SY', 'YE'),
    )
  })

  it('are those of the countries that its positions lie in, too', async () => {
    const positions: LngLat[] = [KHARTOUM, [Number.NaN, Number.NaN], BOGOTA, KHARTOUM]
    expect(await written({ places: [country('SY')], positions })).toEqual(only('SD', 'SY'))
  })

  it('are none where the data set is of countries without one', async () => {
    expect(await written({ places: [country('FJ')], positions: [BOGOTA] })).toEqual(only())
  })

  it('are all where no country is known', async () => {
    const all = JSON.parse(await readFile(join(basemapFolder, 'packs.json'), 'utf8')) as PackIndex
    const { named, files } = await written({ places: [], positions: [] })
    expect(named).toEqual(all.packs.map((pack) => pack.country))
    expect(files).toEqual(named.toSorted())
  })

  it('replace those of an earlier data set', async () => {
    await written({ places: [country('SY')], positions: [] })
    expect(await written({ places: [country('UA')], positions: [] })).toEqual(only('UA'))
  })

  it('are gone, with their index, where the publisher wants none', async () => {
    await written({ places: [country('SY')], positions: [] })
    expect(await hasPacks(site)).toBe(true)
    await writeSitePacks(site, null)
    expect(await hasPacks(site)).toBe(false)
    expect(existsSync(join(site, 'basemap/packs'))).toBe(false)
  })

  it('are none where there are none to choose from', async () => {
    await writeSitePacks(site, { places: [], positions: [] }, join(site, 'nowhere'))
    expect(await hasPacks(site)).toBe(false)
  })
})

describe('the reach of records', () => {
  it('is their places, and the positions of those that have one', () => {
    const place = incidentWith({}).place
    const incidents = [
      incidentWith({ place: { ...place, lng: 36.5, lat: 36.2 } }),
      incidentWith({ place: { id: place.id, precision: 'country' } }),
    ]
    expect(reachOf([country('SY')], incidents)).toEqual({
      places: [country('SY')],
      positions: [[36.5, 36.2]],
    })
  })
})
