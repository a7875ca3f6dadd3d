import { beforeAll, describe, expect, it } from 'vitest'
import { readDataFolder } from '../../../src/cli/readDataFolder.ts'
import { createEngine, type Engine } from '../../../src/engine/engine.ts'
import { createColumnsBuilder } from '../../../src/incidents/columnsBuilder.ts'
import type { Actor, Incident, Place } from '../../../src/incidents/incident.ts'
import { actors, incidentWith, places } from '../incidents/sampleRecords.ts'
import { queryWith } from './sampleTable.ts'
import { indexAll } from '../../oracle/indexAll.ts'

interface Names {
  actors: readonly Actor[]
  places: readonly Place[]
}

function columnsOf(incidents: readonly Incident[], names: Names = { actors, places }) {
  const builder = createColumnsBuilder(names.actors, names.places)
  for (const incident of incidents) builder.append(incident)
  return builder.build()
}

function engineOf(incidents: readonly Incident[], names?: Names): Engine {
  const { columns, texts } = columnsOf(incidents, names)
  const engine = createEngine(columns)
  indexAll(engine, texts)
  return engine
}

function found(engine: Engine, text: string): string[] {
  const { list } = engine.answer(queryWith({ filters: { text }, list: { order: 'oldest', limit: 1000 } }))
  return list.rows.map(({ id }) => id)
}

describe('search', () => {
  // Within the first test that asks: what throws before the tests begin is no failure of a test.
  let built: Engine | undefined
  const engine = () =>
    (built ??= engineOf([
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
    ]))

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
    ['example.org', ['strike', 'talks']],
    ['https://www.example.org/', ['strike', 'talks']],
    ['talks example.or', ['talks']],
    ['example', []],
    ['example.com', []],
  ])('finds by %s', (text, ids) => {
    expect(found(engine(), text)).toEqual(ids)
  })

  it('runs no phrase from one text into the next', () => {
    expect(found(engine(), '"talks french"')).toEqual([])
    expect(found(engine(), '"camp near"')).toEqual([])
    expect(found(engine(), '"rebels town"')).toEqual([])
  })

  it('finds phrases in names as in texts', () => {
    expect(found(engine(), '"ouest fra"')).toEqual(['talks'])
    expect(found(engine(), '"france ouest"')).toEqual([])
    expect(found(engine(), 'talks -"ouest france"')).toEqual([])
  })

  it('finds by names alone until texts are indexed, then by both, the same search asked again', () => {
    const { columns, texts } = columnsOf([
      incidentWith({ id: 'named', actors: [{ id: 'rebels', role: 'party' }], title: { en: 'Talks' } }),
      incidentWith({ id: 'said', title: { en: 'Rebels' } }),
    ])
    const growing = createEngine(columns)
    expect(found(growing, 'rebels')).toEqual(['named'])
    const steps = growing.addTexts(texts)
    steps.next()
    expect(found(growing, 'rebels')).toEqual(['named'])
    while (!steps.next().done);
    expect(found(growing, 'rebels')).toEqual(['named', 'said'])
  })

  it('says of a growing index only what is certain, and more of it as it grows', () => {
    // So long that the first sixteen fill a block.
    const long = 'x '.repeat(140_000)
    const titles = { 1: 'Siege of the camp', 19: 'Siege' } as Record<number, string>
    const incidents = Array.from({ length: 20 }, (_, index) =>
      incidentWith({
        id: `i${index}`,
        title: { en: titles[index] ?? 'Talks' },
        summary: { en: index < 16 ? long : 'x' },
        tags: index === 2 ? ['siege'] : [],
      }),
    )
    const { columns, texts } = columnsOf(incidents)
    const growing = createEngine(columns)
    const searches = ['siege', 'siege -camp', '"siege of"', '-talks']
    const final = engineOf(incidents)
    const seen = searches.map(() => [''])
    const ask = (at: number, text: string) => {
      const { textPending } = growing.answer(queryWith({ filters: { text } }))
      const ids = found(growing, text)
      if (ids.join() !== seen[at]?.at(-1)) seen[at]?.push(ids.join())
      return textPending
    }
    const steps = growing.addTexts(texts)
    while (!steps.next().done) for (const [at, text] of searches.entries()) expect(ask(at, text)).toBe(true)
    for (const [at, text] of searches.entries()) expect(ask(at, text)).toBe(false)
    expect(seen).toEqual([
      ['', 'i2', 'i1,i2', 'i1,i2,i19'],
      ['', 'i2', 'i2,i19'],
      ['', 'i1'],
      ['', 'i1', 'i1,i19'],
    ])
    for (const [at, text] of searches.entries()) expect(found(final, text).join()).toBe(seen[at]?.at(-1))
  })

  it('finds by names what few rows are left that the texts do not find', () => {
    const incidents = Array.from({ length: 60 }, (_, index) =>
      incidentWith({
        id: `i${index}`,
        title: { en: index < 57 ? 'Rebels in town' : 'Talks' },
        place: { id: index === 58 ? 'north' : 'town', lng: 36 + index / 100, lat: 36, precision: 'town' },
        actors: index === 58 ? [] : [{ id: 'rebels', role: 'party' }],
        tags: index === 59 ? ['rebellion'] : [],
      }),
    )
    const others = (id: string) => incidents.map((each) => each.id).filter((each) => each !== id)
    expect(found(engineOf(incidents), 'rebels')).toEqual(others('i58'))
    expect(found(engineOf(incidents), 'town')).toEqual(others('i58'))
    expect(found(engineOf(incidents), 'rebelli')).toEqual(['i59'])
  })

  it('finds nothing in no texts', () => {
    expect(found(engineOf([]), 'camp')).toEqual([])
    expect(found(engineOf([]), '"french camp" -talks')).toEqual([])
  })

  it('asks nothing where only signs were typed', () => {
    expect(found(engine(), ' - "" … ')).toEqual(['strike', 'talks'])
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
