import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAt, textAt, type IncidentColumns } from '../../../src/incidents/columns.ts'
import { createColumnsBuilder } from '../../../src/incidents/columnsBuilder.ts'
import { parseDay } from '../../../src/incidents/day.ts'
import type { Casualties, Incident } from '../../../src/incidents/incident.ts'
import { slugOf } from '../../../src/incidents/publisherIds.ts'
import { placeChain, placeIndex } from '../../../src/incidents/placeChains.ts'
import { byId, codeFieldIds, fields, idsFieldIds } from '../../../src/incidents/fields.ts'
import { actors, incidentLists, incidentWith, places } from './sampleRecords.ts'

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
    expect(fatalities('none-or-unknown')).toEqual([-1, -1])
    expect(fatalities('none-or-unknown', { min: 2, max: 2 })).toEqual([2, 2])
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

  it('stores no number for a position that is not given', () => {
    const { columns } = built(incidentWith({ place: { id: 'town', precision: 'not-stated' } }))
    expect([columns.lng[0], columns.lat[0]]).toEqual([NaN, NaN])
  })

  it('lists the host of the URL for sources that name no publisher, and nothing where there is no URL', () => {
    const { columns } = built(
      incidentWith({
        sources: [
          { id: 's1', publisher: '', url: 'https://www.example.org:8080/1?a=b', lang: 'und' },
          { id: 's2', publisher: '', lang: 'und' },
        ],
      }),
      incidentWith({ id: 'none', sources: [] }),
    )
    expect(columns.dictionaries.publishers).toEqual([
      { id: 'example-org', name: 'example.org', domain: 'example.org' },
    ])
    expect([...columns.sources]).toEqual([2, 0])
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

/** The ids, codes and names of one row: what does not depend on the order in which the dictionaries have grown. */
function rowOf(columns: IncidentColumns, row: number) {
  const { actors: listed, publishers, places: gazetteer, tags } = columns.dictionaries
  const names = {
    actor: listed.map(({ id }) => id),
    publisher: publishers.map(({ name }) => name),
    tag: tags,
  }
  return {
    id: textAt(columns.id, row),
    days: [columns.day, columns.days, columns.dayFrom, columns.dayTo].map((column) => column[row]),
    place: [gazetteer[columns.place[row] ?? -1]?.id, columns.lng[row], columns.lat[row]],
    deaths: [columns.deaths, columns.fatalitiesMin, columns.fatalitiesMax].map((column) => column[row]),
    sources: columns.sources[row],
    codes: byId(codeFieldIds, (id) => columns[fields[id].column][row]),
    lists: byId(idsFieldIds, (id) =>
      Array.from(listAt(columns[fields[id].column], row), (index) => names[id][index]),
    ),
  }
}

/** Incidents, and the same in another order. */
const shuffled = incidentLists.chain((incidents) =>
  fc
    .shuffledSubarray(incidents, { minLength: incidents.length })
    .map((appended) => ({ incidents, appended })),
)

describe('records in any order', () => {
  it('become rows sorted by day, and order says which record each row is', () => {
    fc.assert(
      fc.property(shuffled, ({ appended }) => {
        const { columns, texts, order } = built(...appended)
        const days = Array.from(columns.day)
        expect(days).toEqual(days.toSorted((a, b) => a - b))
        const records = order ?? appended.keys()
        for (const [row, record] of [...records].entries()) {
          expect(textAt(columns.id, row)).toBe(appended[record]?.id)
          expect(textAt(texts.title.en, row)).toBe(appended[record]?.title.en ?? '')
        }
        expect([columns.rows, texts.rows]).toEqual([appended.length, appended.length])
      }),
      { numRuns: 200, seed: 21 },
    )
  })

  it('give the same columns as in the order of their days', () => {
    fc.assert(
      fc.property(shuffled, ({ appended }) => {
        const { columns } = built(...appended)
        const inOrder = appended.toSorted((a, b) => dayOf(a) - dayOf(b))
        const { columns: expected, order } = built(...inOrder)
        expect(order).toBeNull()
        for (let row = 0; row < columns.rows; row += 1)
          expect(rowOf(columns, row)).toEqual(rowOf(expected, row))
      }),
      { numRuns: 200, seed: 22 },
    )
  })

  it('keep their order within a day, without a permutation where all are in order', () => {
    const on = (id: string, start: string) => incidentWith({ id, date: { start, precision: 'day' } })
    expect(built(on('b', '2025-01-01'), on('a', '2025-01-01')).order).toBeNull()
    const { columns, order } = built(on('c', '2025-01-02'), on('b', '2025-01-01'), on('a', '2025-01-01'))
    expect([...(order ?? [])]).toEqual([1, 2, 0])
    expect([0, 1, 2].map((row) => textAt(columns.id, row))).toEqual(['b', 'a', 'c'])
  })
})

function dayOf({ date }: Incident): number {
  const day = parseDay(date.start)
  if (day === undefined) throw new RangeError(date.start)
  return day
}

describe('dictionaries that grow', () => {
  it('let a record name actors and places added before it', () => {
    const builder = createColumnsBuilder(actors, places)
    const first = incidentWith({ id: 'first' })
    const second = incidentWith({
      id: 'second',
      place: { id: 'harbour', lng: 1, lat: 2, precision: 'site' },
      actors: [{ id: 'navy', role: 'party' }],
    })
    builder.append(first)
    expect(() => builder.append(second)).toThrow(RangeError)
    builder.addActor({ id: 'navy', name: { en: 'Navy' }, aliases: [], kind: 'state-forces' })
    builder.addPlace({ id: 'harbour', kind: 'locality', name: {}, aliases: [], parent: 'north' })
    builder.append(second)
    const { columns } = builder.build()
    expect(columns.dictionaries.actors.map(({ id }) => id)).toEqual([...actors.map(({ id }) => id), 'navy'])
    expect(
      [0, 1].map((row) => rowOf(columns, row)).map(({ id, place, lists }) => [id, place[0], lists.actor]),
    ).toEqual([
      ['first', 'town', ['police']],
      ['second', 'harbour', ['navy']],
    ])
  })

  it('refuse a second entry with the same id', () => {
    const builder = createColumnsBuilder(actors, places)
    const [actor] = actors
    const [place] = places
    expect(() => actor && builder.addActor(actor)).toThrow('police')
    expect(() => place && builder.addPlace(place)).toThrow('freedonia')
    expect(() => createColumnsBuilder([...actors, ...actors])).toThrow(RangeError)
    expect(builder.build().columns.dictionaries).toMatchObject({ actors, places })
  })

  it('may be empty at first', () => {
    const { columns, texts, order } = createColumnsBuilder().build()
    expect([columns.rows, texts.rows, order]).toEqual([0, 0, null])
    expect(columns.dictionaries).toEqual({ actors: [], places: [], publishers: [], tags: [] })
  })
})

describe('optional columns', () => {
  it('are absent where no record gives a value', () => {
    expect(built(incidentWith({})).columns).not.toHaveProperty('weapons')
    expect(built().columns).not.toHaveProperty('weapons')
  })

  it('have notKnown for the records that give none, where any record gives a value', () => {
    const { columns } = built(
      incidentWith({ id: 'a' }),
      incidentWith({ id: 'b', weapons: ['drone', 'bladed', 'drone'] }),
    )
    const { weapons } = columns
    const named = [0, 1].map((row) =>
      Array.from(weapons ? listAt(weapons, row) : [], (code) => fields.weapon.vocabulary[code]),
    )
    expect(named).toEqual([['not-known'], ['drone', 'bladed']])
  })
})
