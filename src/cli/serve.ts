import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { DatasetAbout } from '../incidents/incident.ts'
import { asSourceError } from '../query/incidentSource.ts'
import type { ServedDataset } from '../query/servedDataset.ts'
import { isLoopback } from '../server/allowedHosts.ts'
import { createServer, type AtlasServer, type ServerLimits } from '../server/createServer.ts'
import { markedPage, type ServedPage } from '../server/pageFiles.ts'
import { Failure } from './failure.ts'
import { pageFolder } from './packageFolder.ts'
import { inOneLanguage, withPageHead } from './pageHead.ts'
import { headersIn } from './securityHeaders.ts'
import { DEFAULT_HOST, DEFAULT_PORT } from './servedAddress.ts'

/** Title of the page where the base does not answer. */
const NO_TITLE = 'Incident Atlas'

export interface ServeOptions {
  host?: string | undefined
  port?: number | undefined
  /** Folder of the built page, that of the package where absent. */
  page?: string | undefined
  /** Origins of other pages that may ask the API. */
  allowedOrigins?: readonly string[] | undefined
  /**
   * Hosts that requests may name, beside the one listened at and the loopback. Where none is given, and it does not listen
   * on the loopback, they may name any.
   */
  allowedHosts?: readonly string[] | undefined
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  proxies?: readonly string[] | undefined
  limits?: Partial<ServerLimits> | undefined
  /** Takes each line of the log. */
  log: (line: string) => void
  /** Tells the user what the log does not. */
  say: (line: string) => void
}

/**
 * Serves a base, and the page that shows it. A base that does not answer yet is served all the same: the page says so,
 * and asks again.
 * @returns the server, and where it is
 * @throws Failure where there is no page or no port
 */
export async function serve(
  dataset: ServedDataset,
  {
    host = DEFAULT_HOST,
    port = DEFAULT_PORT,
    page = pageFolder,
    allowedHosts = [],
    log,
    say,
    ...options
  }: ServeOptions,
): Promise<AtlasServer & { url: string }> {
  const built = await readPage(resolve(page))
  const hosts = isLoopback(host) || allowedHosts.length > 0 ? [host, ...allowedHosts] : undefined
  const server = await createServer(dataset, { ...options, ...built, allowedHosts: hosts, log })
  const url = await listen(server, host, port)
  await dataset.latestVersion().catch((reason: unknown) => {
    say(`the base does not answer yet (${asSourceError(reason).code}): see /healthz`)
  })
  if (!isLoopback(host))
    say(`whoever reaches ${host} can read the base: put a proxy with passwords before it`)
  return { ...server, url }
}

/** @throws Failure where the page is not built */
async function readPage(folder: string): Promise<{ page: ServedPage; headers: Record<string, string> }> {
  const [html, headers] = await Promise.all(
    ['index.html', '_headers'].map((name) => readFile(join(folder, name), 'utf8')),
  ).catch(() => {
    throw new Failure(`${folder} holds no built page: run \`npm run build\` first`)
  })
  const marked = markedPage(html ?? '')
  return {
    page: { folder, indexHtml: (about) => withHead(marked, about) },
    headers: headersIn(headers ?? ''),
  }
}

/** The page with the title of the base, and nothing of the data set that it was built with. */
function withHead(html: string, about: DatasetAbout | null): string {
  return about
    ? withPageHead(html, inOneLanguage(about.site?.title ?? about.title), inOneLanguage(about.description))
    : withPageHead(html, NO_TITLE, '')
}

async function listen({ app }: AtlasServer, host: string, port: number): Promise<string> {
  try {
    return `${await app.listen({ host, port })}/`
  } catch (reason) {
    await app.close()
    const code = reason instanceof Error && 'code' in reason ? reason.code : ''
    throw new Failure(
      code === 'EADDRINUSE'
        ? `port ${port} is in use: give another one with --port`
        : `${host}:${port} cannot be opened`,
    )
  }
}

/**
 * Waits until the program is asked to end, and stops the server. A second signal ends it at once.
 * @param signals the process
 */
export async function untilStopped(
  { stop }: AtlasServer,
  signals: Pick<NodeJS.EventEmitter, 'once' | 'off'>,
): Promise<void> {
  await new Promise<void>((resolveSignal) => {
    const names = ['SIGTERM', 'SIGINT']
    const onSignal = () => {
      for (const name of names) signals.off(name, onSignal)
      resolveSignal()
    }
    for (const name of names) signals.once(name, onSignal)
  })
  await stop()
}
