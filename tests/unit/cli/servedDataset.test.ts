import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { preview, type PreviewServer } from 'vite'
import { generate } from '../../../src/cli/generate.ts'
import { servedDataset } from '../../../src/cli/servedDataset.ts'

let folder: string
let server: PreviewServer | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'served-'))
  await mkdir(join(folder, 'dist'))
  await writeFile(join(folder, 'secret'), 'not for anyone')
  await generate({ incidents: 20, seed: 1, outDir: join(folder, 'set') })
  await writeFile(join(folder, 'set/pages/1.json.gz'), 'packed')
})

afterEach(async () => {
  await server?.close()
  server = undefined
  await rm(folder, { recursive: true })
})

/** Requests the path as it is written: a URL object would resolve `..`. */
function get(path: string): Promise<{
  status: number | undefined
  type: string | undefined
  nosniff: string | string[] | undefined
  text: string
}> {
  const port = new URL(server?.resolvedUrls?.local[0] ?? '').port
  return new Promise((resolve, reject) => {
    request({ port, path, host: 'localhost' }, (response) => {
      let text = ''
      response.on('data', (piece: Buffer) => (text += piece.toString()))
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          type: response.headers['content-type'],
          nosniff: response.headers['x-content-type-options'],
          text,
        }),
      )
    })
      .on('error', reject)
      .end()
  })
}

describe('a served data set', () => {
  it('answers in place of the bundled one, and gives out no file outside its folder', async () => {
    server = await preview({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      plugins: [servedDataset(join(folder, 'set'))],
      preview: { port: 0, headers: { 'X-Content-Type-Options': 'nosniff' } },
    })
    expect(await get('/dataset/manifest.json')).toMatchObject({
      status: 200,
      type: 'application/json',
      nosniff: 'nosniff',
    })
    expect(await get('/dataset/pages/1.json.gz?v=1')).toMatchObject({
      type: 'application/gzip',
      text: 'packed',
    })
    for (const path of ['/dataset/gone.gz', '/dataset/../secret', '/dataset/..%2fsecret', '/dataset/pages'])
      expect((await get(path)).text).not.toContain('not for anyone')
    expect(await get('/dataset/gone.gz')).toMatchObject({ status: 404 })
    expect(await get('/dataset/..%2fsecret')).toMatchObject({ status: 404 })
  })

  it('throws where the folder has no data set, or one of another version', async () => {
    expect(() => servedDataset(folder)).toThrow(/holds no manifest.json/)
    await writeFile(join(folder, 'set/manifest.json'), '{"schemaVersion": 1}')
    expect(() => servedDataset(join(folder, 'set'))).toThrow(/schema version 1/)
  })
})
