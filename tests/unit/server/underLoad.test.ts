import { describe, expect, it } from 'vitest'
import { SourceError, type SourceErrorCode } from '../../../src/query/incidentSource.ts'
import { serverPaths } from '../../../src/query/servedDataset.ts'
import { createGate } from '../../../src/server/answerGate.ts'
import { linesOf, serve, wholeQuery } from '../../server/serve.ts'
import { silentDataset } from '../../server/silentDataset.ts'

const version = 'load-1-a'
const body = { version, query: wholeQuery }
const found = { version, updated: '2025-01-01' }

/** What each code of error is over HTTP. */
const statuses: Readonly<Record<SourceErrorCode, number>> = {
  unreachable: 503,
  missing: 410,
  truncated: 502,
  altered: 502,
  malformed: 502,
  unsupported: 501,
  refused: 403,
  timeout: 504,
  busy: 503,
  excessive: 422,
  incomplete: 503,
  lost: 503,
  internal: 500,
}

const codes = Object.entries(statuses) as [SourceErrorCode, number][]

describe('an error of the data set', () => {
  it.each(codes)(
    'with code %s is answered with its status, and without its message',
    async (code, status) => {
      const { post, log } = await serve(
        silentDataset({ query: () => Promise.reject(new SourceError(code, 'SELECT secret')) }),
      )
      const response = await post(serverPaths.query, body)
      const text = await response.text()
      expect(response.status).toBe(status)
      expect(JSON.parse(text)).toMatchObject({ code })
      expect(response.headers.get('retry-after')).toBe(status === 503 ? '2' : null)
      expect(text + log.join('')).not.toContain('secret')
    },
  )

  it('that comes after the first part is told in the last line', async () => {
    const { post } = await serve(
      silentDataset({
        async query(_, { onPart }) {
          const part = { answer: { total: 1 }, named: {} }
          onPart?.(part as Parameters<typeof onPart>[0])
          await Promise.resolve()
          throw new SourceError('incomplete', 'a shard has gone')
        },
      }),
    )
    const lines = await linesOf(await post(serverPaths.query, body))
    expect(lines).toEqual([
      expect.objectContaining({ kind: 'part' }),
      { kind: 'error', error: expect.objectContaining({ code: 'incomplete' }) },
    ])
  })

  it('that is a defect is logged where it happened, without what it says', async () => {
    const { post, log } = await serve(
      silentDataset({ query: () => Promise.reject(new TypeError('of the word secret')) }),
    )
    expect((await post(serverPaths.query, body)).status).toBe(500)
    expect(log.join('')).toContain('underLoad.test')
    expect(log.join('')).not.toContain('secret')
  })
})

describe('the log', () => {
  it('names route, status and time of each request, and nothing that was asked', async () => {
    const { url, post, log } = await serve(silentDataset({ incident: () => Promise.resolve(undefined) }))
    await post(serverPaths.incident, { version, id: 'secret' })
    await fetch(`${url}${serverPaths.description}?secret=1`, { headers: { 'user-agent': 'secret' } })
    await fetch(`${url}secret`)
    await fetch(`${url}api/%`)
    const answered = () =>
      log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'answered')
    // A client may have its answer before the server has logged it.
    await expect.poll(answered).toHaveLength(3)
    const lines = answered()
    expect(lines).toEqual([
      expect.objectContaining({
        method: 'POST',
        route: '/api/incident',
        status: 404,
        ms: expect.any(Number),
      }),
      expect.objectContaining({ method: 'GET', route: '/api/description', status: 400 }),
      expect.objectContaining({ method: 'GET', route: 'unknown', status: 404 }),
    ])
    expect(JSON.stringify(lines)).not.toMatch(/secret|127\.0\.0\.1/)
    expect(log.join('')).not.toContain('secret')
  })
})

describe('200 clients at once', () => {
  it('each get an answer, or a 503 that says when to come again', async () => {
    let running = 0
    let most = 0
    const dataset = silentDataset({
      async latestVersion() {
        running += 1
        most = Math.max(most, running)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running -= 1
        return found
      },
    })
    const { url } = await serve(dataset, { limits: { answers: 4, waiting: 20, perClient: 1_000 } })
    const responses = await Promise.all(Array.from({ length: 200 }, () => fetch(url + serverPaths.version)))
    const answered = responses.filter(({ status }) => status === 200)
    const refused = responses.filter(({ status }) => status === 503)
    expect(answered.length + refused.length).toBe(200)
    expect(answered.length).toBeGreaterThanOrEqual(24)
    expect(most).toBeLessThanOrEqual(4)
    for (const response of refused) {
      expect(response.headers.get('retry-after')).toBe('2')
      expect(await response.json()).toMatchObject({ code: 'busy' })
    }
    // Afterwards every place is free again.
    expect((await fetch(url + serverPaths.version)).status).toBe(200)
  })

  it('leave room for other clients, where one asks for more than its share', async () => {
    const dataset = silentDataset({ latestVersion: () => Promise.resolve(found) })
    const limits = { answers: 10, perClient: 2 }
    const { url, post } = await serve(dataset, { limits, proxies: ['127.0.0.1'] })
    const away = new AbortController()
    const greedy = {
      signal: away.signal,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.1' },
    }
    const open = [post(serverPaths.query, body, greedy), post(serverPaths.query, body, greedy)]
    for (const each of open) each.catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 50))
    const from = (address: string) =>
      fetch(url + serverPaths.version, { headers: { 'x-forwarded-for': address } })
    expect((await from('192.0.2.1')).status).toBe(503)
    expect((await from('192.0.2.2')).status).toBe(200)
    away.abort()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await from('192.0.2.1')).status).toBe(200)
  })
})

describe('the gate', () => {
  const limits = { running: 1, waiting: 2, perClient: 10, waitSeconds: 10 }
  const { signal } = new AbortController()

  it('lets calls in one after another, in their order', async () => {
    const gate = createGate(limits)
    const order: string[] = []
    const enter = async (name: string) => {
      const leave = await gate.enter(name, signal)
      order.push(name)
      return leave
    }
    const first = await enter('a')
    const second = enter('b')
    const third = enter('c')
    await expect(enter('d')).rejects.toMatchObject({ code: 'busy' })
    first()
    // A second call of the same function gives no second place.
    first()
    const leave = await second
    expect(order).toEqual(['a', 'b'])
    leave()
    ;(await third)()
    ;(await enter('e'))()
    expect(order).toEqual(['a', 'b', 'c', 'e'])
  })

  it('forgets who gives up while waiting', async () => {
    const gate = createGate({ ...limits, waiting: 1 })
    const leave = await gate.enter('a', signal)
    const away = new AbortController()
    const waiting = gate.enter('b', away.signal)
    away.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    const next = gate.enter('c', signal)
    leave()
    ;(await next)()
  })

  it('sends away who has waited too long', async () => {
    const gate = createGate({ ...limits, waitSeconds: 0.01 })
    const leave = await gate.enter('a', signal)
    await expect(gate.enter('b', signal)).rejects.toMatchObject({ code: 'busy' })
    leave()
    ;(await gate.enter('c', signal))()
  })
})
