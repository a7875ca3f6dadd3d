import { beforeAll, describe, expect, it } from 'vitest'
import { readDataFolder } from '../../../src/cli/readDataFolder.ts'
import { createEngine, type Engine } from '../../../src/engine/engine.ts'
import { createColumnsBuilder } from '../../../src/incidents/columnsBuilder.ts'
import type { Actor, Incident, Place } from '../../../src/incidents/incident.ts'
import { actors, incidentWith, places } from '../incidents/sampleRecords.ts'
import { queryWith } from './sampleTable.ts'
import { indexAll } from '../../oracle/indexAll.ts'

function engineOf(
  incidents: readonly Incident[],
  names: { actors: readonly Actor[]; places: readonly Place[] } = { actors, places },
): Engine {
  const builder = createColumnsBuilder(names.actors, names.places)
  for (const incident of incidents) builder.append(incident)
  const { columns, texts } = builder.build()
  const engine = createEngine(columns)
  indexAll(engine, texts)
  return engine
}

function found(engine: Engine, text: string): string[] {
  const { list } = engine.answer(queryWith({ filters: { text }, list: { order: 'oldest', limit: 1000 } }))
  return list.rows.map(({ id }) => id)
}

describe('search', () => {
  const engine = engineOf([
    incidentWith({
      id: 'strike',
      title: { en: 'Strike on the French camp', fr: 'Frappe contre l’armée à l’est d’Idlib' },
      summary: { en: 'Near a school', ar: 'قصف للمدرسة والمخيم' },
      tags: ['air-raid'],
    }),
    incidentWith({
      id: 'talks',
      title: { en: 'Camp talks', ar: 'محادثات في المخيَّم' },
      summary: { en: 'French envoy' },
      actors: [{ id: 'rebels', role: 'party' }],
      sources: [{ id: 's1', publisher: 'Ouest-France', url: 'http://m.example.org/Talks/', lang: 'fr' }],
    }),
  ])

  it.each([
    ['camp', ['strike', 'talks']],
    ['FRENCH cam', ['strike', 'talks']],
    ['amp', []],
    ['"french camp"', ['strike']],
    ['“camp french”', []],
    ['camp -strike', ['talks']],
    ['camp -"french camp"', ['talks']],
    ['-nothing', ['strike', 'talks']],
    ['مخيم', ['strike', 'talks']],
    ['مدرسه', ['strike']],
    ['المخيم', ['talks']],
    ['armee', ['strike']],
    ["l'armée", ['strike']],
    ['idlib', ['strike']],
    ['rebel', ['talks']],
    ['town freedonia', ['strike', 'talks']],
    ['ouest france', ['talks']],
    ['raid', ['strike']],
    ['https://example.org/Talks?utm_medium=x', ['talks']],
    ['www.example.org/talks', []],
  ])('finds by %s', (text, ids) => {
    expect(found(engine, text)).toEqual(ids)
  })

  it('runs no phrase from one text into the next', () => {
    expect(found(engine, '"talks french"')).toEqual([])
    expect(found(engine, '"camp near"')).toEqual([])
    expect(found(engine, '"rebels town"')).toEqual([])
  })

  it('asks nothing where only signs were typed', () => {
    expect(found(engine, ' - "" … ')).toEqual(['strike', 'talks'])
  })
})

describe('search in the bundled data', () => {
  let engine: Engine

  beforeAll(async () => {
    const data = await readDataFolder('data')
    const incidents = data.incidents.flatMap(({ value }) => value ?? [])
    engine = engineOf(
      incidents.toSorted((a, b) => (a.date.start < b.date.start ? -1 : 1)),
      { actors: data.actors.value ?? [], places: data.places.value ?? [] },
    )
  })

  it.each([
    'حارم',
    'harem',
    'Harim',
    'Ḥārim',
    'Omsen',
    'أومسين',
    'اومسين',
    'Ghuraba',
    'Ghouraba',
    'غرباء',
    'الغرباء',
  ])('finds the Harem case by %s', (text) => {
    expect(found(engine, text)).toContain('2025-10-22-harem-french-camp-clashes')
  })
})
