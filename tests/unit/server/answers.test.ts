import { beforeAll, describe, expect, it } from 'vitest'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import {
  serverPaths,
  type Named,
  type PlainResult,
  type ServedDataset,
} from '../../../src/query/servedDataset.ts'
import { bundledRecords, engineDataset } from '../../server/engineDataset.ts'
import { linesOf, serve, wholeQuery } from '../../server/serve.ts'

const version = 'load-1-engine'
const top = { kind: 'top', search: '', within: null, offset: 0, limit: 10 } as const

let dataset: ServedDataset
let id: string

beforeAll(async () => {
  const records = await bundledRecords()
  id = records.incidents[0]?.id ?? ''
  dataset = await engineDataset(records, { sampleEvery: 4 })
})

/** The value as it arrives over HTTP. */
const sent = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

describe('the answers of the server', () => {
  it('are those of its data set', async () => {
    const { url, post } = await serve(dataset)
    const facetPage = { facet: 'actor', filters: noFilters, values: top } as const
    expect(await (await fetch(url + serverPaths.version)).json()).toEqual(await dataset.latestVersion())
    expect(await (await fetch(url + serverPaths.description)).json()).toEqual(
      sent(await dataset.describe({ version: null })),
    )
    expect(await (await post(serverPaths.facetPage, { version, request: facetPage })).json()).toEqual(
      sent(await dataset.facetPage(facetPage, { version })),
    )
    expect(await (await post(serverPaths.incident, { version, id })).json()).toEqual(
      sent(await dataset.incident(id, { version })),
    )
    const urls = ['https://example.org/none']
    expect(await (await post(serverPaths.citing, { version, urls })).json()).toEqual(
      sent(await dataset.citing(urls, { version })),
    )
  })

  it('to a query are a part, then the whole', async () => {
    const { post } = await serve(dataset)
    const response = await post(serverPaths.query, { version, query: wholeQuery })
    expect(response.headers.get('content-type')).toMatch(/^application\/x-ndjson/)
    const [part, whole, ...more] = await linesOf(response)
    expect(more).toEqual([])
    expect(part).toMatchObject({ kind: 'part', part: { answer: { exactness: { kind: 'sampled' } } } })
    const { answer } = await dataset.query(wholeQuery, { version })
    expect(whole).toMatchObject({ kind: 'whole', whole: { answer: sent(answer) } })
  })

  it.each(['br', 'gzip', 'identity'])(
    'to a query send their part before the whole is there, as %s',
    async (encoding) => {
      const { answer, named } = await dataset.query(wholeQuery, { version })
      let finish: (whole: Named<PlainResult>) => void = () => {}
      const { post } = await serve({
        ...dataset,
        async query(query, options) {
          await dataset.query(query, options)
          return new Promise((resolve) => (finish = resolve))
        },
      })
      const response = await post(
        serverPaths.query,
        { version, query: wholeQuery },
        { headers: { 'content-type': 'application/json', 'accept-encoding': encoding } },
      )
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
      let text = ''
      while (!text.includes('\n')) text += (await reader?.read())?.value ?? ''
      expect(JSON.parse(text)).toMatchObject({ kind: 'part' })
      finish({ answer, named })
      let rest = ''
      for (let step = await reader?.read(); step && !step.done; step = await reader?.read())
        rest += step.value
      expect(JSON.parse(rest)).toMatchObject({ kind: 'whole' })
    },
  )

  it('to an export are the file, with the number of records', async () => {
    const { post } = await serve(dataset)
    const request = { filters: noFilters, format: 'csv', notes: ['A note'] } as const
    const pieces: Uint8Array[] = []
    for await (const { bytes } of dataset.export(request, { version })) pieces.push(bytes)
    const response = await post(serverPaths.export, { version, request })
    const { incidents } = await dataset.describe({ version: null })
    expect(response.headers.get('incidents-total')).toBe(String(incidents))
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.concat(pieces))
  })

  it('of a description are not sent again to who has its version', async () => {
    let described = 0
    const { url } = await serve({
      ...dataset,
      describe(options) {
        described += 1
        return dataset.describe(options)
      },
    })
    const first = await fetch(url + serverPaths.description)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\w-]{43}"$/)
    const again = await fetch(url + serverPaths.description, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    // A version that is not there is answered by the latest.
    const other = await fetch(`${url}${serverPaths.description}?version=load-0-gone`)
    expect(other.headers.get('etag')).toBe(etag)
    expect(described).toBe(2)
  })

  it('say whether an incident or a version is missing', async () => {
    const { post } = await serve(dataset)
    const none = await post(serverPaths.incident, { version, id: 'none' })
    expect([none.status, await none.json()]).toEqual([404, expect.objectContaining({ code: 'missing' })])
    const gone = await post(serverPaths.incident, { version: 'load-0-gone', id })
    expect([gone.status, await gone.json()]).toEqual([410, expect.objectContaining({ code: 'missing' })])
  })
})

describe('a server that other pages may ask', () => {
  it('tells browsers so, and tells none without the option', async () => {
    const origin = 'https://atlas.example'
    const { url } = await serve(dataset, { allowedOrigins: [origin] })
    const asked = await fetch(url + serverPaths.query, { method: 'OPTIONS', headers: { origin } })
    expect(asked.status).toBe(204)
    expect(asked.headers.get('access-control-allow-origin')).toBe(origin)
    const other = await fetch(url + serverPaths.version, { headers: { origin: 'https://other.example' } })
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
    const closed = await serve(dataset)
    const unasked = await fetch(closed.url + serverPaths.version, { headers: { origin } })
    expect(unasked.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('/healthz', () => {
  it('gives the version of a base that answers, and the code of the error of one that does not', async () => {
    const well = await serve(dataset)
    const ok = await fetch(`${well.url}healthz`)
    expect([ok.status, await ok.json()]).toEqual([200, { status: 'ok', version }])
    const ill = await serve({ ...dataset, latestVersion: () => Promise.reject(new Error('no')) })
    const unwell = await fetch(`${ill.url}healthz`)
    expect([unwell.status, await unwell.json()]).toEqual([503, { status: 'unavailable', code: 'internal' }])
  })
})
