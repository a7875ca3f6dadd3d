import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type ViteDevServer } from 'vite'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { datasetPlugin } from '../../../src/cli/datasetPlugin.ts'

let folder: string
let server: ViteDevServer

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dataset-plugin-'))
  await cp('data', join(folder, 'data'), { recursive: true })
  server = await createServer({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: null },
    plugins: [datasetPlugin({ dataDir: join(folder, 'data'), outDir: join(folder, 'out') })],
  })
  // A machine that is busy takes its time.
}, 60_000)

afterEach(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

async function save(change: (text: string) => string) {
  const send = vi.spyOn(server.ws, 'send')
  const file = join(folder, 'data/incidents/2025-10/2025-10-22-harem-french-camp-clashes.yaml')
  await writeFile(file, change(await readFile(file, 'utf8')))
  server.watcher.emit('change', file)
  await vi.waitFor(() => expect(send).toHaveBeenCalledOnce(), { timeout: 10_000 })
  return { file, message: send.mock.calls[0]?.[0] }
}

it('compiles when the server starts and when a file is saved, and then reloads the page', async () => {
  const before = await readFile(join(folder, 'out/manifest.json'), 'utf8')
  const { message } = await save((text) => text.replace("'French camp'", 'camp'))
  expect(message).toEqual({ type: 'full-reload' })
  expect(await readFile(join(folder, 'out/manifest.json'), 'utf8')).not.toBe(before)
})

it('shows a mistake with its file, line and field, and keeps the published files', async () => {
  const before = await readFile(join(folder, 'out/manifest.json'), 'utf8')
  const { file, message } = await save((text) => text.replace('status: disputed', 'status: disputd'))
  expect(message).toMatchObject({ type: 'error', err: { id: file, loc: { file } } })
  expect(JSON.stringify(message)).toContain('did you mean')
  expect(await readFile(join(folder, 'out/manifest.json'), 'utf8')).toBe(before)
})
