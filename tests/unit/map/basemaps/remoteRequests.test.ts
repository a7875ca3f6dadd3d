import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  allowHosts,
  askRemote,
  NothingThere,
  onRemoteRequest,
  remoteAddress,
  remoteProtocol,
  type RemoteEvent,
} from '../../../../src/map/basemaps/remoteRequests.ts'
import { HOST, serveHost, type LoopbackHost } from './loopbackHost.ts'

let host: LoopbackHost
let events: RemoteEvent['kind'][]
let stop: () => void

beforeEach(async () => {
  host = await serveHost(({ url = '' }, response) => {
    if (url === '/silent') return
    response.statusCode = Number(url.slice(1)) || 200
    response.setHeader('cache-control', 'max-age=60')
    response.end('{"a":1}')
  })
  allowHosts(['tiles.example'])
  events = []
  stop = onRemoteRequest(({ kind }) => events.push(kind))
})
afterEach(() => {
  stop()
  allowHosts([])
  host.close()
})

const never = new AbortController().signal

describe('a request to another host', () => {
  it('is made where the host is allowed, and told', async () => {
    const response = await askRemote(`${HOST}/a`, never, 'bytes=0-9')
    expect(await response.json()).toEqual({ a: 1 })
    expect(events).toEqual(['asked', 'arrived'])
    expect(host.asked[0]?.headers).toMatchObject({ range: 'bytes=0-9' })
    expect(host.asked[0]?.headers).not.toHaveProperty('referer')
  })

  it('is not made where the host is not allowed', async () => {
    await expect(askRemote('https://elsewhere.example/a', never)).rejects.toThrow(
      'may not ask elsewhere.example',
    )
    allowHosts([])
    await expect(askRemote(`${HOST}/a`, never)).rejects.toThrow('may not ask tiles.example')
    expect(host.asked).toEqual([])
    expect(events).toEqual(['asked', 'failed', 'asked', 'failed'])
  })

  it.each([404, 400])('that finds nothing is told as missing: %i', async (status) => {
    await expect(askRemote(`${HOST}/${status}`, never)).rejects.toThrow(NothingThere)
    expect(events).toEqual(['asked', 'missing'])
  })

  it.each([403, 429, 500])('that is refused is told as failed: %i', async (status) => {
    await expect(askRemote(`${HOST}/${status}`, never)).rejects.toThrow(`answered ${status}`)
    expect(events).toEqual(['asked', 'failed'])
  })

  it('that is given up is told as stopped', async () => {
    const abort = new AbortController()
    const asking = askRemote(`${HOST}/silent`, abort.signal)
    await expect.poll(() => host.asked.length).toBe(1)
    abort.abort()
    await expect(asking).rejects.toThrow(/abort/i)
    expect(events).toEqual(['asked', 'stopped'])
  })
})

describe('the protocol for other hosts', () => {
  it('stands for https on another host only', () => {
    expect(remoteAddress('https://tiles.example/a')).toBe('remote://tiles.example/a')
    expect(remoteAddress('https://atlas.example/a')).toBe('https://atlas.example/a')
    expect(remoteAddress('pmtiles://ground/1/2/3')).toBe('pmtiles://ground/1/2/3')
  })

  const load = remoteProtocol((url) => new Error(`no tile ${url}`))
  const ask = (path: string, type: 'json' | 'arrayBuffer') =>
    load({ url: `remote://tiles.example${path}`, type }, new AbortController())

  it('gives JSON and bytes, with what the host says of their age', async () => {
    expect(await ask('/a', 'json')).toEqual({ data: { a: 1 } })
    const { data, cacheControl } = await ask('/a', 'arrayBuffer')
    expect(new TextDecoder().decode(data as ArrayBuffer)).toBe('{"a":1}')
    expect(cacheControl).toBe('max-age=60')
  })

  it('gives the library’s own error for a tile that is not there, and others as they are', async () => {
    await expect(ask('/404', 'arrayBuffer')).rejects.toThrow(`no tile ${HOST}/404`)
    await expect(ask('/500', 'arrayBuffer')).rejects.toThrow('answered 500')
  })
})
