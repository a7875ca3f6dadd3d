import { EventEmitter } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { headersFile } from '../../../src/cli/securityHeaders.ts'
import { serve, untilStopped } from '../../../src/cli/serve.ts'
import { SourceError } from '../../../src/query/incidentSource.ts'
import type { ServedDataset } from '../../../src/query/servedDataset.ts'
import { engineDataset } from '../../server/engineDataset.ts'
import { heldCall, silentDataset } from '../../server/silentDataset.ts'
import { about, actors, incidentWith, places } from '../incidents/sampleRecords.ts'

const built = `<html><head><title>Built</title>
  <meta name="application-name" content="Built">
  <meta name="description" content="Of the data set that it was built with">
</head></html>`

let folder: string
let said: string[]
const stops: (() => Promise<void>)[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'))
  said = []
  await mkdir(join(folder, 'dist'))
  await writeFile(join(folder, 'dist/index.html'), built)
  await writeFile(join(folder, 'dist/_headers'), headersFile({ 'X-Content-Type-Options': 'nosniff' }))
})

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
  await rm(folder, { recursive: true })
})

async function serveHere(
  dataset: ServedDataset,
  options: { host?: string; port?: number; page?: string } = {},
) {
  const server = await serve(dataset, {
    port: 0,
    page: join(folder, 'dist'),
    log: () => {},
    say: (line) => void said.push(line),
    ...options,
  })
  stops.push(server.stop)
  return server
}

const unreachable = silentDataset({
  latestVersion: () => Promise.reject(new SourceError('unreachable', 'nobody there')),
})

describe('serve', () => {
  it('serves a base on this machine alone, with the headers and the page of the build', async () => {
    const dataset = await engineDataset({ about, actors, places, incidents: [incidentWith({})] })
    const { url } = await serveHere(dataset)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const response = await fetch(url)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const html = await response.text()
    expect(html).toContain('<meta name="incident-atlas-source" content="server">')
    expect(html).toContain('<title>A small data set</title>')
    expect(html).toContain('<meta name="description" content="For tests">')
    expect(said).toEqual([])
  })

  it('says where the base does not answer, and shows nothing of another data set', async () => {
    const { url } = await serveHere(unreachable)
    expect(said).toEqual(['the base does not answer yet (unreachable): see /healthz'])
    const html = await (await fetch(url)).text()
    expect(html).toContain('<title>Incident Atlas</title>')
    expect(html).not.toContain('Of the data set')
  })

  it('answers no page elsewhere whose name leads to this machine', async () => {
    const { app } = await serveHere(unreachable)
    const status = async (host: string) =>
      (await app.inject({ url: '/api/openapi.json', headers: { host } })).statusCode
    expect([await status('evil.example'), await status('localhost:4173')]).toEqual([403, 200])
  })

  it('warns where others can reach it', async () => {
    await serveHere(unreachable, { host: '0.0.0.0' })
    expect(said.join()).toContain('whoever reaches 0.0.0.0 can read the base')
  })

  it('is refused without a page, and on a port that is in use', async () => {
    await expect(serveHere(unreachable, { page: folder })).rejects.toThrow(/holds no built page/)
    const { url } = await serveHere(unreachable)
    const port = Number(new URL(url).port)
    await expect(serveHere(unreachable, { port })).rejects.toThrow(`port ${port} is in use`)
  })

  it.each(['SIGTERM', 'SIGINT'])('ends on %s when the answers under way have ended', async (name) => {
    const found = { version: 'load-1-a', updated: '2025-01-01' }
    const { answer, called, finish } = heldCall(found)
    const answers = [() => Promise.resolve(found), answer]
    const server = await serveHere(silentDataset({ latestVersion: () => (answers.shift() ?? answer)() }))
    const signals = new EventEmitter()
    const stopped = untilStopped(server, signals)
    const underWay = fetch(`${server.url}api/version`)
    await called
    signals.emit(name)
    expect(signals.eventNames()).toEqual([])
    finish()
    expect(await (await underWay).json()).toEqual(found)
    await expect(stopped).resolves.toBeUndefined()
  })
})
