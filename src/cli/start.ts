import { resolve } from 'node:path'
import { build, preview } from 'vite'

/**
 * `npm start`: builds the dashboard and serves it with its real headers. `--port N` for another port than 4173;
 * the address is printed by Vite.
 */
async function start(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--port')
  const port = at < 0 ? undefined : Number(args[at + 1])
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Error('--port takes a number from 1 to 65535')
  }
  const root = resolve(import.meta.dirname, '../..')
  await build({ root })
  const server = await preview({ root, ...(port === undefined ? {} : { preview: { port } }) })
  console.log('\nIncident Atlas is at')
  server.printUrls()
}

start(process.argv.slice(2)).catch((reason: unknown) => {
  console.error(reason instanceof Error ? reason.message : reason)
  process.exit(1)
})
