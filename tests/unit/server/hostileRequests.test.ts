import * as fc from 'fast-check'
import { connect } from 'node:net'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { noFilters, type IncidentQuery } from '../../../src/query/incidentQuery.ts'
import { serverPaths, type ServedDataset } from '../../../src/query/servedDataset.ts'
import { bodySchemas, bounds, readSent } from '../../../src/server/requestSchemas.ts'
import { anyQuery } from '../../oracle/anyQuery.ts'
import { propertyRuns } from '../../propertyRuns.ts'
import { serve, wholeQuery } from '../../server/serve.ts'
import { silentDataset } from '../../server/silentDataset.ts'

const version = 'load-1-engine'

/** A data set that no request of these tests may reach. */
const unreached = silentDataset()

const withFilters = (filters: object) => ({
  version,
  query: { ...wholeQuery, filters: { ...noFilters, ...filters } },
})
const withList = (list: object) => ({
  version,
  query: { ...wholeQuery, list: { ...wholeQuery.list, ...list } },
})
const many = (length: number) => Array.from({ length }, (_, at) => `id${at}`)

const refused: [what: string, body: unknown, status: number][] = [
  ['10^9 rows', withList({ limit: 1e9 }), 422],
  ['rows from the end of the world on', withList({ offset: 1e15 }), 422],
  ['rows before the first', withList({ offset: -1 }), 400],
  ['half a row', withList({ limit: 1.5 }), 400],
  ['rows in no order', withList({ order: 'newest; DROP TABLE incidents' }), 400],
  ['too many ids', withFilters({ tag: { include: many(bounds.ids + 1), exclude: [] } }), 422],
  [
    'an id that is too long',
    withFilters({ tag: { include: ['x'.repeat(bounds.id + 1)], exclude: [] } }),
    422,
  ],
  ['a text that is too long', withFilters({ text: 'x'.repeat(bounds.text + 1) }), 422],
  ['a code that is none', withFilters({ type: { include: ['__proto__'], exclude: [] } }), 400],
  ['an id that is a number', withFilters({ place: { include: [7], exclude: [] } }), 400],
  ['a day that is a text', withFilters({ days: { from: '2025-01-01', to: null } }), 400],
  ['a day that is no whole number', withFilters({ days: { from: 0.5, to: null } }), 400],
  ['a latitude beyond the pole', withFilters({ area: { west: 0, south: -91, east: 1, north: 0 } }), 400],
  ['an unknown filter', withFilters({ secret: 1 }), 400],
  ['no filters', { version, query: { ...wholeQuery, filters: {} } }, 400],
  ['a facet that is none', { version, query: { ...wholeQuery, facets: ['constructor'] } }, 400],
  [
    'days of ten thousand years',
    { version, query: { ...wholeQuery, bins: { unit: 'day', span: { from: -700_000, to: 2_900_000 } } } },
    422,
  ],
  [
    'a map of all streets of the world',
    { version, query: { ...wholeQuery, map: { ...wholeQuery.map, zoom: 16 } } },
    422,
  ],
  [
    'bins that end before they begin',
    { version, query: { ...wholeQuery, bins: { unit: 'day', span: { from: 2, to: 1 } } } },
    400,
  ],
  ['an unknown key', { version, query: wholeQuery, sql: 'SELECT 1' }, 400],
  ['no version', { query: wholeQuery }, 400],
  ['a list', [], 400],
  ['nothing', null, 400],
  ['a text', 'SELECT 1', 400],
]

