import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, createLogger, createServer } from 'vite'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { buildDataset, summaryOf } from '../../../src/cli/buildDataset.ts'
import { datasetPlugin } from '../../../src/cli/datasetPlugin.ts'

let folder: string
let dataDir: string
let outDir: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warnings-'))
  ;[dataDir, outDir] = [join(folder, 'data'), join(folder, 'out')]
  await cp('tests/corpora/mistakes/published-before', dataDir, { recursive: true })
})

afterEach(() => rm(folder, { recursive: true }))

const warning = /before\.yaml:22:5 warning sources\.0\.published: is 2025-10-21, before the incident began/

function spiedLogger() {
  const said: { [level in 'info' | 'warn']: string[] } = { info: [], warn: [] }
  const logger = createLogger('silent')
  logger.info = (message) => void said.info.push(message)
  logger.warn = (message) => void said.warn.push(message)
  return { logger, said }
}

it('the last line of a build counts the warnings, whether it succeeded or failed', async () => {
  const written = await buildDataset({ dataDir, outDir })
  expect(summaryOf(written)).toMatch(/^2 incidents, version [0-9a-f]{12}, 2 warnings$/)
  const file = join(dataDir, 'incidents/2025-10/before.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace('status: reported', 'status: repoted'))
  const stopped = await buildDataset({ dataDir, outDir: join(folder, 'none') })
  expect(summaryOf(stopped)).toBe('1 mistake, 1 warning: nothing was written')
})

it('a build with warnings succeeds, and counts them at its end', async () => {
  await writeFile(join(folder, 'index.html'), '<p>page</p>')
  const { logger, said } = spiedLogger()
  const plugins = [datasetPlugin({ dataDir, outDir })]
  await build({
    configFile: false,
    root: folder,
    customLogger: logger,
    build: { outDir: join(folder, 'dist') },
    plugins,
  })
  expect(said.warn.join('\n')).toMatch(warning)
  expect(said.info.join('\n')).toMatch(/2 incidents, version [0-9a-f]{12}, 2 warnings$/m)
  expect(await readFile(join(outDir, 'manifest.json'), 'utf8')).toContain('"rows"')
}, 60_000)

it('the development server tells warnings when it starts and when a file is saved, and reloads the page', async () => {
  const { logger, said } = spiedLogger()
  const server = await createServer({
    configFile: false,
    root: folder,
    customLogger: logger,
    server: { middlewareMode: true, ws: false, watch: null },
    plugins: [datasetPlugin({ dataDir, outDir })],
  })
  try {
    expect(said.warn.join('\n')).toMatch(warning)
    said.warn.length = 0
    const send = vi.spyOn(server.ws, 'send')
    server.watcher.emit('change', join(dataDir, 'incidents/2025-10/before.yaml'))
    await vi.waitFor(() => expect(send).toHaveBeenCalledWith({ type: 'full-reload' }), { timeout: 10_000 })
    expect(said.warn.join('\n')).toMatch(warning)
    expect(said.info.join('\n')).toMatch(/2 incidents, version [0-9a-f]{12}, 2 warnings$/m)
  } finally {
    await server.close()
  }
}, 60_000)
