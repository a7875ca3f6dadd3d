import { describe, expect, it } from 'vitest'
import { readCountryShapes } from '../../../src/cli/readCountryShapes.ts'
import { encoder, fileOf, importFiles, importLines, incidentsOf, tableOf } from './importLines.ts'

describe('flags', () => {
  it('tell positions outside the country, and exchanged ones', async () => {
    const lines = [
      'date,country,lat,lon,description',
      '2025-10-20,Syria,36.2,37.1,in it',
      '2025-10-21,Syria,36.9,36.9,across the border',
      '2025-10-22,Syria,48.9,2.3,in another one',
      '2025-10-23,Syria,38.5,34.9,exchanged',
      '2025-10-24,Italy,39.5,13.0,off the coast',
    ]
    const imported = await importFiles([fileOf(lines)], {}, { shapes: await readCountryShapes() })
    expect(incidentsOf(imported).map(({ tags }) => tags)).toEqual([
      undefined,
      undefined,
      ['check: outside-country'],
      ['check: position-exchanged'],
      undefined,
    ])
  })

  it('tell what repeats, lies in the future, or cannot be', async () => {
    const { incidents } = await importLines([
      'date,place,type,killed,url',
      '2025-10-20,Here,Raid,2,https://example.org/a',
      '2025-10-20,Here,Raid,999999,https://example.org/b',
      '2025-12-01,There,Raid,many people,https://example.org/a',
      '2025-10-01,There,Raid,-3,no link',
    ])
    expect(incidents.map(({ tags = [] }) => tags.filter((tag) => tag.startsWith('check')))).toEqual([
      ['check: unreadable-count', 'check: unreadable-url'],
      ['check: repeated-url', 'check: same-day-place-type'],
      ['check: same-day-place-type', 'check: absurd-value'],
      ['check: repeated-url', 'check: future-date', 'check: unreadable-count'],
    ])
  })

  it('tell positions that a gazetteer gave', async () => {
    const gazetteer = {
      lookUp: ({ locality }: { locality?: string | undefined }) =>
        locality === 'Here' ? ({ lng: 3, lat: 4, precision: 'town', name: 'Here' } as const) : 'none',
    } as const
    const lines = ['date,country,place', '2025-10-20,Syria,Here', '2025-10-21,Syria,There']
    const imported = await importFiles([fileOf(lines)], {}, { gazetteer })
    expect(incidentsOf(imported).map(({ place, tags }) => [place.lng, place.precision, tags])).toEqual([
      [3, 'town', ['check: by-gazetteer']],
      [undefined, 'not-stated', undefined],
    ])
  })

  it('tell points that stand for a shape', async () => {
    const feature = (type: string, coordinates: unknown, title: string) => ({
      type: 'Feature',
      geometry: { type, coordinates },
      properties: { title, date: '2025-10-20' },
    })
    const ring = [
      [1, 1],
      [3, 1],
      [3, 3],
      [1, 1],
    ]
    const features = [feature('Point', [1, 2], 'a'), feature('Polygon', [ring], 'b')]
    const bytes = encoder.encode(JSON.stringify({ type: 'FeatureCollection', features }))
    const imported = await importFiles([{ name: 'areas.geojson', bytes }])
    expect(incidentsOf(imported).map(({ title, tags }) => [title.en, tags])).toEqual([
      ['a', undefined],
      ['b', ['check: inside-shape']],
    ])
  })
})

describe('what a form says of its flags', () => {
  it('leaves out repeated links and places in rows of GDELT, where one article gives many rows', async () => {
    const columns =
      'GLOBALEVENTID,SQLDATE,QuadClass,ActionGeo_Type,ActionGeo_ADM2Code,ActionGeo_FullName,ActionGeo_Lat,ActionGeo_Long,SOURCEURL'
    const row = (id: number) =>
      `${id},20240302,1,4,,"Milltown, North, France",48.5,2.25,https://example.org/story`
    const imported = await importFiles([fileOf([columns, row(900000001), row(900000002)], 'events.csv')])
    expect(tableOf(imported)).toMatchObject({ profile: 'gdelt-2', incidents: 2, flags: [] })
    expect(
      incidentsOf(imported).flatMap(({ tags = [] }) => tags.filter((tag) => tag.startsWith('check'))),
    ).toEqual([])
  })
})
