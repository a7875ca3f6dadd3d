import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { facetIds } from '../../../src/incidents/fields.ts'
import { noFilters, type IncidentQuery } from '../../../src/query/incidentQuery.ts'
import type { FirstPart } from '../../../src/query/incidentResult.ts'
import { SourceError, type IncidentSource } from '../../../src/query/incidentSource.ts'
import type { ServedDataset } from '../../../src/query/servedDataset.ts'
import { openSource } from '../../../src/sources/openSource.ts'
import { bundledRecords, engineDataset } from '../../server/engineDataset.ts'
import { serve, wholeQuery } from '../../server/serve.ts'
import { silentDataset } from '../../server/silentDataset.ts'

const version = 'load-1-engine'
const query: IncidentQuery = { ...wholeQuery, facets: facetIds, list: { ...wholeQuery.list, limit: 60 } }

let dataset: ServedDataset
const sources: IncidentSource[] = []

beforeAll(async () => {
  dataset = await engineDataset(await bundledRecords(), { wholeDictionary: 20, sampleEvery: 4 })
})

afterAll(() => {
  for (const source of sources) source.close()
})

/** The source of a page that a server has sent. */
async function sourceOver(served: ServedDataset, limits = {}): Promise<IncidentSource> {
  const { url } = await serve(served, { limits })
  const source = openSource({ kind: 'server', baseUrl: url, version: null })
  sources.push(source)
  return source
}

describe('the page over the server', () => {
  it('gets the counts of the data set, first estimated, then whole', async () => {
    const source = await sourceOver(dataset)
    const described = await source.describe()
    expect(described.version).toBe(version)
    const parts: FirstPart[] = []
    const result = await source.query(query, { onPart: (part) => parts.push(part) })
    const { answer } = await dataset.query(query, { version })
    expect(parts.map(({ exactness }) => exactness.kind)).toEqual(['sampled'])
    expect(result.total).toBe(answer.total)
    expect(Array.from(result.facets.type ?? [])).toEqual(answer.facets.type)
    expect(result.list.rows.map(({ id }) => id)).toEqual(answer.list.rows.map(({ id }) => id))
    expect(result.cells?.map(({ count }) => count)).toEqual(answer.cells?.map(({ count }) => count))
  })

  it('gets records, and files of every record', async () => {
    const source = await sourceOver(dataset)
    const { incidents } = await source.describe()
    const { list } = await source.query(query)
    const id = list.rows[0]?.id ?? ''
    expect((await source.incident(id))?.incident).toEqual(
      (await dataset.incident(id, { version }))?.answer.incident,
    )
    expect(await source.incident('none')).toBeUndefined()
    let text = ''
    let total = 0
    for await (const chunk of source.export({ filters: noFilters, format: 'json' })) {
      text += new TextDecoder().decode(chunk.bytes)
      total = chunk.total
    }
    expect(total).toBe(incidents)
    expect(() => JSON.parse(text) as unknown).not.toThrow()
  })

  it('hears why there is no answer, and ends what it no longer wants', async () => {
    const gone = await sourceOver({
      ...dataset,
      query: () => Promise.reject(new SourceError('incomplete', 'a shard has gone')),
    })
    await gone.describe()
    await expect(gone.query(query)).rejects.toMatchObject({ code: 'incomplete' })

    const slow = await sourceOver(
      { ...silentDataset(), describe: dataset.describe, latestVersion: dataset.latestVersion },
      { answerSeconds: 0.3 },
    )
    await slow.describe()
    await expect(slow.query(query)).rejects.toMatchObject({ code: 'timeout' })
    const away = new AbortController()
    const asked = slow.query(query, { signal: away.signal })
    away.abort(new Error('no longer wanted'))
    await expect(asked).rejects.toThrow('no longer wanted')
  })
})
