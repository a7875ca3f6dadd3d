import { describe, expect, it } from 'vitest'
import { csvWriter } from '../../../src/export/csv.ts'
import { geojsonWriter } from '../../../src/export/geojson.ts'
import type { RecordWriter } from '../../../src/export/recordWriter.ts'
import type { Dictionaries } from '../../../src/incidents/columns.ts'
import type { DatasetAbout, Incident } from '../../../src/incidents/incident.ts'

const dictionaries: Dictionaries = {
  actors: [{ id: 'police', name: { en: 'Police', ar: 'الشرطة' }, aliases: [], kind: 'state-forces' }],
  places: [
    { id: 'harem', kind: 'locality', name: { en: 'Harem' }, aliases: [], parent: 'idlib' },
    { id: 'idlib', kind: 'region', name: { en: 'Idlib' }, aliases: [], parent: 'sy' },
    { id: 'sy', kind: 'country', name: { en: 'Syria' }, aliases: [] },
    { id: 'not-named', kind: 'locality', name: {}, aliases: [] },
  ],
  publishers: [],
  tags: [],
}

const about = { licence: { name: 'CC0', url: 'https://example.org' }, citation: 'Us' } as DatasetAbout

/** The whole file, written in groups as given. */
function fileOf({ head, separator, tail, write }: RecordWriter, groups: readonly Incident[][]): string {
  return head + groups.map(write).join(separator) + tail
}

const csvOf = (...incidents: Incident[]) => fileOf(csvWriter({ dictionaries, about }), [incidents])

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
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\uFF1D1', '\n=cmd|x'])(
    'quotes %j, which would be run as a formula',
    (title) => {
      expect(csvOf(incident({ title: { en: title } }))).toContain(`"'${title}"`)
    },
  )

  it('writes a negative coordinate as a number', () => {
    expect(csvOf(incident())).toContain(',-36.5,36.2,')
  })

  it('keeps quotes, commas and line ends within their field', () => {
    const text = csvOf(incident({ title: { en: 'He said "no",\nthen left' } }))
    expect(text).toContain('"He said ""no"",\nthen left"')
  })

  it('begins with a byte order mark and names place, region and country', () => {
    const text = csvOf(incident())
    expect(text.startsWith('\uFEFFid,date_start,')).toBe(true)
    expect(text).toContain(',Harem,Idlib,Syria,')
  })

  it('writes a range without one end as "at least" or "up to"', () => {
    const casualties = [
      { by: 'police', killed: { min: 2 }, wounded: { max: 5 }, group: 'all', sources: ['s1'] },
    ]
    expect(csvOf(incident({ casualties }))).toContain(
      'Police: all: killed at least 2, wounded up to 5 (Paper)',
    )
  })
})

describe('CSV of tolls', () => {
  const cellsOf = (change: Partial<Incident>) => {
    const [head, row] = csvOf(incident(change)).slice(1).split('\r\n')
    return Object.fromEntries((head ?? '').split(',').map((name, at) => [name, (row ?? '').split(',')[at]]))
  }

  it('has least, greatest number and standing in columns of their own, and the licence', () => {
    const casualties = [{ by: 'police', killed: { min: 2, max: 3 }, group: 'all', sources: ['s1'] }]
    expect(cellsOf({ casualties })).toMatchObject({
      killed_min: '2',
      killed_max: '3',
      killed_standing: 'one-claimant',
      wounded_min: '',
      wounded_standing: 'not-reported',
      licence: 'CC0 https://example.org',
    })
  })

  it('has the words of a report that gives no number, and no number', () => {
    const casualties: Incident['casualties'] = [
      {
        by: { en: 'A monitor' },
        killedOrWounded: 'some',
        group: 'all',
        said: { en: 'several killed or wounded' },
        sources: ['s1'],
      },
    ]
    expect(cellsOf({ casualties })).toMatchObject({
      killed_min: '',
      killed_max: '',
      killed_standing: 'killed-or-wounded',
      casualties: '"A monitor: all: killed or wounded some ""several killed or wounded"" (Paper)"',
    })
  })

  it('has no position where only the country is known', () => {
    const place = { id: 'sy', lng: 38, lat: 35, precision: 'country' as const }
    expect(cellsOf({ place })).toMatchObject({ longitude: '', latitude: '' })
  })

  it('leaves empty what the record does not state', () => {
    const bare: Partial<Incident> = {
      title: {},
      place: { id: 'not-named', precision: 'not-stated' },
      casualties: [{ by: 'A file', killed: 'none-or-unknown', group: 'all', sources: [] }],
      sources: [{ id: 's1', publisher: '', url: 'https://example.org/1', lang: 'und' }],
    }
    expect(cellsOf(bare)).toMatchObject({
      title_en: '',
      place: '',
      country: '',
      longitude: '',
      latitude: '',
      killed_min: '',
      killed_standing: 'none-or-unknown',
      casualties: 'A file: all: killed none-or-unknown',
      sources: 'https://example.org/1',
    })
  })
})

describe('GeoJSON', () => {
  const parsed = (...groups: Incident[][]) =>
    JSON.parse(fileOf(geojsonWriter({ dictionaries, about }), groups)) as {
      features: { id: string; geometry: unknown; properties: object }[]
    }

  it('has no geometry for an incident without a position', () => {
    const { features } = parsed([incident({ place: { id: 'harem', precision: 'town' } })])
    expect(features.map(({ geometry }) => geometry)).toEqual([null])
  })

  it('has no geometry for an incident that is known only to its country', () => {
    const place = { id: 'sy', lng: 38, lat: 35, precision: 'country' as const }
    const { features } = parsed([incident(), incident({ id: 'b', place })])
    expect(features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [-36.5, 36.2] },
      null,
    ])
  })

  it('names actors and places beside their ids, and carries licence and citation', () => {
    const collection = parsed([incident()])
    expect(collection).toMatchObject({ type: 'FeatureCollection', licence: about.licence, citation: 'Us' })
    expect(collection.features[0]?.properties).toMatchObject({
      actors: [{ id: 'police', name: 'Police' }],
      place: { within: ['Harem', 'Idlib', 'Syria'] },
    })
  })
})

describe('a file that is written in groups', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => incident({ id })) as [Incident, Incident, Incident]

  it.each([
    ['CSV', csvWriter],
    ['GeoJSON', geojsonWriter],
  ])('is the same %s however records are grouped', (_, writerOf) => {
    const writer = writerOf({ dictionaries, about })
    const whole = fileOf(writer, [[a, b, c]])
    expect(fileOf(writer, [[a], [b, c]])).toBe(whole)
    expect(fileOf(writer, [[a], [b], [c]])).toBe(whole)
  })

  it('is whole without any record', () => {
    expect(csvOf().split('\r\n')).toHaveLength(2)
    const { head, tail } = geojsonWriter({ dictionaries, about })
    expect(JSON.parse(head + tail)).toMatchObject({ features: [] })
  })
})