describe('a request that is not in the form of the API', () => {
  it.each(refused)('is refused for %s', async (_, body, status) => {
    const { post } = await serve(unreached)
    const response = await post(serverPaths.query, body)
    const { code } = (await response.json()) as { code: string }
    expect([response.status, code]).toEqual([status, status === 422 ? 'excessive' : 'malformed'])
  })

  it('is refused where it is no JSON, or in another form', async () => {
    const { url, post } = await serve(unreached)
    const json = { 'content-type': 'application/json' }
    const raw = (body: BodyInit, headers: HeadersInit = json) =>
      fetch(url + serverPaths.query, { method: 'POST', body, headers })
    const proto = JSON.stringify({ version, query: wholeQuery }).replace('{', '{"__proto__":{"version":"x"},')
    const constructed = JSON.stringify({ version }).replace('{', '{"constructor":{"prototype":{"a":1}},')
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    for (const body of ['{', '', '{"version":', '\0', proto, constructed, deep])
      expect(await (await raw(body)).json()).toMatchObject({ code: 'malformed' })
    expect((await raw('{}', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await raw('<a/>', { 'content-type': 'application/xml' })).status).toBe(415)
    expect((await fetch(url + serverPaths.query)).status).toBe(404)
    expect((await fetch(`${url}api/none`)).status).toBe(404)
    expect((await fetch(`${url}${serverPaths.description}?other=1`)).status).toBe(400)
    expect((await post('api/%', {})).status).toBe(400)
  })

  it('is refused for a body of 10 MB, before the body is read', async () => {
    const { url } = await serve(unreached)
    const { port } = new URL(url)
    const client = connect(Number(port), '127.0.0.1')
    client.write(
      `POST /${serverPaths.query} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 10485760\r\n\r\n{`,
    )
    const [answer] = (await once(client, 'data')) as [Buffer]
    client.destroy()
    expect(answer.toString()).toMatch(/^HTTP\/1\.1 413 /)
    expect(answer.toString()).toContain('"excessive"')
  })

  it('is refused for a body that grows beyond the limit', async () => {
    const { url } = await serve(unreached)
    const piece = new TextEncoder().encode(' '.repeat(65_536))
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        sent += piece.length
        if (sent > 10_485_760) controller.close()
        else controller.enqueue(piece)
      },
    })
    const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } }
    // A client may see the connection cut while it still sends.
    const status = await fetch(url + serverPaths.query, init).then(
      (response) => response.status,
      () => 'cut off',
    )
    expect([413, 'cut off']).toContain(status)
    expect(sent).toBeLessThan(10_485_760)
  })
})

const sqlTexts = [
  "'; DROP TABLE incidents; --",
  '\\',
  "\\'",
  '`',
  '\0',
  '${x}',
  '{id:UInt64}',
  'a\u2028b',
  '\ud800',
  'x OR 1=1',
  '/*',
]

describe('SQL in a text', () => {
  it.each(sqlTexts)('reaches the data set as it was sent: %j', async (text) => {
    const asked: unknown[] = []
    const takes = (...values: unknown[]) => {
      asked.push(...values)
      return Promise.resolve(undefined)
    }
    const dataset: ServedDataset = silentDataset({
      incident: (id, options) => takes(id, options.version),
    })
    const { post } = await serve(dataset)
    await post(serverPaths.incident, { version: text, id: text })
    expect(asked).toEqual([text, text])
    const query = {
      ...wholeQuery,
      open: text,
      filters: { ...noFilters, text, tag: { include: [text], exclude: [text] } },
    }
    expect(readSent(bodySchemas.query, { version: text, query })).toEqual({ version: text, query })
  })
})

describe('the form of a query', () => {
  it('takes every query that the page can make, and changes none', () => {
    fc.assert(
      fc.property(anyQuery(60), (any) => {
        // Its areas are of the size of the world, at every zoom.
        const query: IncidentQuery = { ...any, map: any.map && { ...any.map, zoom: any.map.zoom * 0.45 } }
        const sent = JSON.parse(JSON.stringify({ version, query })) as unknown
        expect(readSent(bodySchemas.query, sent)).toEqual(sent)
      }),
      { numRuns: propertyRuns(300) },
    )
  })

  it('takes nothing else: any JSON is read or refused', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (sent) => {
        for (const schema of Object.values(bodySchemas))
          expect(() => readSent(schema, sent)).toThrow(expect.objectContaining({ name: 'SourceError' }))
      }),
      { numRuns: propertyRuns(300) },
    )
  })
})
