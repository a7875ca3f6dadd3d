import type { AddProtocolAction } from 'maplibre-gl'
import type { PMTiles } from 'pmtiles'
import type { Theme } from '../view/view.ts'
import { PACK_ZOOM, type CountryPacks } from './countryPacks.ts'
import { GROUND_URL, RELIEF_URL } from './mapStyle.ts'

/** Closest zoom of the vector tiles, packs included. */
const CLOSEST_GROUND = 9
/** What vector tiles there are, as TileJSON: of a tile that no archive has, the library draws the part of the one above it. */
const groundTiles = {
  tiles: [`${GROUND_URL}/{z}/{x}/{y}`],
  minzoom: 0,
  maxzoom: CLOSEST_GROUND,
  sparse: true,
}

/** Where tiles of the built-in basemap come from. */
export interface BasemapTiles {
  /** Vector tiles of the world. */
  ground: PMTiles
  /** Shading of the land: grey pictures, with the light in their one channel. */
  relief: PMTiles
  /** Makes a grey picture one in the colours of a theme. */
  colourRelief(picture: ArrayBuffer, theme: Theme): Promise<ImageBitmap>
  packs: CountryPacks
  /** Resolves when tiles that can wait may be fetched. */
  later: Promise<unknown>
}

/**
 * The protocol by which the map library reads tiles of the built-in basemap. A vector tile that no archive has is reported as an
 * error, and the library then scales up the tile above it.
 * @param noTile makes the error that the library takes for "no such tile"
 */
export function basemapProtocol(
  { ground, relief, colourRelief, packs, later }: BasemapTiles,
  noTile: (url: string) => Error,
): AddProtocolAction {
  return async ({ url }) => {
    if (url === GROUND_URL) {
      // Fetched also where a pack has all tiles in view: what is asked of the host tells nothing of where that is.
      await ground.getHeader()
      return { data: groundTiles }
    }
    const [zoom = 0, x = 0, y = 0] = url.split('/').slice(-3).map(Number)
    if (url.startsWith(RELIEF_URL)) {
      await later
      const shading = await relief.getZxy(zoom, x, y)
      if (!shading) throw noTile(url)
      return { data: await colourRelief(shading.data, themeOf(url)) }
    }
    const data = zoom < PACK_ZOOM ? (await ground.getZxy(zoom, x, y))?.data : await packs.tile(zoom, x, y)
    if (!data) throw noTile(url)
    return { data }
  }
}

/** @param url address of a tile of the relief */
function themeOf(url: string): Theme {
  return url.startsWith(`${RELIEF_URL}dark/`) ? 'dark' : 'light'
}
