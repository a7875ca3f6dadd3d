import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServedDataset } from '../../src/clickhouse/answer/servedBase.ts'
import { loadRecords } from '../../src/clickhouse/load/loadRecords.ts'
import type { DatasetRecords } from '../../src/published/publishDataset.ts'
import { facetIds } from '../../src/incidents/fields.ts'
import { foldWords } from '../../src/incidents/foldText.ts'
import { languages } from '../../src/incidents/vocabulary.ts'
import { noFilters, type Filters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import { exportFormats, type ExportFormat } from '../../src/query/incidentSource.ts'
import type { PlainResult, ServedDataset } from '../../src/query/servedDataset.ts'
import { bundledRecords, engineDataset } from '../server/engineDataset.ts'
import { createTestBase, servers, type TestBase } from './testBase.ts'

const world = { west: -180, south: -85, east: 180, north: 85 }

const queryOf = (filters: Partial<Filters>, others: Partial<IncidentQuery> = {}): IncidentQuery => ({
  filters: { ...noFilters, ...filters },
  facets: facetIds,
  map: { bounds: world, zoom: 5, mode: 'cells' },
  bins: { unit: 'month', span: { from: 19_700, to: 20_700 } },
  list: { order: 'newest', offset: 0, limit: 200, within: null },
  open: null,
  ...others,
})

/** Some words, beginnings and phrases of the titles and summaries, each in the language of its text. */
function searchesIn({ incidents, actors, places }: DatasetRecords): string[] {
  const texts = incidents.flatMap(({ title, summary }) =>
    languages.flatMap((language) => [title[language] ?? '', summary[language] ?? '']),
  )
  const names = [...actors, ...places].flatMap(({ name, aliases }) => [...Object.values(name), ...aliases])
  const every = (list: readonly string[], step: number) => list.filter((_, at) => at % step === 0)
  return [...every(texts, 41), ...every(names, 31)].flatMap((text) => {
    const [first = '', second = '', third = ''] = foldWords(text)
    if (first === '') return []
    const phrase = second === '' ? first : `"${first} ${second} ${third.slice(0, 2)}"`
    return [first, first.slice(0, 3), phrase, `${second} -${third}`]
  })
}

describe.skipIf(!servers)('the bundled records in a base over two shards', () => {
  let base: TestBase
  let records: DatasetRecords
  let served: ServedDataset
  let embedded: ServedDataset
  let version: string

  beforeAll(async () => {
    base = await createTestBase('spread')
    records = await bundledRecords()
    // In time order, as both then number their rows alike.
    const incidents = records.incidents.toSorted((a, b) =>
      a.date.start < b.date.start ? -1 : a.date.start > b.date.start ? 1 : 0,
    )
    records = { ...records, incidents }
    await loadRecords(base.connection, records, { nodes: base.nodes })
    served = createServedDataset(base.connection)
    ;({ version } = await served.latestVersion())
    embedded = await engineDataset(records, { version })
  })
  afterAll(() => base.drop())

  /** The answers of the base and of the engine. */
  async function bothAnswer(query: IncidentQuery): Promise<[PlainResult, PlainResult]> {
    const [of, by] = await Promise.all([served.query(query, { version }), embedded.query(query, { version })])
    return [of.answer, by.answer]
  }

  it('describes itself as the embedded data set does', async () => {
    const described = await served.describe({ version: null })
    expect(described).toEqual(await embedded.describe({ version }))
    expect(described.incidents).toBe(records.incidents.length)
    expect(await served.latestVersion()).toEqual({ version, updated: records.about.updated })
  })

  it('finds by words of texts and names, in three languages, what the engine finds', async () => {
    const searches = searchesIn(records)
    expect(searches.length).toBeGreaterThan(100)
    let found = 0
    for (const text of searches) {
      const [answer, expected] = await bothAnswer({
        ...queryOf({ text }),
        map: null,
        bins: null,
        facets: [],
      })
      expect({ text, ...answer }).toEqual({ text, ...expected })
      found += answer.total
    }
    expect(found).toBeGreaterThan(searches.length)
  })

  it('answers whole queries as the engine does, cells but for the order of sums', async () => {
    for (const query of [
      queryOf({}),
      queryOf({ text: 'army' }, { open: records.incidents[10]?.id ?? null }),
      queryOf(
        { days: { from: 19_900, to: 20_400 } },
        { list: { order: 'deadliest', offset: 5, limit: 20, within: null } },
      ),
      queryOf(
        { fatalities: { min: 1, max: null } },
        { list: { order: 'oldest', offset: 0, limit: 5, within: world } },
      ),
    ]) {
      const [{ cells, ...answer }, { cells: expectedCells, ...expected }] = await bothAnswer(query)
      expect(answer).toEqual(expected)
      expect(cells?.length).toBe(expectedCells?.length)
      for (const [at, { position, ...cell }] of (cells ?? []).entries()) {
        const { position: expectedPosition, ...expectedCell } = expectedCells?.[at] ?? { position: [0, 0] }
        expect(cell).toEqual(expectedCell)
        expect(position[0]).toBeCloseTo(expectedPosition[0], 8)
        expect(position[1]).toBeCloseTo(expectedPosition[1], 8)
      }
    }
  })

  it('opens every incident as the embedded data set does', async () => {
    for (const { id } of records.incidents) {
      const [details, expected] = await Promise.all([
        served.incident(id, { version }),
        embedded.incident(id, { version }),
      ])
      expect(details?.answer).toEqual(expected?.answer)
    }
    expect(await served.incident('no-such-incident', { version })).toBeUndefined()
  })

  it('finds the incidents that cite URLs, however these are spelt', async () => {
    const urls = records.incidents.flatMap(({ sources }) => sources.flatMap(({ url }) => url ?? []))
    const asked = [...urls.map((url) => `${url}#part`), 'https://example.org/none', 'no address']
    const [citing, expected] = await Promise.all([
      served.citing(asked, { version }),
      embedded.citing(asked, { version }),
    ])
    expect(citing.answer).toEqual(expected.answer)
    expect(citing.answer.flat().length).toBeGreaterThan(urls.length - 1)
    const [answer, expectedAnswer] = await bothAnswer(queryOf({ text: urls[0] ?? '' }, { map: null }))
    expect(answer).toEqual(expectedAnswer)
    expect(answer.total).toBeGreaterThan(0)
  })

  it.each(exportFormats)('exports the same %s file', async (format) => {
    const filters = { ...noFilters, days: { from: 19_900, to: 20_400 } }
    const [bytes, expected] = await Promise.all([
      fileOf(served, { format, filters }),
      fileOf(embedded, { format, filters }),
    ])
    expect(bytes.length).toBeGreaterThan(1_000)
    // Workbooks hold the time at which they were made.
    expect(format === 'xlsx' ? bytes.length : bytes).toEqual(format === 'xlsx' ? expected.length : expected)
  })

  async function fileOf(of: ServedDataset, request: { format: ExportFormat; filters: Filters }) {
    const chunks: Uint8Array[] = []
    let last = { done: 0, total: 0 }
    for await (const { bytes, ...progress } of of.export({ ...request, notes: ['A note'] }, { version })) {
      chunks.push(bytes)
      last = progress
    }
    expect(last.done).toBe(last.total)
    return Buffer.concat(chunks)
  }
})
