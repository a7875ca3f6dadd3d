import type { RangeResponse, Source } from 'pmtiles'
import { askRemote } from './remoteRequests.ts'

const never = new AbortController().signal

/** A PMTiles archive of a basemap that the reader has chosen, fetched whole or in the pieces that are asked for. */
export class RemoteArchive implements Source {
  readonly #url: string
  readonly #whole: boolean
  #bytes: Promise<ArrayBuffer> | undefined

  /** @param whole whether it is fetched whole, so that no request tells which area is looked at */
  constructor(url: string, whole: boolean) {
    this.#url = url
    this.#whole = whole
  }

  getKey(): string {
    return this.#url
  }

  /** @throws Error where the host does not answer, or sends the whole file in place of a piece */
  async getBytes(offset: number, length: number, signal: AbortSignal = never): Promise<RangeResponse> {
    if (this.#whole) {
      const bytes = await this.#all()
      return { data: bytes.slice(offset, offset + length) }
    }
    const response = await askRemote(this.#url, signal, `bytes=${offset}-${offset + length - 1}`)
    if (response.status !== 206) {
      await response.body?.cancel()
      throw new Error(`${this.#url} is not served in pieces`)
    }
    const etag = response.headers.get('etag')
    return { data: await response.arrayBuffer(), ...(etag !== null && { etag }) }
  }

  #all(): Promise<ArrayBuffer> {
    // After a failure the next tile asks again.
    this.#bytes ??= askRemote(this.#url, never)
      .then((response) => response.arrayBuffer())
      .catch((reason: unknown) => {
        this.#bytes = undefined
        throw reason
      })
    return this.#bytes
  }
}
