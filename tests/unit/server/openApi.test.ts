import { describe, expect, it } from 'vitest'
import { serverPaths } from '../../../src/query/servedDataset.ts'
import { OPENAPI_PATH, openApiDocument } from '../../../src/server/openApi.ts'
import { bounds } from '../../../src/server/requestSchemas.ts'
import { serve } from '../../server/serve.ts'
import { silentDataset } from '../../server/silentDataset.ts'

interface Operation {
  operationId: string
  requestBody?: { required: boolean; content: Record<string, { schema: Record<string, unknown> }> }
  responses: Record<string, { description: string }>
}

interface OpenApi {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Partial<Record<'get' | 'post', Operation>>>
  components: { schemas: Record<string, object> }
}

const document = openApiDocument() as OpenApi
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
)

/** All values of a key, wherever it stands. */
function valuesOf(of: unknown, key: string): unknown[] {
  if (typeof of !== 'object' || of === null) return []
  return Object.entries(of).flatMap(([name, value]) => [
    ...(name === key ? [value as unknown] : []),
    ...valuesOf(value, key),
  ])
}

describe('the OpenAPI document', () => {
  it('has the shape of version 3.1', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(document.info).toEqual(expect.objectContaining({ title: 'Incident Atlas', version: '1' }))
    for (const { path, operation } of operations) {
      expect(path).toMatch(/^\//)
      expect(Object.keys(operation.responses)).toContain('200')
      for (const [status, { description }] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^[1-5]\d\d$/)
        expect(description).not.toBe('')
      }
    }
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  })

  it('refers to nothing that it lacks', () => {
    const named = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`)
    const references = valuesOf(document, '$ref')
    expect(references.length).toBeGreaterThan(0)
    for (const reference of references) expect(named).toContain(reference)
  })

  it('has every path of the server, by its method', () => {
    const { version, description, ...others } = serverPaths
    const wanted = [
      ...[version, description].map((path) => `get /${path}`),
      ...Object.values(others).map((path) => `post /${path}`),
      'get /healthz',
    ]
    expect(operations.map(({ path, method }) => `${method} ${path}`).toSorted()).toEqual(wanted.toSorted())
  })

  it('bounds everything that a body may hold', () => {
    for (const { operation } of operations) {
      const schema = operation.requestBody?.content['application/json']?.schema
      for (const type of valuesOf(schema, 'additionalProperties')) expect(type).toBe(false)
      const text = JSON.stringify(schema ?? {})
      const arrays = text.match(/"type":"array"/g)?.length ?? 0
      expect(valuesOf(schema, 'maxItems')).toHaveLength(arrays)
    }
    expect(valuesOf(document.paths['/api/query'], 'maximum')).toContain(bounds.page)
  })

  it('is served', async () => {
    const { url } = await serve(silentDataset())
    const response = await fetch(url + OPENAPI_PATH)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toEqual(document)
  })
})
