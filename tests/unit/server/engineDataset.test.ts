import { beforeAll, describe, expect, it } from 'vitest'
import { facetIds } from '../../../src/incidents/fields.ts'
import { noFilters, type IncidentQuery } from '../../../src/query/incidentQuery.ts'
import type { Named, PlainPart, ServedDataset } from '../../../src/query/servedDataset.ts'
import { bundledRecords, engineDataset } from '../../server/engineDataset.ts'

const version = 'load-1-engine'
const query: IncidentQuery = {
  filters: noFilters,
  facets: facetIds,
  map: { bounds: { west: -180, south: -85, east: 180, north: 85 }, zoom: 3, mode: 'cells' },
  bins: null,
  list: { order: 'newest', offset: 0, limit: 5, within: null },
  open: null,
}

let dataset: ServedDataset

beforeAll(async () => {
  dataset = await engineDataset(await bundledRecords(), { wholeDictionary: 20, sampleEvery: 4 })
})

describe('a data set that the engine serves', () => {
  it('pages the facets with long dictionaries', async () => {
    const described = await dataset.describe({ version: null })
    expect(described.paged).toEqual(expect.arrayContaining(['actor', 'country', 'place']))
    expect(described.dictionaries.places).toEqual([])
    expect(described.totals.place).toBeUndefined()
    const { answer } = await dataset.query(query, { version })
    expect(answer.total).toBe(described.incidents)
    expect(Object.keys(answer.facets)).not.toContain('place')
  })

  it('names the values of a page', async () => {
    const request = { facet: 'country', filters: noFilters } as const
    const { answer, named } = await dataset.facetPage(
      { ...request, values: { kind: 'top', search: '', within: null, offset: 0, limit: 3 } },
      { version },
    )
    expect(answer.values.length).toBeGreaterThan(0)
    for (const { index, count, total } of answer.values) {
      expect(count).toBe(total)
      expect(named.places.find(([at]) => at === index)?.[1].kind).toBe('country')
    }
  })

  it('brings a scaled part before the whole', async () => {
    const parts: Named<PlainPart>[] = []
    const { answer } = await dataset.query(query, { version, onPart: (part) => parts.push(part) })
    const [part] = parts
    expect(parts).toHaveLength(1)
    expect(part?.answer.exactness).toMatchObject({ kind: 'sampled', share: 0.25 })
    expect(part?.answer.of).toBe(answer.of)
  })

  it('has no other version', async () => {
    await expect(dataset.query(query, { version: 'load-2-other' })).rejects.toMatchObject({ code: 'missing' })
  })
})
