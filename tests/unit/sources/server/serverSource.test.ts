import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSource } from '../../../../src/sources/openSource.ts'
import type { Dictionaries } from '../../../../src/incidents/columns.ts'
import { facetIds } from '../../../../src/incidents/fields.ts'
import { noFilters, type IncidentQuery } from '../../../../src/query/incidentQuery.ts'
import type { FirstPart, IncidentResult, IncidentSummary } from '../../../../src/query/incidentResult.ts'
import type { ExportChunk, IncidentSource, SourceState } from '../../../../src/query/incidentSource.ts'
import type { ServedDataset } from '../../../../src/query/servedDataset.ts'
import { sourceKey, type ServerRef } from '../../../../src/query/sourceRef.ts'
import { bundledRecords, engineDataset } from '../../../server/engineDataset.ts'
import { everything } from '../../../oracle/anyQuery.ts'
import { settled } from '../fakeSource.ts'
import { BASE, collected, fetchOver } from './fetchOver.ts'

const ref: ServerRef = { kind: 'server', baseUrl: BASE, version: null }
const query: IncidentQuery = {
  ...everything,
  facets: facetIds,
  map: { bounds: { west: -180, south: -85, east: 180, north: 85 }, zoom: 6, mode: 'cells' },
  bins: { unit: 'month', span: { from: 18_000, to: 20_500 } },
  list: { ...everything.list, offset: 3, limit: 40 },
}
const version = 'load-1-engine'

/** The same records, with every dictionary whole, and with dictionaries of more than 20 entries paged. */
let whole: ServedDataset
let paged: ServedDataset
let entries: Dictionaries

beforeAll(async () => {
  const records = await bundledRecords()
  whole = await engineDataset(records)
  paged = await engineDataset(records, { wholeDictionary: 20, sampleEvery: 4 })
  entries = (await whole.describe({ version: null })).dictionaries
})

afterEach(() => void vi.unstubAllGlobals())

async function open(dataset: ServedDataset, of = ref) {
  const log: string[] = []
  vi.stubGlobal('fetch', fetchOver(dataset, log))
  const source = openSource(of)
  return { source, log, description: await source.describe() }
}

/** A result whose places are told by their ids instead of their indices. */
function withPlaceIds({ cells, undrawn, list, ...others }: IncidentResult, { places }: Dictionaries) {
  const idOf = (index: number | null | undefined) => places[index ?? -1]?.id
  return {
    ...others,
    cells: cells?.map((cell) => ({ ...cell, place: idOf(cell.place) })),
    undrawn: undrawn.map((each) => ({ ...each, country: idOf(each.country) })),
    list: { ...list, rows: list.rows.map((row) => ({ ...row, place: idOf(row.place) })) },
  }
}

const pageOf = (source: IncidentSource, request: Parameters<NonNullable<IncidentSource['facetPage']>>[0]) => {
  if (!source.facetPage) throw new Error('the source has no facet pages')
  return source.facetPage(request)
}

