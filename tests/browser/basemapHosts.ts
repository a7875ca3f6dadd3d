import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { pointTile, solidTile } from './basemapTiles.ts'

/** How the hosts of the basemaps behave. */
export interface HostBehaviour {
  /** Every answer is this error. */
  status?: number
  /** No answer comes. */
  silent?: boolean
  /** Days for which the satellite host has no picture. */
  missingDays?: readonly string[]
  /** The style is not one. */
  styleText?: string
}

/** A server on the loopback that answers as the hosts of the offered basemaps do, and what it was asked. */
export interface BasemapHosts {
  behaviour: HostBehaviour
  /** `host/path` of each request, in order. */
  asked: string[]
  /** Headers of each request. */
  headers: IncomingMessage['headers'][]
  close(): Promise<void>
}

/** The hosts that it stands in for. */
export const BASEMAP_HOSTS = ['tiles.openfreemap.org', 'gibs.earthdata.nasa.gov', 'tiles.maps.eox.at']

/** Starts the server, and leads the page's requests for the hosts to it. */
export async function serveBasemaps(page: Page): Promise<BasemapHosts> {
  const asked: string[] = []
  const headers: IncomingMessage['headers'][] = []
  const hosts: BasemapHosts = { behaviour: {}, asked, headers, close: async () => {} }
  const server = createServer((request, response) => {
    const url = (request.url ?? '').slice(1)
    asked.push(decodeURIComponent(url))
    headers.push(request.headers)
    answer(url, hosts.behaviour, response)
  })
  const port = await listening(server)
  hosts.close = async () => {
    server.closeAllConnections()
    server.close()
  }
  for (const host of BASEMAP_HOSTS)
    await page.route(`https://${host}/**`, async (route) => {
      const { pathname } = new URL(route.request().url())
      try {
        const response = await route.fetch({ url: `http://127.0.0.1:${port}/${host}${pathname}` })
        await route.fulfill({ response })
      } catch {
        // The page has given the request up, or has gone.
        await route.abort().catch(() => {})
      }
    })
  return hosts
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

function answer(url: string, behaviour: HostBehaviour, response: ServerResponse): void {
  const send = (status: number, type: string, body: string | Buffer) => {
    response.writeHead(status, { 'content-type': type, 'access-control-allow-origin': '*' })
    response.end(body)
  }
  if (behaviour.silent) return
  if (behaviour.status !== undefined) return send(behaviour.status, 'text/plain', 'no')
  const [host, ...path] = url.split('/')
  if (host === 'gibs.earthdata.nasa.gov') {
    const [day = ''] = /\d{4}-\d{2}-\d{2}/.exec(url) ?? []
    if (behaviour.missingDays?.includes(day)) return send(404, 'text/xml', '<ExceptionReport/>')
    return url.endsWith('.png')
      ? send(200, 'image/png', solidTile([0, 0, 0, 0]))
      : send(200, 'image/jpeg', solidTile(colourOf(day)))
  }
  if (host === 'tiles.maps.eox.at') return send(200, 'image/jpeg', solidTile([52, 74, 40, 255]))
  if (path[0] === 'styles')
    return send(200, 'application/json', behaviour.styleText ?? openFreeMapStyle(path[1] ?? ''))
  if (url.endsWith('.pbf')) return send(200, 'application/x-protobuf', pointTile('place', NAMES))
  if (path[0] === 'planet') return send(200, 'application/json', tileJson())
  return send(404, 'text/plain', 'no such file')
}

/** The names that every vector tile has a point with. */
const NAMES = { name: 'حلب', 'name:en': 'Aleppo', 'name:fr': 'Alep', 'name:ar': 'حلب', 'name:latin': 'Halab' }

/** Every third day has a yellow ground, the others a dark green one. */
function colourOf(day: string): [number, number, number, number] {
  return Number(day.slice(-2)) % 3 === 0 ? [208, 186, 132, 255] : [40, 66, 44, 255]
}

/** A style as OpenFreeMap's: one vector source by TileJSON, fonts and names of OpenMapTiles. */
function openFreeMapStyle(name: string): string {
  return JSON.stringify({
    version: 8,
    name,
    glyphs: 'https://tiles.openfreemap.org/fonts/{fontstack}/{range}.pbf',
    sources: { openmaptiles: { type: 'vector', url: 'https://tiles.openfreemap.org/planet' } },
    layers: [
      {
        id: 'background',
        type: 'background',
        paint: { 'background-color': name === 'dark' ? '#202020' : '#f0ede5' },
      },
      {
        id: 'label_city',
        type: 'symbol',
        source: 'openmaptiles',
        'source-layer': 'place',
        layout: {
          'text-field': [
            'case',
            ['has', 'name:nonlatin'],
            ['concat', ['get', 'name:latin'], '\n', ['get', 'name:nonlatin']],
            ['coalesce', ['get', 'name_en'], ['get', 'name']],
          ],
          'text-font': ['Noto Sans Regular'],
        },
        paint: { 'text-color': '#ff0000' },
      },
    ],
  })
}

function tileJson(): string {
  return JSON.stringify({
    tilejson: '3.0.0',
    tiles: ['https://tiles.openfreemap.org/planet/20261101_001001_pt/{z}/{x}/{y}.pbf'],
    minzoom: 0,
    maxzoom: 14,
  })
}
