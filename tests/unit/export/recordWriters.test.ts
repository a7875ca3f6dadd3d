import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../src/export/csv.ts'
import { writeGeojson } from '../../../src/export/geojson.ts'
import { writeFullJson } from '../../../src/export/fullJson.ts'
import type { RecordWriter } from '../../../src/export/recordWriter.ts'
import type { Dictionaries } from '../../../src/incidents/columns.ts'
import type { Casualties, DatasetAbout, Incident } from '../../../src/incidents/incident.ts'

const dictionaries: Dictionaries = {
  actors: [{ id: 'police', name: { en: 'Police', ar: 'الشرطة' }, aliases: [], kind: 'state-forces' }],
  places: [
    { id: 'harem', kind: 'locality', name: { en: 'Harem' }, aliases: [], parent: 'idlib' },
    { id: 'idlib', kind: 'region', name: { en: 'Idlib' }, aliases: [], parent: 'sy' },
    { id: 'sy', kind: 'country', name: { en: 'Syria' }, aliases: [] },
  ],
  publishers: [],
  tags: [],
}

const about = { licence: { name: 'CC0', url: 'https://example.org' }, citation: 'Us' } as DatasetAbout

async function* inGroups(groups: readonly Incident[][]) {
  for (const group of groups) yield await Promise.resolve(group)
}

/** The whole file, written in groups as given. */
async function fileOf(write: RecordWriter, groups: readonly Incident[][], notes: string[] = []) {
  // Without `ignoreBOM` the decoder would drop the mark that is to be tested.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let text = ''
  for await (const piece of write(inGroups(groups), { dictionaries, about, notes }))
    text += decoder.decode(piece, { stream: true })
  return text
}

const csvOf = (...incidents: Incident[]) => fileOf(writeCsv, [incidents])

function incident(change: Partial<Incident> = {}): Incident {
  return {
    id: 'a',
    title: { en: 'A title' },
    summary: { en: 'A summary' },
    date: { start: '2025-10-22', precision: 'day' },
    place: { id: 'harem', lng: -36.5, lat: 36.2, precision: 'town' },
    type: 'battles',
    subtype: 'armed-clash',
    actors: [{ id: 'police', role: 'initiator' }],
    sources: [{ id: 's1', publisher: 'Paper', url: 'https://example.org/1', lang: 'en' }],
    status: 'reported',
    ...change,
  }
}

describe('CSV', () => {
  it.each(['=1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\uFF1D1', '"=1', '\uFEFF=1'])(
    'puts an apostrophe before %j, which would be run as a formula',
    async (title) => {
      expect(await csvOf(incident({ title: { en: title } }))).toContain(
        `"'${title.replaceAll('"', '""').replace('\r=', "\r'=")}"`,
      )
    },
  )

  it('writes a negative coordinate as a number', async () => {
    expect(await csvOf(incident())).toContain(',-36.5,36.2,')
  })

  it('keeps quotes, commas and line ends within their field', async () => {
    const text = await csvOf(incident({ title: { en: 'He said "no",\nthen left' } }))
    expect(text).toContain('"He said ""no"",\nthen left"')
  })

  it('begins with a byte order mark and names place, region and country', async () => {
    const text = await csvOf(incident())
    expect(text.startsWith('\uFEFFid,date_start,')).toBe(true)
    expect(text).toContain(',Harem,Idlib,Syria,')
  })

  it('writes notes as comments before the header, one line each', async () => {
    const text = await fileOf(writeCsv, [[incident()]], ['Licence: CC0', 'two\r\n=lines'])
    expect(text.startsWith('\uFEFF# Licence: CC0\r\n# two =lines\r\n#\r\nid,date_start,')).toBe(true)
  })

  it('writes a range without one end as "at least" or "up to"', async () => {
    const casualties = [
      { by: 'police', killed: { min: 2 }, wounded: { max: 5 }, group: 'all', sources: ['s1'] },
    ]
    expect(await csvOf(incident({ casualties }))).toContain(
      'Police: all: killed at least 2, wounded up to 5 (Paper)',
    )
  })
})

/** The cells of the one row, by column. */
async function cellsOf(change: Partial<Incident>) {
  const [row] = Papa.parse<Record<string, string>>(await csvOf(incident(change)), { header: true }).data
  return row
}

