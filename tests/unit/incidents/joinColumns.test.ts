import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../../src/engine/engine.ts'
import { listAt, textAt, type Dictionaries } from '../../../src/incidents/columns.ts'
import { createColumnsBuilder, type BuiltColumns } from '../../../src/incidents/columnsBuilder.ts'
import type { Actor, Incident, Place } from '../../../src/incidents/incident.ts'
import { joinColumns, type JoinedColumns } from '../../../src/incidents/joinColumns.ts'
import { joinDictionaries } from '../../../src/incidents/joinDictionaries.ts'
import { layerTags } from '../../../src/incidents/layerTags.ts'
import { unnamedPlace } from '../../../src/incidents/unnamedPlace.ts'
import { queryWith } from '../engine/sampleTable.ts'
import { actors, incidentLists, incidentWith, places } from './sampleRecords.ts'

function built(incidents: readonly Incident[]): BuiltColumns {
  const builder = createColumnsBuilder(actors, places)
  for (const incident of incidents) builder.append(incident)
  return builder.build()
}

/** What a row says, in words instead of indices. */
function inWords({ columns, texts }: Pick<BuiltColumns, 'columns' | 'texts'>, row: number) {
  const { dictionaries } = columns
  return {
    day: columns.day[row],
    position: [columns.lng[row], columns.lat[row]],
    type: columns.type[row],
    deaths: [columns.deaths[row], columns.fatalitiesMin[row], columns.fatalitiesMax[row]],
    actors: [...listAt(columns.actors, row)].map((at) => dictionaries.actors[at]?.name.en),
    publishers: [...listAt(columns.publishers, row)].map((at) => dictionaries.publishers[at]?.name),
    tags: [...listAt(columns.tags, row)]
      .map((at) => dictionaries.tags[at] ?? '')
      .filter((tag) => !tag.startsWith('layer: ')),
    place: dictionaries.places[columns.place[row] ?? -1]?.name.en,
    title: textAt(texts.title.en, row),
    urls: textAt(texts.urls, row),
  }
}

const idsIn = ({ columns }: JoinedColumns) =>
  Array.from({ length: columns.rows }, (_, row) => textAt(columns.id, row))

describe('two data sets joined', () => {
  it('have every row of both, saying what it said, by day, with ids that occur once', () => {
    fc.assert(
      fc.property(fc.tuple(incidentLists, incidentLists), ([first, second]) => {
        const [published, own] = [built(first), built(second)]
        const joined = joinColumns(published, own)
        const { columns, order } = joined
        expect([...order].toSorted((a, b) => a - b)).toEqual([...order.keys()])
        expect([...columns.day]).toEqual([...columns.day].toSorted((a, b) => a - b))
        for (const [row, origin] of order.entries()) {
          const isOwn = origin >= published.columns.rows
          const said = isOwn ? inWords(own, origin - published.columns.rows) : inWords(published, origin)
          expect(inWords(joined, row)).toEqual(said)
          expect(columns.isOwn?.[row]).toBe(isOwn ? 1 : 0)
          const layers = [...listAt(columns.tags, row)].map((at) => columns.dictionaries.tags[at])
          expect(layers).toContain(isOwn ? layerTags.yours : layerTags.published)
        }
        expect(new Set(idsIn(joined)).size).toBe(columns.rows)
        // It throws where a code or an index lies outside of its vocabulary or dictionary.
        expect(createEngine(columns).answer(queryWith()).total).toBe(columns.rows)
      }),
      { numRuns: 100 },
    )
  })

  it('give weapons as not known to incidents of a data set that names none', () => {
    const armed = built([incidentWith({ id: 'armed', weapons: ['drone'] })])
    const { columns } = joinColumns(armed, built([incidentWith({ id: 'other' })]))
    const { weapons } = columns
    expect(weapons && [0, 1].map((row) => listAt(weapons, row).length)).toEqual([1, 1])
  })

  it('are drawn apart, though they lie at the same place: each cell counts the user’s own', () => {
    const both = joinColumns(built([incidentWith({ id: 'a' })]), built([incidentWith({ id: 'a' })]))
    const map = { bounds: { west: 30, south: 30, east: 40, north: 40 }, zoom: 5, mode: 'cells' } as const
    const { cells, list } = createEngine(both.columns).answer(queryWith({ map }))
    expect(cells?.map(({ count, own }) => [count, own])).toEqual([[2, 1]])
    expect(list.rows.map(({ id, isOwn }) => [id, isOwn])).toEqual([
      ['own-a', true],
      ['a', false],
    ])
  })
})

describe('two dictionaries joined', () => {
  const dictionaries = (change: Partial<Dictionaries>): Dictionaries => ({
    actors: [],
    places: [],
    publishers: [],
    tags: [],
    ...change,
  })
  const country = (id: string, iso: string): Place => ({
    id,
    kind: 'country',
    name: { en: id },
    aliases: [],
    iso,
  })
  const town = (id: string, parent: string): Place => ({
    id,
    kind: 'locality',
    name: { en: id },
    aliases: [],
    parent,
  })

  it('share countries by their code, and the place that is not named, but no other places', () => {
    const first = dictionaries({ places: [country('freedonia', 'FR'), town('x', 'freedonia'), unnamedPlace] })
    const second = dictionaries({ places: [unnamedPlace, town('x', 'republic'), country('republic', 'fr')] })
    const { dictionaries: joined, indexOf, renamed } = joinDictionaries(first, second)
    expect([...indexOf.places]).toEqual([2, 3, 0])
    expect(joined.places[3]).toMatchObject({ id: 'own-x', parent: 'freedonia' })
    expect([...renamed.places]).toEqual([
      ['x', 'own-x'],
      ['republic', 'freedonia'],
    ])
  })

  it('keep actors of the same id apart', () => {
    const actor = (id: string, parent?: string): Actor => ({
      id,
      name: { en: id },
      aliases: [],
      kind: 'person',
      ...(parent && { parent }),
    })
    const first = dictionaries({ actors: [actor('army'), actor('own-army')] })
    const { dictionaries: joined } = joinDictionaries(
      first,
      dictionaries({ actors: [actor('army'), actor('unit', 'army')] }),
    )
    expect(joined.actors.map(({ id, parent }) => [id, parent])).toEqual([
      ['army', undefined],
      ['own-army', undefined],
      ['own-2-army', undefined],
      ['unit', 'own-2-army'],
    ])
  })
})
