import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGazetteer } from '../../../../src/ingest/gazetteer/gazetteer.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

const bytes = readFileSync('public/gazetteer/places.tsv.gz')
const text = gunzipSync(bytes).toString()
const gazetteer = createGazetteer(bytes)

/** Names of places, each in its country, with the position of its line. */
const lines = text
  .split('\n=')
  .slice(1)
  .flatMap((section) => {
    const [country = '', ...rows] = section.split('\n')
    return rows
      .map((row) => row.split('\t'))
      .filter(([first = '', lat]) => lat !== undefined && !first.startsWith('+'))
      .map(([, lat, lng, names = '']) => ({
        country,
        lat: Number(lat),
        lng: Number(lng),
        names: names.split('|'),
      }))
  })

describe('the file of the gazetteer', () => {
  it('is the one that its description names, and small', () => {
    const hash = createHash('sha256').update(text).digest('hex')
    expect(readFileSync('data/basemap/README.md', 'utf8')).toContain(hash)
    expect(bytes.length).toBeLessThan(1_600_000)
  })

  it('has 34,514 places, each with a name and a position', () => {
    expect(lines).toHaveLength(34_514)
    expect(
      lines.filter(({ lat, lng, names }) => !(Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && names[0])),
    ).toEqual([])
  })

  it('names its origin', () => {
    expect(text.split('\n', 1)[0]).toMatch(/GeoNames, CC BY 4\.0/)
  })
})

describe('a gazetteer', () => {
  it.each([
    ['Syria', 'Raqqa', 35.95, 39.01],
    ['Syria', 'ar-Raqqah', 35.95, 39.01],
    ['Syria', 'Al Raqqa', 35.95, 39.01],
    ['SYR', 'الرقة', 35.95, 39.01],
    ['سوريا', 'رقة', 35.95, 39.01],
    ['Syrie', 'Alep', 36.2, 37.16],
    ['Syria', 'al-Bab', 36.37, 37.52],
    ['Syria', 'كفر نبل', 35.61, 36.56],
    ['Syria', 'كفرنبل', 35.61, 36.56],
    ['Syria', 'القامشلي', 37.05, 41.23],
    ['Ukraine', 'Bakhmut', 48.59, 38],
    ['Palestine', 'Gaza', 31.5, 34.47],
    ['Sudan', 'El Fasher', 13.63, 25.35],
    ['Sudan', 'Al Fashir', 13.63, 25.35],
    ['Yemen', 'Hodeidah', 14.8, 42.95],
  ])('finds in %s: %s', (country, locality, lat, lng) => {
    const found = gazetteer.lookUp({ country, locality })
    expect(found).toMatchObject({ precision: 'town' })
    if (typeof found === 'string') return
    expect(found.lat).toBeCloseTo(lat, 1)
    expect(found.lng).toBeCloseTo(lng, 1)
  })

  it('takes one of several of a name only where the region tells them apart', () => {
    expect(gazetteer.lookUp({ country: 'US', locality: 'Springfield' })).toBe('ambiguous')
    expect(gazetteer.lookUp({ country: 'US', region: 'Illinois', locality: 'Springfield' })).toMatchObject({
      precision: 'town',
      name: 'Springfield',
    })
  })

  it('takes no place outside the stated region', () => {
    // Mosul lies in Nineveh: only the region itself is left.
    expect(gazetteer.lookUp({ country: 'Iraq', region: 'Basra', locality: 'Mosul' })).toMatchObject({
      precision: 'region',
    })
  })

  it('takes the district, and then the region, where the locality is not known', () => {
    const country = 'Syria'
    const region = 'Rif Dimashq Governorate'
    expect(gazetteer.lookUp({ country, region, district: 'Darayya', locality: 'Nowhere' })).toMatchObject({
      precision: 'district',
    })
    expect(gazetteer.lookUp({ country, region, locality: 'Nowhere' })).toMatchObject({
      precision: 'region',
      name: 'Rural Damascus',
    })
    expect(gazetteer.lookUp({ country, region: 'محافظة ريف دمشق' })).toMatchObject({ precision: 'region' })
  })

  it('knows the regions of countries whose divisions are smaller in the source', () => {
    expect(gazetteer.lookUp({ country: 'Burkina Faso', region: 'Sahel', locality: 'Dori' })).toMatchObject({
      precision: 'town',
    })
    expect(gazetteer.lookUp({ country: 'Burkina Faso', region: 'Sahel' })).toMatchObject({
      precision: 'region',
    })
  })

  it.each([
    [{ country: 'Syria' }],
    [{ locality: 'Aleppo' }],
    [{ country: '', locality: 'Aleppo' }],
    [{ country: 'Middle East', locality: 'Aleppo' }],
    [{ country: 'Lebanon', locality: 'Aleppo' }],
    [{ country: 'Syria', locality: 'Alepo city' }],
    [{ country: 'Syria', locality: 'Alepppo' }],
    [{ country: 'Syria', locality: '-' }],
    [{ country: 'Syria', locality: 'constructor' }],
    [{ country: '__proto__', region: '__proto__', locality: '__proto__' }],
  ])('finds nothing for %j', (place) => {
    expect(gazetteer.lookUp(place)).toBe('none')
  })

  it('finds nothing for a name of 1 MB', () => {
    expect(gazetteer.lookUp({ country: 'Syria', locality: 'a'.repeat(1_000_000) })).toBe('none')
  })

  it('finds each place by each of its names, or says that several have it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lines), fc.nat(), ({ country, lat, lng, names }, pick) => {
        const locality = names[pick % names.length] ?? ''
        // NA stands for a missing value.
        const found = gazetteer.lookUp({ country: country === 'NA' ? 'NAM' : country, locality })
        const isIt = typeof found !== 'string' && found.lat === lat && found.lng === lng
        expect(isIt || found === 'ambiguous').toBe(true)
      }),
      { numRuns: propertyRuns(1000) },
    )
  })

  it('answers any question', () => {
    const name = fc.option(fc.string({ unit: 'grapheme', maxLength: 30 }), { nil: undefined })
    fc.assert(
      fc.property(
        fc.constantFrom('SY', 'Ukraine', 'US', 'x'),
        name,
        name,
        name,
        (country, region, district, locality) => {
          expect(gazetteer.lookUp({ country, region, district, locality })).toBeDefined()
        },
      ),
      { numRuns: propertyRuns(500) },
    )
  })

  it('reads the file unpacked, as some hosts hand it out', () => {
    expect(createGazetteer(gunzipSync(bytes)).lookUp({ country: 'SY', locality: 'Aleppo' })).toMatchObject({
      name: 'Aleppo',
    })
  })

  it('refuses any other file', () => {
    expect(() => createGazetteer(new TextEncoder().encode('<!doctype html>'))).toThrow('no gazetteer')
  })
})
