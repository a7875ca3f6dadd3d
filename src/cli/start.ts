import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, preview } from 'vite'
import { servedDataset } from './servedDataset.ts'

/**
 * `npm start`: builds the page, serves it with the headers that it is published with, and prints its URL.
 * `--port N` sets a port other than 4173; `--data DIR` serves another published data set than the bundled one.
 */
async function start(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, data: { type: 'string' } } })
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error('--port takes a number from 1 to 65535')
  }
  const plugins = values.data === undefined ? [] : [servedDataset(values.data)]
  const root = resolve(import.meta.dirname, '../..')
  await build({ root })
  const server = await preview({ root, plugins, ...(port === undefined ? {} : { preview: { port } }) })
  console.log('\nIncident Atlas is at')
  server.printUrls()
}

start().catch((reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason)
  process.exit(1)
})
