import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { isRecord } from '../../../src/incidents/shapeChecks.ts'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import { serverPaths, type ServedDataset } from '../../../src/query/servedDataset.ts'
import { openApiDocument } from '../../../src/server/openApi.ts'
import { bundledRecords, engineDataset } from '../../server/engineDataset.ts'
import { serve, wholeQuery } from '../../server/serve.ts'

const version = 'load-1-engine'
const ID = '2025-10-22-harem-french-camp-clashes'
const values = { kind: 'top', search: '', within: null, offset: 0, limit: 9 }
const { components } = openApiDocument() as { components: { schemas: Record<string, object> } }

/** The schema of the description, for which every property must be one that it names. */
function described(name: string): z.ZodType {
  const schema = components.schemas[name]
  if (!schema) throw new Error(`no schema ${name}`)
  return z.fromJSONSchema(closed(schema) as Parameters<typeof z.fromJSONSchema>[0])
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed)
  if (!isRecord(schema)) return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]))
  return isRecord(schema['properties']) ? { ...inner, additionalProperties: false } : inner
}

/** What is wrong with an answer by its description; [] where nothing is. */
function faultsOf(name: string, answer: unknown): string[] {
  const read = described(name).safeParse(answer)
  return read.success ? [] : read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

let dataset: ServedDataset

beforeAll(async () => {
  dataset = await engineDataset(await bundledRecords(), { wholeDictionary: 20, sampleEvery: 4 })
})

describe('as the OpenAPI document describes it is', () => {
  it.each([
    ['Version', serverPaths.version],
    ['Description', serverPaths.description],
  ])('%s', async (name, path) => {
    const { url } = await serve(dataset)
    expect(faultsOf(name, await (await fetch(url + path)).json())).toEqual([])
  })

  it.each([
    ['FacetPage', serverPaths.facetPage, { request: { filters: noFilters, facet: 'actor', values } }],
    ['Incident', serverPaths.incident, { id: ID }],
    ['Citing', serverPaths.citing, { urls: ['https://example.org/'] }],
  ])('%s', async (name, path, body) => {
    const { post } = await serve(dataset)
    const response = await post(path, { version, ...body })
    expect(faultsOf(name, await response.json())).toEqual([])
    expect(response.status).toBe(200)
  })

  it('each line of the answer to a query', async () => {
    const { post } = await serve(dataset)
    const response = await post(serverPaths.query, { version, query: { ...wholeQuery, open: ID } })
    const lines = (await response.text()).trim().split('\n')
    expect(lines).toHaveLength(2)
    for (const line of lines) expect(faultsOf('QueryLine', JSON.parse(line))).toEqual([])
  })

  it('an error', async () => {
    const { post } = await serve(dataset)
    const response = await post(serverPaths.incident, { version, id: 'none' })
    expect(response.status).toBe(404)
    expect(faultsOf('Error', await response.json())).toEqual([])
  })
})

it('what is described is told from other answers', () => {
  expect(faultsOf('Version', { version: 1, updated: '2026-01-01' })).not.toEqual([])
  expect(faultsOf('Version', { version: 'a', updated: '2026-01-01', more: 1 })).not.toEqual([])
  expect(faultsOf('FacetPage', { answer: { values: [], of: -1 }, named: {} })).not.toEqual([])
  expect(faultsOf('Error', { code: 'unheard-of', detail: '' })).not.toEqual([])
})
