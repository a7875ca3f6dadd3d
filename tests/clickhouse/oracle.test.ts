import * as fc from 'fast-check'
import { afterAll, describe, it } from 'vitest'
import { createCounts, type Counts } from '../../src/clickhouse/answer/counts.ts'
import type { EntryLookup } from '../../src/clickhouse/answer/choiceCondition.ts'
import { createPace } from '../../src/clickhouse/answer/sampleShare.ts'
import { openVersion } from '../../src/clickhouse/answer/visible.ts'
import type { Connection } from '../../src/clickhouse/connection.ts'
import { sql } from '../../src/clickhouse/sql.ts'
import { noFilters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import { anyQuery } from '../oracle/anyQuery.ts'
import { expectNaiveAnswer, type Answered } from '../oracle/compareAnswers.ts'
import { expectEqual } from '../oracle/expectEqual.ts'
import { naiveAnswer } from '../oracle/naiveAnswer.ts'
import { anyFacetPage, naiveFacetPage } from '../oracle/naiveFacetPage.ts'
import { failsOf, isDrawn } from '../oracle/naiveFilters.ts'
import { actors, largeTable, places, publishers, tags, type PlainIncident } from '../oracle/plainIncident.ts'
import { seed, seeded } from '../oracle/seeded.ts'
import { latticeOf, loadPlain } from './loadPlain.ts'
import { createTestBase, servers, type TestBase } from './testBase.ts'

const dictionaries = { actors, places, publishers, tags: tags.map((id) => ({ id })) }

const indicesOf: EntryLookup = async (kind, ids) =>
  new Map(
    ids.flatMap((id) => {
      const index = dictionaries[kind].findIndex((entry) => entry.id === id)
      return index < 0 ? [] : [[id, index] as const]
    }),
  )

/** Where the next load of a base begins. */
interface NextLoad {
  connection: Connection
  load: number
  /** Number of its first row. */
  first: number
}

/** One base for all tests: each loads one more version of it, which hides all rows of those before. */
let base: TestBase | undefined
const next = { load: 1, first: 0 }
afterAll(() => base?.drop())

async function laterLoad(rows: number): Promise<NextLoad> {
  base ??= await createTestBase('spread')
  const of = { ...next, connection: base.connection }
  next.load += 1
  next.first += rows
  return of
}

async function countsOf(
  { connection, load, first }: NextLoad,
  rows: readonly PlainIncident[],
): Promise<Counts> {
  await loadPlain(connection, rows, { load, first })
  const textCondition = async (search: string) => {
    const found = rows.flatMap((row, at) =>
      failsOf(row, { ...noFilters, text: search }).length === 0 ? [first + at] : [],
    )
    return found.length === 0 ? sql`0` : sql`row IN (${found})`
  }
  const version = await openVersion(connection, load)
  return createCounts(connection, version, { indicesOf, textCondition, pace: createPace() })
}

/** What was counted, with the list and the open incident of the plain answer. */
async function ask(counts: Counts, rows: readonly PlainIncident[], query: IncidentQuery): Promise<Answered> {
  const { counts: counted, cellAt } = await counts.exact(query)
  const { list, open } = naiveAnswer(rows, query)
  const passing = rows.filter((row) => failsOf(row, query.filters).length === 0)
  const cellOf = new Map(passing.map((row) => [row.id, isDrawn(row) ? cellAt(...latticeOf(row)) : null]))
  const drawnIn = {
    open: query.open === null ? null : (cellOf.get(query.open) ?? null),
    rows: list.rows.map(({ id }) => cellOf.get(id) ?? null),
  }
  return { result: { ...counted, list, open, drawnIn }, cellOf }
}

/** The tables of the oracle have weapons even where no row names one; a base lacks the field then. */
function withoutWeapons(query: IncidentQuery): IncidentQuery {
  return {
    ...query,
    filters: { ...query.filters, weapon: noFilters.weapon },
    facets: query.facets.filter((facet) => facet !== 'weapon'),
  }
}

describe.skipIf(!servers)(`a base over two shards (seed ${seed})`, () => {
  it.each([2_000])('counts %i rows as a plain look at each does', { timeout: 600_000 }, async (size) => {
    const rows = largeTable(size, seed + size)
    const counts = await countsOf(await laterLoad(size), rows)
    await fc.assert(
      fc.asyncProperty(anyQuery(size), async (any) => {
        const query = counts.facts.hasWeapons ? any : withoutWeapons(any)
        expectNaiveAnswer(rows, query, await ask(counts, rows, query))
      }),
      seeded(60),
    )
  })

  it('gives the pages of facets that a plain look at each entry gives', { timeout: 600_000 }, async () => {
    const rows = largeTable(600, seed)
    const counts = await countsOf(await laterLoad(600), rows)
    await fc.assert(
      fc.asyncProperty(anyFacetPage, async (request) => {
        expectEqual(await counts.facetPage(request), naiveFacetPage(rows, request))
      }),
      seeded(150),
    )
  })
})
