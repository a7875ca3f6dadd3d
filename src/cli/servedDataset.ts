import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream'
import type { Plugin } from 'vite'
import { readManifest } from '../published/readManifest.ts'

/** Path of the bundled data set. */
const PREFIX = '/dataset/'

/**
 * Lets the preview server answer requests for the bundled data set from another folder.
 * @param dir folder of a published data set
 * @throws Error with a sentence for the user where the folder has none, or one of a version that is not read
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
  // Where reading fails half way, the response ends early, and the page reports a truncated file.
  pipeline(createReadStream(file), response, () => {})
  return true
}

/** The decoded path; undefined where the URL is malformed. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}
