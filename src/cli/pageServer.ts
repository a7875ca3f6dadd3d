import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { readManifest } from '../published/readManifest.ts'
import { Failure } from './failure.ts'

/** Path of the bundled data set. */
const DATA = '/dataset/'
/** Path of the built-in basemap, and of its packs and their index. */
const BASEMAP = '/basemap/'
const PACKS = /^\/basemap\/packs[./]/

/** Media types of the files of a page and a data set. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

export interface ServedPage {
  /** Folder of the built page. */
  page: string
  /** Folder of a published data set that is shown in place of the bundled one. */
  data?: string | undefined
  /** Folder of all packs of the built-in basemap, served in place of the page's: the user's own files may be of any country. */
  basemap?: string | undefined
  /** Sent with every answer. */
  headers: Readonly<Record<string, string>>
}

/** A server for one page on the local machine: only GET and HEAD, and only files of the two folders. */
export function pageServer({ page, data, basemap, headers }: ServedPage): Server {
  const fileOf = (path: string): string | undefined => {
    if (data !== undefined && path.startsWith(DATA)) return fileBelow(data, path.slice(DATA.length))
    if (basemap !== undefined && PACKS.test(path)) return fileBelow(basemap, path.slice(BASEMAP.length))
    return fileBelow(page, path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1))
  }
  return createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end()
      return
    }
    const path = pathOf(request.url ?? '')
    const isHead = request.method === 'HEAD'
    void answer(response, path === undefined ? undefined : fileOf(path), { page, headers, isHead })
  })
}

async function answer(
  response: ServerResponse,
  file: string | undefined,
  { page, headers, isHead }: { page: string; headers: ServedPage['headers']; isHead: boolean },
): Promise<void> {
  const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
  if (file === undefined || !found?.isFile()) {
    const missing = await readFile(join(page, '404.html')).catch(() => 'there is no such file')
    response.writeHead(404, { ...headers, 'content-type': types['.html'] }).end(isHead ? undefined : missing)
    return
  }
  response.writeHead(200, {
    ...headers,
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': found.size,
    'cache-control': 'no-cache',
  })
  if (isHead) response.end()
  // Where reading fails half way, the response ends early, and the page reports a truncated file.
  else pipeline(createReadStream(file), response, () => {})
}

/** The file with a path below a folder; undefined for a path that leads out of it. */
function fileBelow(folder: string, path: string): string | undefined {
  const root = resolve(folder)
  const file = resolve(root, path)
  return file.startsWith(root + sep) && !path.includes('\0') ? file : undefined
}

/** The decoded path; undefined where the URL is malformed. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

/** @throws Failure where the folder holds no published data set, or one of a version that is not read */
export async function checkDataFolder(folder: string): Promise<void> {
  const file = join(folder, 'manifest.json')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(`${folder} holds no manifest.json: --data takes the folder of a published data set`)
  })
  try {
    readManifest(text, file)
  } catch (reason) {
    throw new Failure(reason instanceof Error ? reason.message : String(reason))
  }
}
