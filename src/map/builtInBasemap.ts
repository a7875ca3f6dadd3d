import type { AddProtocolAction, GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import type { Cell } from '../query/incidentResult.ts'
import type { Theme } from '../view/view.ts'
import { basemapArchive, basemapUrl } from './basemapArchive.ts'
import { basemapProtocol } from './basemapProtocol.ts'
import { CountryPacks, PACK_ZOOM, type PackEntry } from './countryPacks.ts'
import { mapColours } from './mapColours.ts'
import { roomFeatures, styleImage } from './markRooms.ts'

/** The basemap's files, shared by all maps of the page. */
const packs = new CountryPacks({ index: fetchIndex, archive: basemapArchive })
let startLater = () => {}
const later = new Promise<void>((resolve) => (startLater = resolve))

/**
 * Answers for the tiles of the built-in basemap.
 * @param noTile makes the error that the library takes for "no such tile"
 */
export function builtInTiles(noTile: (url: string) => Error): AddProtocolAction {
  const [ground, relief] = [basemapArchive('ground.pmtiles'), basemapArchive('relief.pmtiles')]
  return basemapProtocol({ ground, relief, packs, later }, noTile)
}

/** @throws if the host has no packs */
async function fetchIndex(): Promise<readonly PackEntry[]> {
  const response = await fetch(basemapUrl('packs.json'))
  if (!response.ok) throw new Error(`the host of the packs answered ${response.status}`)
  return ((await response.json()) as { packs: readonly PackEntry[] }).packs
}

/**
 * Keeps the built-in basemap of one map in step: fetches the packs of what is looked at, and lets names step aside for the
 * marks. Relief and packs are fetched once there are marks, so that they do not delay the first.
 */
export class BuiltInBasemap {
  readonly #map: MapLibre
  #cells: readonly Cell[] | null = null
  /** Keys of the marks for which names step aside. */
  #keys: ReadonlySet<string> = new Set()

  /** @param theme the present one */
  constructor(map: MapLibre, theme: () => Theme) {
    this.#map = map
    map.setMissingStyleImageResolver((id) => {
      const found = styleImage(id, mapColours[theme()])
      if (found) map.addImage(id, found.image, { pixelRatio: found.pixelRatio })
    })
    map.on('moveend', () => void this.#bringPack())
  }

  /** Call when a style has loaded, which knows nothing of the marks. */
  filled(): void {
    this.#keys = new Set()
    this.#makeRoom()
  }

  /**
   * Names are placed anew if there are marks that were not there before, and stay where they are if some have gone: then
   * they lie beside all that are left.
   * @param cells what is marked on the map; null while marks are not discs and signs
   */
  setCells(cells: readonly Cell[] | null): void {
    const isFirst = this.#cells === null
    this.#cells = cells
    this.#makeRoom()
    if (!cells) return
    startLater()
    if (isFirst) void this.#bringPack()
  }

  #makeRoom(): void {
    if (!this.#cells || this.#cells.every(({ key }) => this.#keys.has(key))) return
    const source = this.#map.getSource<GeoJSONSource>('rooms')
    if (!source) return
    this.#keys = new Set(this.#cells.map(({ key }) => key))
    void source.setData(roomFeatures(this.#cells))
  }

  async #bringPack(): Promise<void> {
    if (!this.#cells || this.#map.getZoom() < PACK_ZOOM - 1) return
    const { lng, lat } = this.#map.getCenter().wrap()
    const isNew = await packs.bring([lng, lat])
    if (!isNew) return
    // A tile that is still loading would be parsed again from what it was given before.
    if (this.#map.loaded()) this.#refresh()
    else void this.#map.once('idle').then(() => this.#refresh())
  }

  #refresh(): void {
    if (this.#map.getSource('ground')) this.#map.refreshTiles('ground')
  }
}
