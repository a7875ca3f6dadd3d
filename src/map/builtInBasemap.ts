import type { AddProtocolAction, GeoJSONSource, Map as MapLibre } from 'maplibre-gl'
import type { PackEntry, PackIndex } from '../basemaps/packIndex.ts'
import type { Cell } from '../query/incidentResult.ts'
import type { Theme } from '../view/view.ts'
import { basemapArchive, basemapUrl } from './basemapArchive.ts'
import { basemapProtocol } from './basemapProtocol.ts'
import { CountryPacks, PACK_ZOOM } from './countryPacks.ts'
import { styleImage } from './groundImages.ts'
import { mapColours } from './mapColours.ts'
import { roomFeatures } from './markRooms.ts'
import { packChoice } from './packChoice.ts'
import { colourRelief } from './relief.ts'

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
  return basemapProtocol({ ground, relief, colourRelief, packs, later }, noTile)
}

/** @throws if the host has no packs */
async function fetchIndex(): Promise<readonly PackEntry[]> {
  const response = await fetch(basemapUrl('packs.json'))
  if (!response.ok) throw new Error(`the host of the packs answered ${response.status}`)
  return ((await response.json()) as PackIndex).packs
}

/** For how long marks are to stay the same, in milliseconds, before names are placed anew for them: no brush makes the map paint. */
const REST = 500

/**
 * Keeps the built-in basemap of one map in step: fetches the packs of what is looked at, and lets names step aside for the
 * marks. Relief and packs are fetched once there are marks, so that they do not delay the first.
 */
export class BuiltInBasemap {
  readonly #map: MapLibre
  #cells: readonly Cell[] | null = null
  /** Radius, in CSS pixels, of each mark for which names step aside, by its key; null before names have been placed. */
  #rooms: ReadonlyMap<string, number> | null = null
  /** Whether the map has moved since names were placed. */
  #hasMoved = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #unfollow: () => void

  /** @param theme the present one */
  constructor(map: MapLibre, theme: () => Theme) {
    this.#map = map
    map.setMissingStyleImageResolver((id) => {
      const found = styleImage(id, mapColours[theme()])
      if (found) map.addImage(id, found.image, { pixelRatio: found.pixelRatio })
    })
    map.on('moveend', () => {
      this.#hasMoved = true
      void this.#bringPack()
    })
    this.#unfollow = packChoice.subscribe(() => void this.#bringPack())
  }

  /** Call before the map is removed. */
  remove(): void {
    this.#unfollow()
    clearTimeout(this.#timer)
  }

  /** Call when a style has loaded, which knows nothing of the marks. */
  filled(): void {
    this.#rooms = null
    this.#makeRoom()
  }

  /**
   * Names are placed anew when the map has moved, and once marks rest that lie where none was. Where some have only gone,
   * names stay: they lie beside all that are left.
   * @param cells what is marked on the map; null while marks are not discs and signs
   */
  setCells(cells: readonly Cell[] | null): void {
    const isFirst = this.#cells === null
    this.#cells = cells
    clearTimeout(this.#timer)
    if (!cells) return
    startLater()
    if (isFirst) void this.#bringPack()
    if (!this.#rooms || (this.#hasMoved && !this.#map.isMoving())) this.#makeRoom()
    else this.#timer = setTimeout(() => this.#makeRoom(), REST)
  }

  #makeRoom(): void {
    this.#hasMoved = false
    if (!this.#cells || (this.#rooms && this.#cells.every((cell) => this.#hasRoom(cell)))) return
    const source = this.#map.getSource<GeoJSONSource>('rooms')
    if (!source) return
    this.#rooms = new Map(this.#cells.map(({ key, radius }) => [key, radius]))
    void source.setData(roomFeatures(this.#cells))
  }

  #hasRoom({ key, radius }: Cell): boolean {
    return (this.#rooms?.get(key) ?? 0) >= radius
  }

  async #bringPack(): Promise<void> {
    if (!packChoice.getState().isWanted || !this.#cells || this.#map.getZoom() < PACK_ZOOM - 1) return
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
