import type { PMTiles } from 'pmtiles'
import type { LngLat } from '../incidents/place.ts'
import { packAt, type PackEntry } from '../basemaps/packIndex.ts'

/** Farthest zoom of the packs' tiles; the archive of the world has those before. */
export const PACK_ZOOM = 7

/** How packs are fetched. */
export interface PackHost {
  /** @throws if the host has no packs */
  index(): Promise<readonly PackEntry[]>
  /** An archive that is fetched whole. @param file below basemap/ */
  archive(file: string): PMTiles
}

/**
 * Packs of closer tiles, one a country. The pack of the country in the middle of the view is fetched whole: the host learns
 * which country was looked at, and nothing of where in it.
 */
export class CountryPacks {
  readonly #host: PackHost
  readonly #loaded = new Map<string, PMTiles>()
  readonly #asked = new Map<string, Promise<boolean>>()
  #index: Promise<readonly PackEntry[]> | undefined

  constructor(host: PackHost) {
    this.#host = host
  }

  /**
   * Fetches the pack of the country at a position, if it has one.
   * @returns true once a pack has arrived that was not there before; false if there is none, or it does not come
   */
  async bring(position: LngLat): Promise<boolean> {
    // A host without an index has no packs.
    this.#index ??= this.#host.index().catch(() => [])
    const packs = await this.#index
    const found = packAt(packs, position)
    if (!found || this.#loaded.has(found.country)) return false
    const asked = this.#asked.get(found.country) ?? this.#fetch(found)
    this.#asked.set(found.country, asked)
    return asked
  }

  /** A tile, unpacked, of the first pack that has it; undefined if none has. */
  async tile(zoom: number, x: number, y: number): Promise<ArrayBuffer | undefined> {
    for (const archive of this.#loaded.values()) {
      const tile = await archive.getZxy(zoom, x, y)
      if (tile) return tile.data
    }
    return undefined
  }

  async #fetch({ country, file }: PackEntry): Promise<boolean> {
    const archive = this.#host.archive(file)
    try {
      await archive.getHeader()
    } catch {
      // The next view of the country asks again.
      this.#asked.delete(country)
      return false
    }
    this.#loaded.set(country, archive)
    return true
  }
}
