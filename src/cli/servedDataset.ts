import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream'
import type { Plugin } from 'vite'
import { readManifest } from '../published/readManifest.ts'

/** Path below which the page requests its bundled data set. */
const PREFIX = '/dataset/'

/**
 * A Vite plugin whose preview server answers requests for the bundled data set with the files of another one.
 * @param dir folder of a published data set
 * @throws Error with a message for the user where the folder has no manifest, or one that this version cannot read
 */
export function servedDataset(dir: string): Plugin {
  const root = resolve(dir)
  if (!existsSync(join(root, 'manifest.json'))) {
    throw new Error(`${dir} holds no manifest.json: --data takes the folder of a published data set`)
  }
  readManifest(readFileSync(join(root, 'manifest.json'), 'utf8'), join(dir, 'manifest.json'))
  return {
    name: 'served-dataset',
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!answerFrom(root, server.config.preview.headers, request, response)) next()
      })
    },
  }
}

/** Answers a request for a file of the data set. @returns false for any other request, which is left unanswered */
function answerFrom(
  root: string,
  headers: OutgoingHttpHeaders,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const path = pathOf(request.url ?? '')
  if (!path?.startsWith(PREFIX)) return false
  const file = resolve(root, path.slice(PREFIX.length))
  const isFile = file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile()
  if (!isFile) {
    response
      .writeHead(404, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
      .end('not in this data set')
    return true
  }
  response.writeHead(200, {
    ...headers,
    'content-type': file.endsWith('.json') ? 'application/json' : 'application/gzip',
    'content-length': statSync(file).size,
    'cache-control': 'no-cache',
  })
  // A read error ends this response early; the page reports the file as truncated.
  pipeline(createReadStream(file), response, () => {})
  return true
}

/** The decoded path of a request; undefined where it is malformed. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}
