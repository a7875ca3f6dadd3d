import { createHash } from 'node:crypto'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { DatasetAbout } from '../incidents/incident.ts'
import type { Descriptions } from './descriptions.ts'

/** The built page, as it is served. */
export interface ServedPage {
  /** Folder of the built page, as an absolute path. */
  folder: string
  /**
   * The text of index.html.
   * @param about of the base; null where the base does not answer
   */
  indexHtml: (about: DatasetAbout | null) => string
}

/** Milliseconds after which the page is sent without waiting for the title of the base. */
const PATIENCE = 2_000

/** Hashed names, which never change their content. */
const HASHED = /[/\\]assets[/\\]/

/** Files of the folder that are for other hosts, with their headers. */
const NOT_SERVED = new Set(['/_headers', '/.htaccess', '/index.html'])

/** Adds the files of the page; what is not there is left to the handler of unknown paths. */
export async function addPage(
  app: FastifyInstance,
  { folder, indexHtml }: ServedPage,
  descriptions: Descriptions,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    allowedPath: (path) => !NOT_SERVED.has(path),
    setHeaders(reply, path) {
      reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  for (const path of ['/', '/index.html'])
    app.get(path, async (request, reply) => {
      const described = await descriptions.of(null, AbortSignal.timeout(PATIENCE)).catch(() => null)
      const html = indexHtml(described && described.about)
      const etag = `W/"${createHash('sha256').update(html).digest('base64url')}"`
      reply.headers({ etag, 'cache-control': 'no-cache' })
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type('text/html; charset=utf-8').send(html)
    })
}

/** The page, marked so that it opens the data of the server that it comes from. @param html built index.html */
export function markedPage(html: string): string {
  return html.replace(
    /<head[^>]*>/,
    (head) => `${head}\n    <meta name="incident-atlas-source" content="server">`,
  )
}
