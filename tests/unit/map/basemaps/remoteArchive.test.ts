import { afterEach, describe, expect, it } from 'vitest'
import { RemoteArchive } from '../../../../src/map/basemaps/remoteArchive.ts'
import { allowHosts } from '../../../../src/map/basemaps/remoteRequests.ts'
import { HOST, serveHost, type LoopbackHost } from './loopbackHost.ts'

const bytes = Uint8Array.from({ length: 1_000 }, (_, at) => at % 251)
const URL_OF_FILE = `${HOST}/streets.pmtiles`
let host: LoopbackHost
afterEach(() => {
  allowHosts([])
  host.close()
})

/** @param status 206 serves pieces, 200 the whole file whatever is asked, others nothing */
async function serve(status: () => number): Promise<void> {
  host = await serveHost(({ headers }, response) => {
    const code = status()
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
    const isPiece = code === 206 && first !== undefined
    response.writeHead(isPiece ? 206 : code === 206 ? 200 : code, { etag: '"1"' })
    response.end(isPiece ? bytes.subarray(Number(first), Number(last) + 1) : bytes)
  })
  allowHosts(['tiles.example'])
}

describe('an archive of the publisher’s own', () => {
  it('is read in the pieces that are asked for', async () => {
    await serve(() => 206)
    const archive = new RemoteArchive(URL_OF_FILE, false)
    expect(archive.getKey()).toBe(URL_OF_FILE)
    const { data, etag } = await archive.getBytes(100, 5)
    expect([...new Uint8Array(data)]).toEqual([100, 101, 102, 103, 104])
    expect(etag).toBe('"1"')
  })

  it('is refused where the host sends the whole file for a piece', async () => {
    await serve(() => 200)
    await expect(new RemoteArchive(URL_OF_FILE, false).getBytes(0, 5)).rejects.toThrow('not served in pieces')
  })

  it('is fetched whole, once, where that is asked for', async () => {
    await serve(() => 206)
    const archive = new RemoteArchive(URL_OF_FILE, true)
    const pieces = await Promise.all([archive.getBytes(0, 2), archive.getBytes(998, 2)])
    expect(pieces.map(({ data }) => [...new Uint8Array(data)])).toEqual([
      [0, 1],
      [245, 246],
    ])
    expect(host.asked.map(({ headers }) => headers.range)).toEqual([undefined])
  })

  it('is asked for again after a failure', async () => {
    let status = 503
    await serve(() => status)
    const archive = new RemoteArchive(URL_OF_FILE, true)
    await expect(archive.getBytes(0, 1)).rejects.toThrow('answered 503')
    status = 200
    expect((await archive.getBytes(0, 1)).data.byteLength).toBe(1)
  })
})
