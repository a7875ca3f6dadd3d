import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createServedDataset } from '../../src/clickhouse/answer/servedBase.ts'
import { noFilters } from '../../src/query/incidentQuery.ts'
import { expectEqual } from '../oracle/expectEqual.ts'
import { anyFacetPage, naiveFacetPage } from '../oracle/naiveFacetPage.ts'
import { largeTable } from '../oracle/plainIncident.ts'
import { seed, seeded } from '../oracle/seeded.ts'
import { loadPlain } from './loadPlain.ts'
import { baseOfTest, servers } from './testBase.ts'

describe.skipIf(!servers)(`pages of facets (seed ${seed})`, () => {
  it.each([
    ['spread', 150],
    ['one', 40],
  ] as const)('are those that a plain look gives: %s', { timeout: 600_000 }, async (kind, runs) => {
    const { connection } = await baseOfTest(kind)
    const served = createServedDataset(connection)
    // The second version hides all rows of the first.
    const [before, rows] = [largeTable(40, seed + 1), largeTable(600, seed)]
    await loadPlain(connection, before, { load: 1, first: 0 })
    await loadPlain(connection, rows, { load: 2, first: before.length })
    const { version } = await served.describe({ version: null })
    await fc.assert(
      fc.asyncProperty(anyFacetPage, async (request) => {
        const { answer } = await served.facetPage(request, { version })
        expectEqual(answer, naiveFacetPage(rows, request))
      }),
      seeded(runs),
    )
  })

  it('are not given for a facet whose counts are always whole', async () => {
    const { connection } = await baseOfTest('spread')
    const served = createServedDataset(connection)
    await loadPlain(connection, largeTable(5, seed), { load: 1, first: 0 })
    const { version } = await served.describe({ version: null })
    const request = { facet: 'type', filters: noFilters, values: { kind: 'ids', ids: ['battles'] } } as const
    await expect(served.facetPage(request, { version })).rejects.toMatchObject({ code: 'unsupported' })
  })
})
