import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readListPage, sampleOfList } from '../../src/clickhouse/answer/listPage.ts'
import { openBaseVersion, type OpenVersion } from '../../src/clickhouse/answer/openVersion.ts'
import type { Counts } from '../../src/clickhouse/answer/counts.ts'
import { readLatestVersion } from '../../src/clickhouse/answer/versions.ts'
import { sql } from '../../src/clickhouse/sql.ts'
import { wholeTable } from '../../src/clickhouse/tables.ts'
import { fieldIds } from '../../src/incidents/fields.ts'
import { eventTypes, geoPrecisions, statuses } from '../../src/incidents/vocabulary.ts'
import { noFilters, type Choice, type Filters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import type { Exactness } from '../../src/query/incidentResult.ts'
import { LEAST_SAMPLED, toldCount } from '../../src/query/sampling.ts'
import { everything } from '../oracle/anyQuery.ts'
import { seed } from '../oracle/seeded.ts'
import { createGeneratedBase, generatedIds } from './generatedBase.ts'
import { servers, type TestBase } from './testBase.ts'

/** Rows of each server. */
const ROWS = 150_000
/** Part of the rows that is sampled. */
const TIER = 4
/** Queries that run at the same time. */
const AT_ONCE = 4

const choice = <Id extends string>(ids: readonly Id[]): fc.Arbitrary<Choice<Id>> =>
  fc.record({
    include: fc.subarray([...ids], { maxLength: Math.ceil(ids.length / 2) }),
    exclude: fc.subarray([...ids], { maxLength: 1 }),
  })

const anyDays = fc
  .tuple(fc.integer({ min: -2_500, max: 30_500 }), fc.integer({ min: 0, max: 20_000 }))
  .map(([from, length]) => ({ from, to: from + length }))

const anyArea = fc
  .tuple(fc.integer({ min: -180, max: 100 }), fc.integer({ min: -80, max: 30 }), fc.nat(80), fc.nat(50))
  .map(([west, south, width, height]) => ({ west, south, east: west + width, north: south + height }))

const anyFilters: fc.Arbitrary<Filters> = fc
  .tuple(
    fc.record({
      days: anyDays,
      type: choice(eventTypes),
      status: choice(statuses),
      precision: choice(geoPrecisions),
      actor: choice(generatedIds.actors).map((of) => ({ ...of, all: false })),
      country: choice(generatedIds.places.slice(0, 10)),
      place: choice(generatedIds.places.slice(0, 40)),
      fatalities: fc.record({ min: fc.nat(20), max: fc.constant(null) }),
      area: anyArea,
    }),
    fc.subarray(
      ['days', 'type', 'status', 'precision', 'actor', 'country', 'place', 'fatalities', 'area'] as const,
      { minLength: 0, maxLength: 3 },
    ),
  )
  .map(([filters, kept]) => ({
    ...noFilters,
    ...Object.fromEntries(kept.map((field) => [field, filters[field]])),
  }))

/** How often what was told of a sample is true. */
interface Score {
  true: number
  of: number
}

/** Whether the true count is what was told of it. */
function isTrue(told: number, exactness: Exactness, truth: number): boolean {
  const said = toldCount(told, exactness)
  if (said.kind === 'under') return truth < said.limit
  return said.kind === 'about' ? Math.abs(truth - said.count) <= said.margin : truth === said.count
}

describe.skipIf(!servers)(`a sample of ${ROWS} rows a server (seed ${seed})`, () => {
  let base: TestBase | undefined
  let opened: Promise<OpenVersion> | undefined
  const version = () =>
    (opened ??= (async () => {
      base = await createGeneratedBase(ROWS)
      const published = await readLatestVersion(base.connection)
      const pace = { note: () => undefined, tier: () => TIER }
      const paces = { numbers: pace, words: pace }
      return openBaseVersion(base.connection, published, paces, {})
    })())
  const counts = async (): Promise<Counts> => (await version()).counts
  afterAll(() => base?.drop())

  it(
    'gives of 1,000 queries counts whose margins hold the true ones at least 95 times of 100',
    { timeout: 900_000 },
    async () => {
      const asked = await counts()
      const filters = fc.sample(anyFilters, { numRuns: 1_000, seed })
      const [totals, others]: [Score, Score] = [
        { true: 0, of: 0 },
        { true: 0, of: 0 },
      ]
      const judge = (score: Score, told: number, exactness: Exactness, truth: number) => {
        score.of += 1
        if (isTrue(told, exactness, truth)) score.true += 1
      }
      const compare = async (each: Filters) => {
        const query: IncidentQuery = { ...everything, facets: [], map: null, filters: each }
        const [part, { counts: exact }] = await Promise.all([asked.sample(query), asked.exact(query)])
        if (!part) return
        judge(totals, part.total, part.exactness, exact.total)
        for (const field of fieldIds) judge(others, part.relaxed[field], part.exactness, exact.relaxed[field])
        for (const { country, why, count } of exact.undrawn) {
          const told = part.undrawn.find((one) => one.country === country && one.why === why)
          judge(others, told?.count ?? 0, part.exactness, count)
        }
      }
      for (let at = 0; at < filters.length; at += AT_ONCE)
        await Promise.all(filters.slice(at, at + AT_ONCE).map(compare))
      expect(totals.of).toBeGreaterThan(400)
      expect(totals.true / totals.of).toBeGreaterThanOrEqual(0.95)
      expect(others.true / others.of).toBeGreaterThanOrEqual(0.95)
    },
  )

  it('draws cells on the grid of the exact answer, and tells no incident and no place', async () => {
    const asked = await counts()
    const query: IncidentQuery = {
      ...everything,
      facets: [],
      bins: { unit: 'year', span: { from: 0, to: 20_000 } },
    }
    const [part, { counts: exact }] = await Promise.all([asked.sample(query), asked.exact(query)])
    const { cells, histogram, of, total } = present(part)
    const rows = ROWS * (servers?.cluster ? servers.urls.length : 1)
    expect([of, total]).toEqual([rows, rows])
    expect(histogram?.starts).toEqual(exact.histogram?.starts)
    const exactKeys = new Set((exact.cells ?? []).map(({ key }) => key))
    const shared = (cells ?? []).filter(({ key }) => exactKeys.has(key))
    expect(shared.length).toBeGreaterThan(0.8 * (cells ?? []).length)
    for (const cell of cells ?? []) {
      expect(cell.incident).toBeUndefined()
      expect(cell.place).toBeUndefined()
      expect(cell.byType.reduce((sum, count) => sum + count, 0)).toBe(cell.count)
      expect(cell.imprecise).toBeLessThanOrEqual(cell.count)
    }
  })

  it('is not sent where too few of its rows pass', async () => {
    const asked = await counts()
    const query = { ...everything, facets: [], filters: { ...noFilters, days: { from: 5_000, to: 5_100 } } }
    const { total } = (await asked.exact(query)).counts
    expect(total / 2 ** TIER).toBeLessThan(LEAST_SAMPLED)
    expect(total).toBeGreaterThan(0)
    expect(await asked.sample(query)).toBeNull()
  })

  it('leaves out no row of a range of days, whatever lasts into it', { timeout: 300_000 }, async () => {
    const asked = await counts()
    for (const days of fc.sample(anyDays, { numRuns: 60, seed })) {
      const { total } = (
        await asked.exact({ ...everything, facets: [], map: null, filters: { ...noFilters, days } })
      ).counts
      const [plain] = await present(base).connection.rows<[number]>(
        sql`SELECT count() FROM ${wholeTable(present(base).connection.base, 'incidents')} WHERE day_from <= ${days.to} AND day_to >= ${days.from}`,
      )
      const scan = await asked.scanOf({ ...noFilters, days })
      const [read] = await present(base).connection.rows<[number]>(
        sql`SELECT count() FROM ${scan.table} WHERE ${scan.passing()}`,
      )
      expect([total, read?.[0]]).toEqual([plain?.[0], plain?.[0]])
    }
  })

  it('finds the first pages of a list by it as by counting all', { timeout: 300_000 }, async () => {
    const { snapshot, counts: asked, countListOf } = await version()
    let found = 0
    for (const filters of fc.sample(anyFilters, { numRuns: 25, seed })) {
      const passes = (await asked.scanOf(filters)).passing()
      const all = countListOf(passes, {})
      for (const order of ['newest', 'oldest'] as const)
        for (const [offset, limit] of [
          [0, 50],
          [450, 50],
        ] as const) {
          const read = (sample: typeof all | null) =>
            readListPage(snapshot, passes, { order, offset, limit }, { all, sample })
          const [plain, bySample] = await Promise.all([read(null), read(sampleOfList(all))])
          expect(bySample.rows).toEqual(plain.rows)
          expect([plain.total, null]).toContain(bySample.total)
          if (bySample.total === null) found += 1
        }
    }
    // Long lists are not counted, short ones are.
    expect(found).toBeGreaterThan(20)
    expect(found).toBeLessThan(100)
  })
})

function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('it is absent')
  return value
}
