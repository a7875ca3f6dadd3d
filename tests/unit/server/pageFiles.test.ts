import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { markedPage } from '../../../src/server/pageFiles.ts'
import { serve } from '../../server/serve.ts'
import { silentDataset } from '../../server/silentDataset.ts'
import { about } from '../incidents/sampleRecords.ts'

const headers = { 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' }
const found = { version: 'load-1-a', updated: '2025-01-01' }
const described = {
  ...found,
  about,
  incidents: 0,
  sources: 0,
  days: null,
  bounds: null,
  totals: {},
  dictionaries: { actors: [], places: [], publishers: [], tags: [] },
}

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'))
  await mkdir(join(folder, 'dist/assets'), { recursive: true })
  await mkdir(join(folder, 'dist/.git'))
  await writeFile(join(folder, 'dist/index.html'), '<html><head><title>Built</title></head></html>')
  await writeFile(join(folder, 'dist/404.html'), 'no such page')
  await writeFile(join(folder, 'dist/assets/a-1234.js'), `code ${'x'.repeat(5_000)}`)
  await writeFile(join(folder, 'dist/icon.svg'), '<svg/>')
  await writeFile(join(folder, 'dist/_headers'), 'for other hosts')
  await writeFile(join(folder, 'dist/.htaccess'), 'for other hosts')
  await writeFile(join(folder, 'dist/.git/config'), 'not for anyone')
  await writeFile(join(folder, 'secret'), 'not for anyone')
})

afterEach(() => rm(folder, { recursive: true }))

function servePage(isWell = true) {
  const dataset = isWell
    ? silentDataset({
        latestVersion: () => Promise.resolve(found),
        describe: () => Promise.resolve(described),
      })
    : silentDataset({ latestVersion: () => Promise.reject(new Error('no base')) })
  return serve(dataset, {
    headers,
    page: {
      folder: join(folder, 'dist'),
      indexHtml: (of) => markedPage(`<html><head><title>${of?.title.en ?? 'No base'}</title></head></html>`),
    },
  })
}

/** Requests the path as it is written: a URL object would resolve `..`. */
function raw(url: string, path: string, ofRequest: Record<string, string> = {}) {
  const { port } = new URL(url)
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    request({ port, path, host: '127.0.0.1', headers: ofRequest }, (response) => {
      let text = ''
      response.on('data', (piece: Buffer) => (text += piece.toString()))
      response.on('end', () => resolve({ status: response.statusCode, text }))
    })
      .on('error', reject)
      .end()
  })
}

describe('the served page', () => {
  it('is marked, and has the title of the base', async () => {
    const { url } = await servePage()
    for (const path of ['', 'index.html', '?a=1']) {
      const response = await fetch(url + path)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('cache-control')).toBe('no-cache')
      const html = await response.text()
      expect(html).toMatch(/<head>\s*<meta name="incident-atlas-source" content="server">/)
      expect(html).toContain('<title>A small data set</title>')
    }
    const etag = (await fetch(url)).headers.get('etag') ?? ''
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it('is there too where the base is not, to say so', async () => {
    const { url } = await servePage(false)
    expect(await (await fetch(url)).text()).toContain('<title>No base</title>')
  })

  it('has the headers of the build on every answer', async () => {
    const { url } = await servePage()
    for (const path of ['', 'assets/a-1234.js', 'gone', 'api/version', 'api/none', 'healthz', 'api/%'])
      expect(Object.fromEntries((await fetch(url + path)).headers)).toMatchObject(headers)
  })

  it('keeps hashed files for ever, and asks again for the others', async () => {
    const { url } = await servePage()
    const code = await fetch(`${url}assets/a-1234.js`, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(code.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(code.headers.get('content-encoding')).toBe('br')
    const icon = await fetch(`${url}icon.svg`)
    expect(icon.headers.get('cache-control')).toBe('no-cache')
    const etag = icon.headers.get('etag') ?? ''
    // By `fetch` such a request would ask that caches be passed by.
    expect(await raw(url, '/icon.svg', { 'if-none-match': etag })).toEqual({ status: 304, text: '' })
  })

  it('gives out no file outside its folder, none with a dot, and none that is for other hosts', async () => {
    const { url } = await servePage()
    const paths = [
      '/gone',
      '/assets',
      '/assets/',
      '/../secret',
      '/..%2fsecret',
      '/%2e%2e/secret',
      '/assets/..%2f..%2f..%2fsecret',
      '/assets/../../../secret',
      '/..%5csecret',
      '//x/secret',
      '/_headers',
      '/%5fheaders',
      '/.htaccess',
      '/.git/config',
      '/%00',
      '/%',
    ]
    for (const path of paths) {
      const { status, text } = await raw(url, path)
      expect([400, 403, 404]).toContain(status)
      expect(text).not.toMatch(/not for anyone|for other hosts/)
    }
    expect((await raw(url, '/gone')).text).toBe('no such page')
  })
})
