import type { AddProtocolAction } from 'maplibre-gl'
import { PMTiles, Protocol } from 'pmtiles'
import { Ground } from './ground.ts'

/**
 * How the map's library reads tiles of the built-in ground.
 * @param noTile what it takes for "no such tile"
 */
export function groundProtocol(noTile: (url: string) => Error): AddProtocolAction {
  const protocol = new Protocol()
  protocol.add(new PMTiles(new Ground(new URL('basemap/ground.pmtiles', document.baseURI).href)))
  // Where the archive has no tile, the one above is drawn larger: it reaches closer in some parts of the world.
  return async (params, abort) => {
    const { data }: { data: unknown } = await protocol.tilev4(params, abort)
    if (data instanceof Uint8Array) {
      if (data.byteLength === 0) throw noTile(params.url)
      return { data }
    }
    return { data: { ...(data as object), sparse: true } }
  }
}
