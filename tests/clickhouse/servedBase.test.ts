import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createServedDataset } from '../../src/clickhouse/answer/servedBase.ts'
import { facetIds } from '../../src/incidents/fields.ts'
import { noFilters, type IncidentQuery } from '../../src/query/incidentQuery.ts'
import type { IncidentResult } from '../../src/query/incidentResult.ts'
import type { PlainResult, ServedDataset } from '../../src/query/servedDataset.ts'
import { anyQuery } from '../oracle/anyQuery.ts'
import { expectNaiveAnswer, type Answered } from '../oracle/compareAnswers.ts'
import { largeTable } from '../oracle/plainIncident.ts'
import { seed, seeded } from '../oracle/seeded.ts'
import { loadPlain } from './loadPlain.ts'
import { createTestBase, servers } from './testBase.ts'

/** An answer with typed arrays, as the page makes them. */
function typed({ histogram, facets, ...others }: PlainResult): IncidentResult {
  return {
    ...others,
    histogram: histogram && {
      ...histogram,
      starts: Int32Array.from(histogram.starts),
      certain: Uint32Array.from(histogram.certain),
      uncertain: Uint32Array.from(histogram.uncertain),
    },
    facets: Object.fromEntries(
      facetIds.flatMap((facet) => {
        const counts = facets[facet]
        return counts ? [[facet, Uint32Array.from(counts)]] : []
      }),
    ),
  }
}

/** Asks a query, and once more with all rows on one page of the list. */
async function ask(
  served: ServedDataset,
  version: string,
  query: IncidentQuery,
  rows: number,
): Promise<Answered> {
  const { answer } = await served.query(query, { version })
  const all = await served.query(
    { ...query, list: { order: 'oldest', offset: 0, limit: rows, within: null } },
    { version },
  )
  const { list, drawnIn } = all.answer
  return {
    result: typed(answer),
    cellOf: new Map(list.rows.map(({ id }, at) => [id, drawnIn.rows[at] ?? null])),
  }
}

/** The tables of the oracle have weapons even where no row names one; a base lacks the field then. */
function withoutWeapons(query: IncidentQuery): IncidentQuery {
  return {
    ...query,
    filters: { ...query.filters, weapon: noFilters.weapon },
    facets: query.facets.filter((facet) => facet !== 'weapon'),
  }
}

describe.skipIf(!servers)(`a served base over two shards (seed ${seed})`, () => {
  it('answers as a plain look at each row does', { timeout: 900_000 }, async () => {
    const base = await createTestBase('spread')
    try {
      const served = createServedDataset(base.connection)
      let first = 0
      for (const [at, size] of [0, 1, 60, 600].entries()) {
        const rows = largeTable(size, seed + at)
        await loadPlain(base.connection, rows, { load: at + 1, first })
        first += size
        const { version, totals, incidents } = await served.describe({ version: null })
        expect(incidents).toBe(size)
        await fc.assert(
          fc.asyncProperty(anyQuery(size), async (any) => {
            const query = totals.weapon ? any : withoutWeapons(any)
            expectNaiveAnswer(rows, query, await ask(served, version, query, size))
          }),
          seeded(40),
        )
      }
    } finally {
      await base.drop()
    }
  })
})
