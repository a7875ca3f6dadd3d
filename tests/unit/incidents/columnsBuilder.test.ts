import { describe, expect, it } from 'vitest'
import { textAt } from '../../../src/incidents/columns.ts'
import { createColumnsBuilder } from '../../../src/incidents/columnsBuilder.ts'
import { parseDay } from '../../../src/incidents/day.ts'
import type { Casualties, Incident } from '../../../src/incidents/incident.ts'
import { slugOf } from '../../../src/incidents/publisherIds.ts'
import { placeChain, placeIndex } from '../../../src/incidents/placeChains.ts'
import { actors, incidentWith, places } from './sampleRecords.ts'

function built(...incidents: Incident[]) {
  const builder = createColumnsBuilder(actors, places)
  for (const incident of incidents) builder.append(incident)
  return builder.build()
}

function fatalities(...killed: Casualties['killed'][]) {
  const casualties = killed.map((range, index) => ({
    by: `claimant ${index}`,
    group: 'all',
    sources: ['s1'],
    killed: range,
    wounded: { min: 1 },
  }))
  const { columns } = built(incidentWith({ casualties }))
  return [columns.fatalitiesMin[0], columns.fatalitiesMax[0]]
}

const publisherOf = (publisher: string, id: string) => ({ id, publisher, lang: 'en' })

describe('createColumnsBuilder', () => {
  it('stores the smallest and largest number of dead that any claimant gives', () => {
    expect(fatalities()).toEqual([-1, -1])
    expect(fatalities(undefined)).toEqual([-1, -1])
    expect(fatalities({ min: 3, max: 4 }, { min: 1, max: 9 }, undefined)).toEqual([1, 9])
    expect(fatalities({ min: 3 }, { min: 1, max: 9 })).toEqual([1, -1])
    expect(fatalities({ max: 5 })).toEqual([0, 5])
    expect(fatalities({ min: 0, max: 0 })).toEqual([0, 0])
    expect(fatalities('none')).toEqual([0, 0])
    expect(fatalities('some')).toEqual([-1, -1])
    expect(fatalities('none-confirmed', { min: 2, max: 2 })).toEqual([2, 2])
  })

  it('widens dayFrom and dayTo by the time precision, but not day and days', () => {
    const { columns } = built(
      incidentWith({ date: { start: '2025-10-21', end: '2025-11-02', precision: 'month' } }),
    )
    expect(columns.day[0]).toBe(parseDay('2025-10-21'))
    expect(columns.days[0]).toBe(12)
    expect(columns.dayFrom[0]).toBe(parseDay('2025-10-01'))
    expect(columns.dayTo[0]).toBe(parseDay('2025-11-30'))
  })

  it('stores the place of the record, whose chain of parents ends at the country', () => {
    const { columns } = built(incidentWith({}))
    const { places: listed } = columns.dictionaries
    const chain = placeChain(listed, placeIndex(listed), columns.place[0] ?? -1)
    expect(chain.map((id) => columns.dictionaries.places[id]?.id)).toEqual(['town', 'north', 'freedonia'])
  })

  it('stores each publisher of a row once, and counts every source', () => {
    const { columns } = built(
      incidentWith({
        sources: [
          publisherOf('The Paper', 's1'),
          publisherOf('Le Journal', 's2'),
          publisherOf('The Paper', 's3'),
        ],
      }),
    )
    expect([...columns.publishers.ids]).toEqual([0, 1])
    expect(columns.sources[0]).toBe(3)
  })

  it('gives distinct ids to publishers whose names have the same slug or no Latin letter', () => {
    const sources = ['Doğruhaber', 'Dogruhaber', 'الجزيرة', '—'].map((name, n) => publisherOf(name, `s${n}`))
    const { columns } = built(incidentWith({ sources }))
    expect(columns.dictionaries.publishers.map(({ id }) => id)).toEqual([
      'dogruhaber',
      'dogruhaber-2',
      'u-627-644-62c-632-64a-631-629',
      'u-2014',
    ])
    expect(slugOf("L'Orient-Le Jour / AFP")).toBe('lorient-le-jour-afp')
  })

  it('stores the canonical URLs of sources and archived copies without duplicates', () => {
    const link = { publisher: 'P', lang: 'en', url: 'https://www.example.org/a/?utm_source=x' }
    const { texts } = built(
      incidentWith({
        sources: [
          { ...link, id: 's1', archived: 'https://archive.example/1' },
          { ...link, id: 's2' },
          publisherOf('Broadcast', 's3'),
        ],
      }),
    )
    expect(textAt(texts.urls, 0)).toBe('example.org/a\narchive.example/1')
  })

  it('throws for an unknown actor or day, and adds no part of the row', () => {
    const builder = createColumnsBuilder(actors, places)
    expect(() => builder.append(incidentWith({ actors: [{ id: 'nobody', role: 'party' }] }))).toThrow(
      'nobody',
    )
    const date = { start: '2025-02-30', precision: 'day' } as const
    expect(() => builder.append(incidentWith({ date }))).toThrow('2025-02-30')
    builder.append(incidentWith({}))
    const { columns } = builder.build()
    expect([columns.rows, columns.id.offsets.length, columns.actors.offsets.length]).toEqual([1, 2, 2])
  })
})
