import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream'
import type { Plugin } from 'vite'
import { readManifest } from '../published/readManifest.ts'

/** Where the page looks for the data set that it is published with. */
const PREFIX = '/dataset/'

/**
 * Answers from a folder what the page asks of its bundled data set.
 * @param dir a published data set
 * @throws Error in words where the folder holds none, or one of another form
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

/** @returns whether the request was for the data set */
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
  // A file that fails half way ends that one answer, which the page tells as cut short.
  pipeline(createReadStream(file), response, () => {})
  return true
}

/** undefined where the address cannot be read. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}
