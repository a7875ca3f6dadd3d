import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { addArchive, archiveTiles } from '../../../../src/map/basemaps/archiveTiles.ts'
import { RemoteArchive } from '../../../../src/map/basemaps/remoteArchive.ts'
import { allowHosts, onRemoteRequest } from '../../../../src/map/basemaps/remoteRequests.ts'
import { pointTile } from '../../../browser/basemapTiles.ts'
import { HOST, serveHost, type LoopbackHost } from './loopbackHost.ts'

type WriteArchive = (
  tiles: { z: number; x: number; y: number; data: Buffer }[],
  zooms: { minZoom: number; maxZoom: number },
) => Buffer
/** Builder of the built-in basemap: plain JavaScript, without types. */
const builder: string = resolve('data/basemap/archive.mjs')
const { writeArchive } = (await import(builder)) as { writeArchive: WriteArchive }

const tile = pointTile('places', { name: 'Halab' })
const bytes = writeArchive([{ z: 0, x: 0, y: 0, data: gzipSync(tile) }], { minZoom: 0, maxZoom: 0 })
let host: LoopbackHost
afterEach(() => {
  allowHosts([])
  host.close()
})

describe('the tiles of an archive on another host', () => {
  it.each([
    ['in pieces', false],
    ['whole', true],
  ])('are read %s, by the protocol of the built-in basemap', async (how, whole) => {
    host = await serveHost(({ headers }, response) => {
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
      response.statusCode = first === undefined ? 200 : 206
      response.end(first === undefined ? bytes : bytes.subarray(Number(first), Number(last) + 1))
    })
    allowHosts(['tiles.example'])
    const load = archiveTiles((url) => new Error(`no tile ${url}`))
    const url = `${HOST}/${how.replace(' ', '-')}.pmtiles`
    const kinds: string[] = []
    const stop = onRemoteRequest(({ kind }) => kinds.push(kind))
    addArchive(new RemoteArchive(url, whole))
    const ask = (path: string, type: 'json' | 'arrayBuffer') =>
      load({ url: `pmtiles://${url}${path}`, type }, new AbortController())
    expect((await ask('', 'json')).data).toMatchObject({ minzoom: 0, maxzoom: 0 })
    const { data } = await ask('/0/0/0', 'arrayBuffer')
    expect(Buffer.from(data as Uint8Array).equals(tile)).toBe(true)
    await expect(ask('/1/0/0', 'arrayBuffer')).rejects.toThrow('no tile')
    expect(host.asked.every(({ headers }) => 'range' in headers === !whole)).toBe(true)
    expect(new Set(kinds)).toEqual(new Set(['asked', 'arrived']))
    stop()
  })
})
