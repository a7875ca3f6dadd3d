import { PMTiles, type RangeResponse, type Source } from 'pmtiles'

/**
 * A PMTiles archive that is fetched whole and held in memory, as range requests would tell the host which area is looked
 * at. It is fetched when it is first asked for.
 */
export class ArchiveBytes implements Source {
  readonly #url: string
  #bytes: Promise<ArrayBuffer> | undefined

  constructor(url: string) {
    this.#url = url
  }

  getKey(): string {
    return this.#url
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    // After a failure the next tile asks again.
    this.#bytes ??= fetchWhole(this.#url).catch((reason: unknown) => {
      this.#bytes = undefined
      throw reason
    })
    const bytes = await this.#bytes
    return { data: bytes.slice(offset, offset + length) }
  }
}

/**
 * An archive of the built-in basemap.
 * @param file below basemap/
 */
export function basemapArchive(file: string): PMTiles {
  return new PMTiles(new ArchiveBytes(basemapUrl(file)))
}

/** Address of a file of the built-in basemap. @param file below basemap/ */
export function basemapUrl(file: string): string {
  return new URL(`basemap/${file}`, document.baseURI).href
}

async function fetchWhole(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the host of the basemap answered ${response.status}`)
  return response.arrayBuffer()
}
