import type { RangeResponse, Source } from 'pmtiles'

/**
 * The built-in basemap: a PMTiles archive, held in memory. It is fetched whole, as range requests would tell
 * the host which area is looked at.
 */
export class BasemapArchive implements Source {
  readonly #url: string
  #bytes: Promise<ArrayBuffer> | undefined

  constructor(url: string) {
    this.#url = url
  }

  getKey(): string {
    return 'ground'
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

async function fetchWhole(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the host of the basemap answered ${response.status}`)
  return response.arrayBuffer()
}
