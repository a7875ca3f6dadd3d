import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { generate } from '../../../src/cli/generate.ts'
import { headersFile } from '../../../src/cli/securityHeaders.ts'
import { start } from '../../../src/cli/start.ts'

let folder: string
let server: Server | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-'))
  await mkdir(join(folder, 'dist/assets'), { recursive: true })
  await writeFile(join(folder, 'dist/index.html'), 'the page')
  await writeFile(join(folder, 'dist/404.html'), 'no such page')
  await writeFile(join(folder, 'dist/assets/a.js'), 'code')
  await writeFile(
    join(folder, 'dist/_headers'),
    headersFile({ 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'" }),
  )
  await writeFile(join(folder, 'secret'), 'not for anyone')
  await generate({ incidents: 20, seed: 1, outDir: join(folder, 'set') })
  await writeFile(join(folder, 'set/pages/1.json.gz'), 'packed')
})

afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
  await rm(folder, { recursive: true })
})

/** @param data folder of a data set that is shown in place of the bundled one */
async function serve(data?: string): Promise<string> {
  const started = await start({ port: 0, page: join(folder, 'dist'), data })
  server = started.server
  return new URL(started.url).port
}

/** Requests the path as it is written: a URL object would resolve `..`. */
function get(port: string, path: string, method = 'GET') {
  return new Promise<{ status?: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      request({ port, path, method, host: 'localhost' }, (response) => {
        let text = ''
        response.on('data', (piece: Buffer) => (text += piece.toString()))
        response.on('end', () => {
          const { statusCode, headers } = response
          resolve({ ...(statusCode !== undefined && { status: statusCode }), headers, text })
        })
      })
        .on('error', reject)
        .end()
    },
  )
}

describe('the served page', () => {
  it('is answered with its media types and the headers of the build', async () => {
    const port = await serve()
    expect(await get(port, '/?a=1')).toMatchObject({
      status: 200,
      text: 'the page',
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'",
      },
    })
    expect(await get(port, '/assets/a.js')).toMatchObject({
      text: 'code',
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    })
    expect(await get(port, '/assets/a.js', 'HEAD')).toMatchObject({ status: 200, text: '' })
    expect(await get(port, '/', 'POST')).toMatchObject({ status: 405 })
  })

  it('has its own page for what is not there, and gives out no file outside its folder', async () => {
    const port = await serve()
    for (const path of ['/gone', '/assets', '/../secret', '/..%2fsecret', '/%00', '/%', '//x/secret'])
      expect(await get(port, path)).toMatchObject({ status: 404, text: 'no such page' })
  })

  it('shows another data set in place of the bundled one', async () => {
    const port = await serve(join(folder, 'set'))
    expect(await get(port, '/dataset/manifest.json')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json', 'x-content-type-options': 'nosniff' },
    })
    expect(await get(port, '/dataset/pages/1.json.gz?v=1')).toMatchObject({
      text: 'packed',
      headers: { 'content-type': 'application/gzip' },
    })
    for (const path of ['/dataset/gone.gz', '/dataset/../secret', '/dataset/..%2fsecret', '/dataset/pages'])
      expect(await get(port, path)).toMatchObject({ status: 404 })
  })

  it('has the packs of all countries where the page has any, for files of the user’s own', async () => {
    expect(await get(await serve(), '/basemap/packs/SD.pmtiles')).toMatchObject({ status: 404 })
    server?.close()
    await mkdir(join(folder, 'dist/basemap'))
    await writeFile(join(folder, 'dist/basemap/packs.json'), '{"packs":[]}')
    const port = await serve()
    expect(await get(port, '/basemap/packs/SD.pmtiles', 'HEAD')).toMatchObject({ status: 200 })
    expect((await get(port, '/basemap/packs.json')).text).toContain('"SD"')
    expect(await get(port, '/basemap/packs/..%2f..%2ficon.svg')).toMatchObject({ status: 404 })
  })

  it('takes the next port where the one that nobody asked for is in use', async () => {
    const first = await start({ page: join(folder, 'dist') })
    const second = await start({ page: join(folder, 'dist') })
    const ports = [first, second].map(({ url }) => new URL(url).port)
    expect(new Set(ports).size).toBe(2)
    await expect(start({ page: join(folder, 'dist'), port: Number(ports[0]) })).rejects.toThrow(/is in use/)
    first.server.close()
    second.server.close()
  })

  it('is refused where the folder has no data set, or one of another version, or there is no page', async () => {
    const page = join(folder, 'dist')
    await expect(start({ page, data: folder })).rejects.toThrow(/holds no manifest.json/)
    await writeFile(join(folder, 'set/manifest.json'), '{"schemaVersion": 1}')
    await expect(start({ page, data: join(folder, 'set') })).rejects.toThrow(/schema version 1/)
    await expect(start({ page: join(folder, 'set') })).rejects.toThrow(/not built yet/)
  })
})
