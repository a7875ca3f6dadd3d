import type { AddProtocolAction } from 'maplibre-gl'
import { PMTiles, Protocol, type Source } from 'pmtiles'

const protocol = new Protocol()

/** Lets the map library read an archive of a publisher: its address is `pmtiles://` and the archive's key. */
export function addArchive(archive: Source): void {
  protocol.add(new PMTiles(archive))
}

/**
 * The protocol by which the map library reads tiles of archives that were added.
 * @param noTile makes the error that the library takes for "no such tile"
 */
export function archiveTiles(noTile: (url: string) => Error): AddProtocolAction {
  // An archive may have deep zoom levels for some areas only. A missing tile is reported as an error, and the
  // library then scales up the tile above it.
  return async (params, abort) => {
    const { data }: { data: unknown } = await protocol.tilev4(params, abort)
    if (data instanceof Uint8Array) {
      if (data.byteLength === 0) throw noTile(params.url)
      return { data }
    }
    return { data: { ...(data as object), sparse: true } }
  }
}
