import * as fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createServerSource } from '../../../../src/sources/server/serverSource.ts'
import { facetIds } from '../../../../src/incidents/fields.ts'
import { noFilters } from '../../../../src/query/incidentQuery.ts'
import { SourceError } from '../../../../src/query/incidentSource.ts'
import type { ServedDataset } from '../../../../src/query/servedDataset.ts'
import type { LaterSource } from '../../../../src/sources/laterSource.ts'
import { bundledRecords, engineDataset } from '../../../server/engineDataset.ts'
import { everything } from '../../../oracle/anyQuery.ts'
import { propertyRuns } from '../../../propertyRuns.ts'
import { BASE, collected, fetchOver, inSmallPieces } from './fetchOver.ts'

const query = { ...everything, facets: facetIds }
let dataset: ServedDataset

beforeAll(async () => {
  const records = await bundledRecords()
  dataset = await engineDataset(
    { ...records, incidents: records.incidents.slice(0, 40) },
    { wholeDictionary: 5, sampleEvery: 2 },
  )
})

afterEach(() => void vi.unstubAllGlobals())

/** A described source; from then on `answer` answers in place of the server. */
async function openThen(answer: typeof fetch): Promise<LaterSource> {
  vi.stubGlobal('fetch', fetchOver(dataset))
  const source = createServerSource({ kind: 'server', baseUrl: BASE, version: null })
  await source.describe()
  vi.stubGlobal('fetch', answer)
  return source
}

const answering = (body: BodyInit, init?: ResponseInit) => () => Promise.resolve(new Response(body, init))

/** The lines that the server sends in answer to the query. */
async function queryLines(): Promise<string[]> {
  const source = fetchOver(dataset)
  const body = JSON.stringify({ version: 'load-1-engine', query })
  const response = await source(`${BASE}api/query`, { method: 'POST', body })
  return (await response.text()).trim().split('\n')
}

async function codeOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'answered',
    (reason: unknown) => (reason instanceof SourceError ? reason.code : reason),
  )
}

describe('a source over a server that fails', () => {
  it.each([
    [503, { code: 'busy', detail: 'x' }, 'busy'],
    [422, { code: 'excessive', detail: 'x' }, 'excessive'],
    [503, { code: 'incomplete', detail: 'x' }, 'incomplete'],
    [504, { code: 'timeout', detail: 'x' }, 'timeout'],
    [410, { code: 'missing', detail: 'x' }, 'missing'],
    // The database behind the server, a server that stops, and a request that our own code has got wrong.
    [503, { code: 'unreachable', detail: 'x' }, 'unreachable'],
    [503, { code: 'lost', detail: 'x' }, 'unreachable'],
    [400, { code: 'malformed', detail: 'x' }, 'internal'],
    [500, { code: '__proto__', detail: 'x' }, 'internal'],
    // Other programs on the way.
    [502, { error: 'Bad Gateway' }, 'unreachable'],
    [503, 'nothing of the kind', 'busy'],
    [404, null, 'missing'],
    [401, [], 'refused'],
    [418, 7, 'internal'],
  ])('tells the code of an answer with status %d and %j', async (status, body, code) => {
    const source = await openThen(() => Promise.resolve(Response.json(body, { status })))
    expect(await codeOf(source.query(query))).toBe(code)
    expect(await codeOf(source.citing(['https://example.org/']))).toBe(code)
    expect(await codeOf(collected(source.export({ filters: noFilters, format: 'csv' })))).toBe(code)
  })

  it('is unreachable where there is no answer', async () => {
    const source = await openThen(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(await codeOf(source.query(query))).toBe('unreachable')
    expect(await codeOf(source.latestVersion())).toBe('unreachable')
  })

  it('tells an incident that is gone from a host without such a path', async () => {
    const gone = await openThen(() =>
      Promise.resolve(Response.json({ code: 'missing', detail: 'x' }, { status: 404 })),
    )
    expect(await gone.incident('a')).toBeUndefined()
    const other = await openThen(answering('<p>', { status: 404, headers: { 'content-type': 'text/html' } }))
    expect(await codeOf(other.incident('a'))).toBe('missing')
    const page = await openThen(answering('<p>', { headers: { 'content-type': 'text/html' } }))
    expect(await codeOf(page.incident('a'))).toBe('missing')
  })

  it('tells an error that comes after the part', async () => {
    const [part] = await queryLines()
    const error = JSON.stringify({ kind: 'error', error: { code: 'incomplete', detail: 'x' } })
    const source = await openThen(answering(`${part}\n${error}\n`))
    const onPart = vi.fn()
    expect(await codeOf(source.query(query, { onPart }))).toBe('incomplete')
    expect(onPart).toHaveBeenCalledOnce()
  })

  it('is truncated where the answer ends early, wherever that is', async () => {
    const [part = '', whole = ''] = await queryLines()
    for (const text of ['', `${part}\n`])
      expect(await codeOf((await openThen(answering(text))).query(query))).toBe('truncated')
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(`${part}\n${whole.slice(0, 50)}`))
        controller.error(new TypeError('network error'))
      },
    })
    expect(await codeOf((await openThen(answering(broken))).query(query))).toBe('truncated')
    expect(await codeOf((await openThen(answering(whole.slice(0, 50)))).query(query))).toBe('malformed')
  })

  it('refuses places that were not named, and counts of another length', async () => {
    const [, whole = ''] = await queryLines()
    const change = (
      edit: (answer: { list: { rows: { place: number }[] }; facets: { type: number[] } }) => void,
    ) => {
      const line = JSON.parse(whole) as { whole: { answer: Parameters<typeof edit>[0] } }
      edit(line.whole.answer)
      return openThen(answering(JSON.stringify(line)))
    }
    const unnamed = await change(({ list }) => list.rows.forEach((row) => (row.place = 4_000_000)))
    expect(await codeOf(unnamed.query(query))).toBe('malformed')
    const short = await change(({ facets }) => facets.type.pop())
    expect(await codeOf(short.query(query))).toBe('malformed')
  })

  it('exports nothing without the number of records, and tells a file that ends early', async () => {
    const request = { filters: noFilters, format: 'csv' } as const
    expect(await codeOf(collected((await openThen(answering('a,b'))).export(request)))).toBe('malformed')
    const broken = new ReadableStream({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('a,b'))
        controller.error(new TypeError('network error'))
      },
    })
    const source = await openThen(answering(broken, { headers: { 'incidents-total': '9' } }))
    expect(await codeOf(collected(source.export(request)))).toBe('truncated')
  })
})