describe('CSV of tolls', () => {
  it('has least and greatest number, standing and claimants in columns of their own, and the licence', async () => {
    const casualties = [{ by: 'police', killed: { min: 2, max: 3 }, group: 'all', sources: ['s1'] }]
    expect(await cellsOf({ casualties })).toMatchObject({
      killed_min: '2',
      killed_max: '3',
      killed_standing: 'one-claimant',
      killed_by: 'Police',
      wounded_min: '',
      wounded_standing: 'not-reported',
      wounded_by: '',
      licence: 'CC0 https://example.org',
    })
  })

  it('names each claimant of a number once, and none that gives only words', async () => {
    const says = (by: string, killed: Casualties['killed'], group = 'all') => ({
      by,
      killed,
      group,
      sources: ['s1'],
    })
    const casualties = [
      says('police', { min: 2 }),
      says('police', { min: 1 }, 'guards'),
      says('A monitor', { max: 9 }),
      says('A party', 'some'),
    ]
    expect(await cellsOf({ casualties })).toMatchObject({ killed_by: 'Police; A monitor' })
  })

  it('has the words of a report that gives no number, and no number', async () => {
    const casualties: Incident['casualties'] = [
      {
        by: { en: 'A monitor' },
        killedOrWounded: 'some',
        group: 'all',
        said: { en: 'several killed or wounded' },
        sources: ['s1'],
      },
    ]
    expect(await cellsOf({ casualties })).toMatchObject({
      killed_min: '',
      killed_max: '',
      killed_standing: 'killed-or-wounded',
      casualties: 'A monitor: all: killed or wounded some "several killed or wounded" (Paper)',
    })
  })

  it('has no position where only the country is known', async () => {
    const place = { id: 'sy', lng: 38, lat: 35, precision: 'country' as const }
    expect(await cellsOf({ place })).toMatchObject({ longitude: '', latitude: '' })
  })
})

describe('GeoJSON', () => {
  const parsed = async (...groups: Incident[][]) =>
    JSON.parse(await fileOf(writeGeojson, groups)) as {
      features: { id: string; geometry: unknown; properties: object }[]
    }

  it('has no geometry for an incident that is known only to its country', async () => {
    const place = { id: 'sy', lng: 38, lat: 35, precision: 'country' as const }
    const { features } = await parsed([incident(), incident({ id: 'b', place })])
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [-36.5, 36.2] },
      null,
    ])
  })

  it('names actors and places beside their ids, and carries licence and citation', async () => {
    const collection = await parsed([incident()])
    expect(collection).toMatchObject({ type: 'FeatureCollection', licence: about.licence, citation: 'Us' })
    expect(collection.features[0]?.properties).toMatchObject({
      actors: [{ id: 'police', name: 'Police' }],
      place: { within: ['Harem', 'Idlib', 'Syria'] },
    })
  })

  it('has days, codes and tolls as plain values too', async () => {
    const casualties = [{ by: 'police', killed: { min: 2 }, group: 'all', sources: ['s1'] }]
    const { features } = await parsed([incident({ casualties })])
    expect(features[0]?.properties).toMatchObject({
      date_start: '2025-10-22',
      event_type: 'battles',
      killed_min: 2,
      killed_max: null,
      killed_by: 'Police',
    })
  })
})

describe('full records', () => {
  it('are the data set as it is', async () => {
    const text = await fileOf(writeFullJson, [[incident()], [incident({ id: 'b' })]])
    expect(JSON.parse(text)).toEqual({
      about,
      actors: dictionaries.actors,
      places: dictionaries.places,
      incidents: [incident(), incident({ id: 'b' })],
    })
  })
})

describe('a file that is written in groups', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => incident({ id })) as [Incident, Incident, Incident]

  it.each([
    ['CSV', writeCsv],
    ['GeoJSON', writeGeojson],
    ['JSON', writeFullJson],
  ])('is the same %s however records are grouped', async (_, write) => {
    const whole = await fileOf(write, [[a, b, c]])
    expect(await fileOf(write, [[a], [], [b, c]])).toBe(whole)
    expect(await fileOf(write, [[a], [b], [c]])).toBe(whole)
  })

  it('is whole without any record', async () => {
    expect((await csvOf()).split('\r\n')).toHaveLength(2)
    expect(JSON.parse(await fileOf(writeGeojson, []))).toMatchObject({ features: [] })
    expect(JSON.parse(await fileOf(writeFullJson, []))).toMatchObject({ incidents: [] })
  })
})
