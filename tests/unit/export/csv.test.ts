import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../src/export/csv.ts'
import { writeGeojson } from '../../../src/export/geojson.ts'
import type { Dictionaries } from '../../../src/incidents/columns.ts'
import type { DatasetAbout, Incident } from '../../../src/incidents/incident.ts'

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
    'disarms %j',
    (title) => {
      expect(writeCsv([incident({ title: { en: title } })], dictionaries, about)).toContain(`"'${title}"`)
    },
  )

  it('leaves a negative coordinate a number', () => {
    expect(writeCsv([incident()], dictionaries, about)).toContain(',-36.5,36.2,')
  })

  it('keeps quotes, commas and line ends within their cell', () => {
    const text = writeCsv([incident({ title: { en: 'He said "no",\nthen left' } })], dictionaries, about)
    expect(text).toContain('"He said ""no"",\nthen left"')
  })

  it('begins with a byte order mark and names place, region and country', () => {
    const text = writeCsv([incident()], dictionaries, about)
    expect(text.startsWith('\uFEFFid,date_start,')).toBe(true)
    expect(text).toContain(',Harem,Idlib,Syria,')
  })

  it('says what is open as open', () => {
    const casualties = [
      { by: 'police', killed: { min: 2 }, wounded: { max: 5 }, group: 'all', sources: ['s1'] },
    ]
    expect(writeCsv([incident({ casualties })], dictionaries, about)).toContain(
      'Police: all: killed at least 2, wounded up to 5 (Paper)',
    )
  })
})

describe('CSV of tolls', () => {
  const cellsOf = (change: Partial<Incident>) => {
    const [head, row] = writeCsv([incident(change)], dictionaries, about)
      .slice(1)
      .split('\r\n')
    return Object.fromEntries((head ?? '').split(',').map((name, at) => [name, (row ?? '').split(',')[at]]))
  }

  it('has numbers in columns of their own, with how they stand, and the licence', () => {
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

  it('has no number where a report gives none, and its words instead', () => {
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
})

describe('GeoJSON', () => {
  it('gives no point to what is known only to its country', () => {
    const place = { id: 'sy', lng: 38, lat: 35, precision: 'country' as const }
    const parsed = JSON.parse(
      writeGeojson([incident(), incident({ id: 'b', place })], dictionaries, about),
    ) as {
      features: { id: string; geometry: unknown }[]
    }
    expect(parsed.features.map(({ geometry }) => geometry)).toEqual([
      { type: 'Point', coordinates: [-36.5, 36.2] },
      null,
    ])
  })
})