describe('a source over a server that is left', () => {
  /** Answers once aborted, as fetch does. */
  const hanging: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
    })

  it('ends the request with the reason of the signal', async () => {
    const source = await openThen(hanging)
    const abort = new AbortController()
    const call = codeOf(source.query(query, { signal: abort.signal }))
    abort.abort('left')
    expect(await call).toBe('left')
  })

  it('rejects open and later calls once it is closed', async () => {
    const source = await openThen(hanging)
    const call = codeOf(source.query(query))
    source.close()
    expect(await call).toBe('lost')
    vi.stubGlobal('fetch', fetchOver(dataset))
    expect(await codeOf(source.incident('a'))).toBe('lost')
  })

  it('ends a download whose body is under way', async () => {
    const [part] = await queryLines()
    const cancel = vi.fn()
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(`${part}\n`)),
      cancel,
    })
    const source = await openThen(answering(body, { headers: { 'incidents-total': '9' } }))
    for await (const chunk of source.export({ filters: noFilters, format: 'csv' })) {
      expect(chunk.total).toBe(9)
      break
    }
    expect(cancel).toHaveBeenCalledOnce()
  })
})

describe('a damaged answer', () => {
  /** The JSON with the value at one of its places replaced. */
  function damaged(text: string, at: number, by: unknown): string {
    let seen = 0
    let count = 0
    JSON.parse(text, (_, value: unknown) => ((count += 1), value))
    const target = at % count
    return JSON.stringify(JSON.parse(text, (_, value: unknown) => (seen++ === target ? by : value)))
  }

  const anything = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(-1, 2 ** 40, 0.5, 1e300, '', null, [], {}, '__proto__', undefined),
  )

  it('is answered, or refused as malformed, and nothing else', async () => {
    const lines = await queryLines()
    await fc.assert(
      fc.asyncProperty(fc.nat(100_000), anything, fc.nat(1), async (at, by, line) => {
        const text = lines.map((each, index) => (index === line ? damaged(each, at, by) : each)).join('\n')
        const source = await openThen(answering(inSmallPieces(text)))
        expect(['answered', 'malformed', 'truncated', 'internal']).toContain(
          await codeOf(source.query(query)),
        )
      }),
      { numRuns: propertyRuns(200) },
    )
  })

  it('that describes the data set is refused or understood', async () => {
    const described = JSON.stringify(await dataset.describe({ version: null }))
    await fc.assert(
      fc.asyncProperty(fc.nat(100_000), anything, async (at, by) => {
        vi.stubGlobal('fetch', answering(damaged(described, at, by) ?? ''))
        const source = createServerSource({ kind: 'server', baseUrl: BASE, version: null })
        expect(['answered', 'malformed', 'truncated']).toContain(await codeOf(source.describe()))
      }),
      { numRuns: propertyRuns(200) },
    )
  })
})
