import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { noFilters } from '../../../src/query/incidentQuery.ts'
import { SourceError, type ExportChunk } from '../../../src/query/incidentSource.ts'
import { serverPaths } from '../../../src/query/servedDataset.ts'
import { serve, wholeQuery } from '../../server/serve.ts'
import { heldCall, silentDataset } from '../../server/silentDataset.ts'

const version = 'load-1-a'
const body = { version, query: wholeQuery }
const exportBody = { version, request: { filters: noFilters, format: 'json' } }
const found = { version, updated: '2025-01-01' }

/** A data set whose next query, or export, tells its signal. */
function watched() {
  let tell: (signal: AbortSignal) => void = () => {}
  const asked = new Promise<AbortSignal>((resolve) => (tell = resolve))
  const dataset = silentDataset({
    query(_, { signal }) {
      if (signal) tell(signal)
      return new Promise(() => {})
    },
    latestVersion: () => Promise.resolve(found),
  })
  return { asked, dataset }
}

/** Chunks without end, each of `bytes`; tells when it is left. */
async function* endless(bytes: number, onEnd: () => void): AsyncGenerator<ExportChunk, void> {
  try {
    for (let done = 1; ; done += 1) {
      await new Promise((resolve) => setTimeout(resolve))
      yield { bytes: new Uint8Array(bytes), done, total: 1_000_000 }
    }
  } finally {
    onEnd()
  }
}

describe('a client that goes away', () => {
  it('ends its query', async () => {
    const { asked, dataset } = watched()
    const { post, log } = await serve(dataset)
    const away = new AbortController()
    const answer = post(serverPaths.query, body, {
      signal: away.signal,
      headers: { 'content-type': 'application/json' },
    })
    const signal = await asked
    expect(signal.aborted).toBe(false)
    away.abort()
    await expect(answer).rejects.toThrow('aborted')
    if (!signal.aborted) await once(signal, 'abort')
    expect(signal.reason).toMatchObject({ name: 'ClientGone' })
    // It is no fault of the server.
    await expect.poll(() => log.join('')).toContain('"status":499')
    expect(log.join('')).not.toContain('"failed"')
  })

  it('ends its export, and gives its place to the next', async () => {
    let ended: () => void = () => {}
    const end = new Promise<void>((resolve) => (ended = resolve))
    const { post } = await serve(silentDataset({ export: () => endless(1_000, ended) }), {
      limits: { exports: 1, waiting: 0 },
    })
    const first = await post(serverPaths.export, exportBody)
    expect(first.headers.get('incidents-total')).toBe('1000000')
    expect((await post(serverPaths.export, exportBody)).status).toBe(503)
    await first.body?.cancel()
    await end
    const next = await post(serverPaths.export, exportBody)
    expect(next.status).toBe(200)
    await next.body?.cancel()
  })

  it('is cut off where it does not read what it asked for', async () => {
    let ended: () => void = () => {}
    const end = new Promise<void>((resolve) => (ended = resolve))
    const { url } = await serve(silentDataset({ export: () => endless(1_000_000, ended) }), {
      limits: { answerSeconds: 0.2, idleSeconds: 0.2 },
    })
    const client = connect(Number(new URL(url).port), '127.0.0.1')
    client.pause()
    const text = JSON.stringify(exportBody)
    client.write(
      `POST /${serverPaths.export} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
    )
    await expect(end).resolves.toBeUndefined()
    client.destroy()
  })

  it('is cut off where it reads a little now and then', async () => {
    let ended: () => void = () => {}
    const end = new Promise<void>((resolve) => (ended = resolve))
    const { url } = await serve(silentDataset({ export: () => endless(100_000_000, ended) }), {
      limits: { answerSeconds: 0.5, idleSeconds: 0.5 },
    })
    const client = connect(Number(new URL(url).port), '127.0.0.1')
    client.pause()
    client.on('error', () => {})
    const reading = setInterval(() => client.read(100_000), 50)
    const text = JSON.stringify(exportBody)
    client.write(
      `POST /${serverPaths.export} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${text.length}\r\n\r\n${text}`,
    )
    await expect(end).resolves.toBeUndefined()
    clearInterval(reading)
    client.destroy()
  })

  it('leaves an export to others, however many it asks for', async () => {
    const { post } = await serve(silentDataset({ export: () => endless(1_000, () => {}) }), {
      limits: { exports: 2, waiting: 4 },
    })
    const first = await post(serverPaths.export, exportBody)
    expect([first.status, (await post(serverPaths.export, exportBody)).status]).toEqual([200, 503])
    await first.body?.cancel()
  })
})

describe('a data set that does not answer', () => {
  it('is given up after the time limit', async () => {
    const { url, post } = await serve(silentDataset(), { limits: { answerSeconds: 0.05 } })
    for (const response of [
      await post(serverPaths.query, body),
      await post(serverPaths.export, exportBody),
      await post(serverPaths.incident, { version, id: 'a' }),
      await fetch(url + serverPaths.version),
      await fetch(`${url}${serverPaths.description}?version=a`),
    ])
      expect([response.status, await response.json()]).toEqual([
        504,
        expect.objectContaining({ code: 'timeout' }),
      ])
  })

  it('leaves an export that has begun incomplete, so that the client sees it', async () => {
    async function* failing(): AsyncGenerator<ExportChunk, void> {
      yield { bytes: new Uint8Array(100_000), done: 1, total: 2 }
      await new Promise((resolve) => setTimeout(resolve, 50))
      throw new SourceError('incomplete', 'a shard has gone')
    }
    const { post } = await serve(silentDataset({ export: failing }))
    const response = await post(serverPaths.export, exportBody)
    expect(response.status).toBe(200)
    await expect(response.arrayBuffer()).rejects.toThrow('terminated')
  })
})

describe('a server that stops', () => {
  it('lets the answers under way end, and takes no new calls', async () => {
    const { answer, called, finish } = heldCall(found)
    const dataset = silentDataset({ latestVersion: answer })
    const { url, stop } = await serve(dataset)
    const underWay = fetch(url + serverPaths.version)
    await called
    const stopped = stop()
    await expect(fetch(`${url}healthz`)).rejects.toThrow('fetch failed')
    finish()
    expect(await (await underWay).json()).toEqual(found)
    await expect(stopped).resolves.toBeUndefined()
  })

  it('refuses what comes over a connection that is open', async () => {
    const { answer, called, finish } = heldCall(found)
    const dataset = silentDataset({ latestVersion: answer })
    const { url, stop } = await serve(dataset)
    const client = connect(Number(new URL(url).port), '127.0.0.1')
    let heard = ''
    client.on('data', (piece: Buffer) => (heard += piece.toString()))
    const request = `GET /${serverPaths.version} HTTP/1.1\r\nHost: a\r\n\r\n`
    client.write(request)
    await called
    const stopped = stop()
    client.write(request)
    finish()
    await once(client, 'close')
    await stopped
    expect(heard).toMatch(/^HTTP\/1\.1 200 /)
    expect(heard.match(/HTTP\/1\.1 \d+/g)?.slice(1)).not.toContain('HTTP/1.1 200')
  })

  it('ends what takes longer than it waits', async () => {
    const { asked, dataset } = watched()
    const { post, stop } = await serve(dataset, { limits: { stopSeconds: 0.05 } })
    const answer = post(serverPaths.query, body)
    const signal = await asked
    await stop()
    expect(signal.aborted).toBe(true)
    expect([(await answer).status, await (await answer).json()]).toEqual([
      503,
      expect.objectContaining({ code: 'lost' }),
    ])
  })
})
