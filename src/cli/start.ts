import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { Failure } from './failure.ts'
import { pageFolder } from './packageFolder.ts'
import { checkDataFolder, pageServer } from './pageServer.ts'
import { headersIn } from './securityHeaders.ts'
import { basemapFolder, hasPacks } from './sitePacks.ts'

/** The port that is taken where none is asked for, or the next one that is free. */
const DEFAULT_PORT = 4173
const PORTS_TRIED = 20

export interface StartOptions {
  port?: number | undefined
  /** Folder of a published data set that is shown in place of the bundled one. */
  data?: string | undefined
  /** Folder of the page, that of the package where absent. */
  page?: string | undefined
}

/**
 * Serves the built page on the local machine, with the headers of production.
 * @returns the server and its address
 * @throws Failure where there is no page, no data set or no port
 */
export async function start({
  port,
  data,
  page = pageFolder,
}: StartOptions): Promise<{ server: Server; url: string }> {
  if (data !== undefined) await checkDataFolder(data)
  const headers = await readFile(join(page, '_headers'), 'utf8').catch(() => {
    throw new Failure('the page is not built yet: run `npm run build` first')
  })
  const basemap = (await hasPacks(page)) ? basemapFolder : undefined
  const server = pageServer({ page, data, basemap, headers: headersIn(headers) })
  const taken = await listen(server, port ?? DEFAULT_PORT, port === undefined ? PORTS_TRIED : 1)
  return { server, url: `http://localhost:${taken}/` }
}

async function listen(server: Server, port: number, tries: number): Promise<number> {
  try {
    server.listen(port, 'localhost')
    await once(server, 'listening')
  } catch (reason) {
    const isTaken = reason instanceof Error && 'code' in reason && reason.code === 'EADDRINUSE'
    if (isTaken && tries > 1) return listen(server, port + 1, tries - 1)
    throw new Failure(
      isTaken ? `port ${port} is in use: give another one with --port` : `port ${port} cannot be opened`,
    )
  }
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}
