import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServedDataset } from '../../src/clickhouse/answer/servedBase.ts'
import { facetIds } from '../../src/incidents/fields.ts'
import { noFilters, type Filters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import { SourceError } from '../../src/query/incidentSource.ts'
import type { ServedDataset } from '../../src/query/servedDataset.ts'
import { largeTable } from '../oracle/plainIncident.ts'
import { loadPlain } from './loadPlain.ts'
import { createTestBase, servers, type TestBase } from './testBase.ts'

const ROWS = 200

const hostile = [
  "') OR 1=1 --",
  "\\') OR 1=1 --",
  '\\',
  "\\'",
  "'; DROP TABLE incidents_local; --",
  'a\0b',
  '\ud800',
  'x\udfffy',
  '${1}',
  '`${1}`',
  '{id:String}',
  '/* */ #',
  '%_\\%',
  '\n\r\t\b\f\v',
  '__proto__',
  'constructor',
  '\u202e\u2066',
  '(((((',
  '^(a+)+$',
  'ال',
  "'".repeat(5_000),
  '\\'.repeat(100_000),
  "ab' ".repeat(2_000),
]

const listOf = (limit: number): IncidentQuery['list'] => ({
  order: 'newest',
  offset: 0,
  limit,
  within: null,
})

const queryOf = (filters: Partial<Filters>, open: string | null = null): IncidentQuery => ({
  filters: { ...noFilters, ...filters },
  facets: facetIds,
  map: null,
  bins: null,
  list: listOf(5),
  open,
})

describe.skipIf(!servers)('hostile requests to a base over two shards', () => {
  let base: TestBase
  let served: ServedDataset
  let version: string

  beforeAll(async () => {
    base = await createTestBase('spread')
    await loadPlain(base.connection, largeTable(ROWS, 1), { load: 1, first: 0 })
    served = createServedDataset(base.connection)
    ;({ version } = await served.describe({ version: null }))
  })
  afterAll(() => base.drop())

  const totalOf = async (filters: Partial<Filters>) =>
    (await served.query(queryOf(filters), { version })).answer.total

  it.each(hostile.map((text) => [JSON.stringify(text.slice(0, 20)), text]))(
    'takes %s as a text that nothing has',
    async (_, text) => {
      const included = { include: [text], exclude: [] }
      for (const field of ['country', 'place', 'publisher', 'tag'] as const) {
        expect(await totalOf({ [field]: included })).toBe(0)
        expect(await totalOf({ [field]: { include: [], exclude: [text] } })).toBe(ROWS)
      }
      expect(await totalOf({ actor: { ...included, all: true } })).toBe(0)
      const { answer } = await served.query(queryOf({}, text), { version })
      expect(answer.open).toEqual({ fails: [], earlier: null, later: null })
      expect(await served.incident(text, { version })).toBeUndefined()
      expect((await served.citing([text, `https://example.org/${text}`], { version })).answer).toEqual([
        [],
        [],
      ])
      await expect(served.query(queryOf({}), { version: text })).rejects.toMatchObject({ code: 'missing' })
      expect((await served.describe({ version: text })).version).toBe(version)
    },
  )

  it.each(
    hostile.filter((text) => text.length < 10_000).map((text) => [JSON.stringify(text.slice(0, 20)), text]),
  )('searches for %s as for any words', async (_, text) => {
    const { answer } = await served.query(queryOf({ text }), { version })
    expect(answer.textMatches).toBeLessThanOrEqual(ROWS)
    expect(answer.list.total).toBe(answer.total)
    const page = await served.facetPage(
      {
        facet: 'actor',
        filters: noFilters,
        values: { kind: 'top', search: text, within: text, offset: 0, limit: 5 },
      },
      { version },
    )
    expect(page.answer.values).toEqual([])
  })

  it('refuses a search that is too long, or has too many words', async () => {
    for (const text of [
      'a'.repeat(100_000),
      Array.from({ length: 101 }, (_, at) => `w${at}`).join(' '),
      `"${'word '.repeat(200)}"`,
    ])
      await expect(served.query(queryOf({ text }), { version })).rejects.toMatchObject({ code: 'excessive' })
  })

  it('tells failures as SourceErrors that hold no query', async () => {
    const failure = await served
      .query(queryOf({ text: 'a'.repeat(100_000) }), { version })
      .catch((reason: unknown) => reason)
    expect(failure).toBeInstanceOf(SourceError)
    expect(String(failure)).not.toContain('aaa')
  })

  it('answers for lists of a thousand ids', async () => {
    const ids = Array.from({ length: 1_000 }, (_, at) => `${hostile[at % 6]}${at}`)
    expect(await totalOf({ place: { include: ids, exclude: [] } })).toBe(0)
    expect(await totalOf({ place: { include: [...ids, 'sy'], exclude: [] } })).toBeGreaterThan(0)
  })
})