describe('a source over a server', () => {
  it('is ready at once, and asks nothing before it is described', async () => {
    const log: string[] = []
    vi.stubGlobal('fetch', fetchOver(whole, log))
    const states: SourceState[] = []
    const stop = openSource(ref).onState((state) => states.push(state))
    await settled()
    stop()
    expect(states).toEqual([{ kind: 'ready' }])
    expect(log).toEqual([])
  })

  it('describes the data set with typed counts', async () => {
    const { description } = await open(whole)
    const { dictionaries, totals, ...others } = await whole.describe({ version: null })
    expect(description).toMatchObject(others)
    expect(description.dictionaries).toEqual(dictionaries)
    expect(description.totals.type).toEqual(Uint32Array.from(totals.type ?? []))
    expect(description.paged).toBeUndefined()
  })

  it('answers what the server answers, with the names of paged dictionaries', async () => {
    const { source, description } = await open(paged)
    const { facets, ...result } = await source.query(query)
    const { answer } = await whole.query(query, { version })
    const expected = answer as unknown as IncidentResult
    const { facets: _, ...named } = withPlaceIds(expected, entries)
    const got = withPlaceIds({ ...result, facets }, description.dictionaries)
    expect(JSON.parse(JSON.stringify({ ...got, facets: {} }))).toEqual(
      JSON.parse(JSON.stringify({ ...named, facets: {}, histogram: result.histogram })),
    )
    expect(result.histogram?.certain).toEqual(Uint32Array.from(answer.histogram?.certain ?? []))
    expect(Object.keys(facets)).not.toContain('place')
    expect(facets.type).toEqual(Uint32Array.from(answer.facets.type ?? []))
  })

  it('brings the part first, then the whole', async () => {
    const { source } = await open(paged)
    const parts: FirstPart[] = []
    const result = await source.query(query, { onPart: (part) => parts.push(part) })
    expect(parts.map(({ exactness }) => exactness.kind)).toEqual(['sampled'])
    expect(result.exactness).toEqual({ kind: 'exact' })
  })

  it('lets dictionaries grow at their ends, without gaps and without repeats', async () => {
    const { source, description } = await open(paged)
    const { places } = description.dictionaries
    expect(places).toEqual([])
    await source.query(query)
    const before = [...places]
    expect(before.length).toBeGreaterThan(0)
    const { values } = await pageOf(source, {
      facet: 'place',
      filters: noFilters,
      values: { kind: 'top', search: '', within: null, offset: 0, limit: 500 },
    })
    await source.query(query)
    expect(places.slice(0, before.length)).toEqual(before)
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
    const parents = places.flatMap(({ parent }) => parent ?? [])
    expect(parents.every((id) => places.some((place) => place.id === id))).toBe(true)
    expect(values.map(({ index }) => places[index]?.id)).not.toContain(undefined)
  })

  it('gives values of a paged facet by their ids, with those that exist', async () => {
    const { source, description } = await open(paged)
    const some = entries.actors.slice(3, 5).map(({ id }) => id)
    const ids = [...some, 'nobody']
    const page = await pageOf(source, { facet: 'actor', filters: noFilters, values: { kind: 'ids', ids } })
    expect(page.of).toBe(2)
    expect(page.values.map(({ index }) => description.dictionaries.actors[index]?.id)).toEqual(some)
  })

  it('reads incidents, and knows of none that the base lacks', async () => {
    const { source, description } = await open(paged)
    const id = (await source.query(query)).list.rows[0]?.id ?? ''
    const details = await source.incident(id)
    expect(details?.incident).toEqual((await whole.incident(id, { version }))?.answer.incident)
    expect(description.dictionaries.places[details?.summary.place ?? -1]?.id).toBe(details?.incident.place.id)
    const named = description.dictionaries.actors.map((actor) => actor.id)
    expect(named).toEqual(expect.arrayContaining(details?.incident.actors.map((actor) => actor.id) ?? []))
    expect(await source.incident('nothing-of-the-kind')).toBeUndefined()
  })

  it('finds the incidents that cite URLs', async () => {
    const { source } = await open(paged)
    const id = (await source.query(query)).list.rows[0]?.id ?? ''
    const details = await source.incident(id)
    const url = details?.incident.sources.find((each) => each.url)?.url ?? ''
    const found: IncidentSummary[][] = await source.citing(['https://example.org/nothing', url])
    expect(found[0]).toEqual([])
    expect(found[1]?.map((summary) => summary.id)).toContain(id)
  })

  it('looks many URLs up in several requests, in their order', async () => {
    const { source, log } = await open(paged)
    const id = (await source.query(query)).list.rows[0]?.id ?? ''
    const url = (await source.incident(id))?.incident.sources.find((each) => each.url)?.url ?? ''
    const other = (at: number) => `https://example.org/${at}/${'long'.repeat(at % 50)}`
    const urls = Array.from({ length: 1_200 }, (_, at) => (at === 777 ? url : other(at)))
    const found = await source.citing(urls)
    expect(found).toHaveLength(1_200)
    expect(found[777]?.map((summary) => summary.id)).toContain(id)
    expect(found.filter((each) => each.length > 0)).toHaveLength(1)
    expect(log.filter((path) => path.endsWith('citing')).length).toBeGreaterThan(2)
    expect(await source.citing([])).toEqual([])
  })

  it('exports the file that the server writes', async () => {
    const { source } = await open(paged)
    const request = { filters: noFilters, format: 'csv' } as const
    const textOf = (chunks: readonly ExportChunk[]) => new Blob(chunks.map(({ bytes }) => bytes)).text()
    const chunks = await collected(source.export(request))
    expect(await textOf(chunks)).toBe(await textOf(await collected(whole.export(request, { version }))))
    const last = chunks.at(-1)
    expect(last).toMatchObject({ done: last?.total, bytes: new Uint8Array() })
    expect(last?.total).toBeGreaterThan(0)
    // Counted by the bytes, before the end says so.
    expect(chunks.at(-2)?.done).toBe(last?.total)
  })

  it('asks for the version that is wanted, and tells the latest', async () => {
    const { source, description } = await open(whole, { ...ref, version: 'load-0-before' })
    expect(description.version).toBe(version)
    expect((await source.latestVersion()).version).toBe(version)
  })

  it('is the same data set whatever version is wanted', () => {
    expect(sourceKey(ref)).toBe(sourceKey({ ...ref, version: 'load-2' }))
  })
})
