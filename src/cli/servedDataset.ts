import { createReadStream, existsSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, resolve, sep } from 'node:path'
import type { Plugin } from 'vite'

/** Where the page looks for the data set that it is published with. */
const PREFIX = '/dataset/'

/**
 * Answers from a folder what the page asks of its bundled data set.
 * @param dir a published data set
 * @throws Error in words where the folder holds none
 */
export function servedDataset(dir: string): Plugin {
  const root = resolve(dir)
  if (!existsSync(join(root, 'manifest.json'))) {
    throw new Error(`${dir} holds no manifest.json: --data takes the folder of a published data set`)
  }
  return {
    name: 'served-dataset',
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!answerFrom(root, request, response)) next()
      })
    },
  }
}

/** @returns whether the request was for the data set */
function answerFrom(root: string, request: IncomingMessage, response: ServerResponse): boolean {
  const path = pathOf(request.url ?? '')
  if (!path?.startsWith(PREFIX)) return false
  const file = resolve(root, path.slice(PREFIX.length))
  const isFile = file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile()
  if (!isFile) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('not in this data set')
    return true
  }
  response.writeHead(200, {
    'content-type': file.endsWith('.json') ? 'application/json' : 'application/gzip',
    'content-length': statSync(file).size,
    'cache-control': 'no-cache',
  })
  createReadStream(file).pipe(response)
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
