import type { AddProtocolAction } from 'maplibre-gl'

/**
 * A request to the host of a chosen basemap. `missing`: the host has nothing there, or a picture that is wholly
 * transparent. `unusable`: the map library refuses the style; there is no `url` then.
 */
export interface RemoteEvent {
  kind: 'asked' | 'arrived' | 'missing' | 'failed' | 'stopped' | 'unusable'
  url: string
}

/** The host has nothing at the address: no tile, or no picture of that day. */
export class NothingThere extends Error {
  override readonly name = 'NothingThere'
}

const listeners = new Set<(event: RemoteEvent) => void>()
let allowed: readonly string[] = []

/** Tells of each request. @returns stops it */
export function onRemoteRequest(listener: (event: RemoteEvent) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Allows requests to these hosts and to no others: those of the basemap that the reader has chosen. The page's own
 * host needs no permission.
 */
export function allowHosts(hosts: readonly string[]): void {
  allowed = hosts
}

/** Tells that the map library refuses the style of the basemap. */
export function tellUnusable(): void {
  tell('unusable', '')
}

function tell(kind: RemoteEvent['kind'], url: string): void {
  for (const listener of listeners) listener({ kind, url })
}

/**
 * Requests something of a basemap. Neither the address of the page nor cookies are sent.
 * @param range `bytes=first-last`
 * @throws NothingThere where the host has nothing; Error where it may not be asked, does not answer or refuses
 */
export function askRemote(url: string, signal: AbortSignal, range?: string): Promise<Response> {
  return told(url, signal, async () => ({ answer: await request(url, signal, range), isEmpty: false }))
}

/** Tells of a request: that it is made, and what comes of it. */
async function told<T>(
  url: string,
  signal: AbortSignal,
  ask: () => Promise<{ answer: T; isEmpty: boolean }>,
): Promise<T> {
  tell('asked', url)
  try {
    const { answer, isEmpty } = await ask()
    tell(isEmpty ? 'missing' : 'arrived', url)
    return answer
  } catch (reason) {
    tell(signal.aborted ? 'stopped' : reason instanceof NothingThere ? 'missing' : 'failed', url)
    throw reason
  }
}

async function request(url: string, signal: AbortSignal, range?: string): Promise<Response> {
  const { host, origin } = new URL(url)
  if (origin !== location.origin && !allowed.includes(host))
    throw new Error(`the basemap may not ask ${host}`)
  const response = await fetch(url, {
    signal,
    referrerPolicy: 'no-referrer',
    credentials: 'omit',
    ...(range !== undefined && { headers: { range } }),
  })
  // NASA's host answers 400 for a day that a series does not have.
  if (response.status === 404 || response.status === 400) throw new NothingThere(url)
  if (!response.ok) throw new Error(`${host} answered ${response.status}`)
  return response
}

/** The address by which the map library hands a request for another host to `remoteProtocol`. */
export function remoteAddress(url: string): string {
  const isForeign = url.startsWith('https://') && !url.startsWith(`${location.origin}/`)
  return isForeign ? url.replace('https://', 'remote://') : url
}

/**
 * The protocol `remote:` of the map library, which stands for https on another host.
 * @param noTile makes the error that the library takes for "no such tile"
 */
export function remoteProtocol(noTile: (url: string) => Error): AddProtocolAction {
  return async (params, { signal }) => {
    const url = params.url.replace('remote://', 'https://')
    try {
      return await told(url, signal, async () => {
        const response = await request(url, signal)
        if (params.type === 'json')
          return { answer: { data: (await response.json()) as object }, isEmpty: false }
        const data = await response.arrayBuffer()
        const { headers } = response
        const age = { cacheControl: headers.get('cache-control'), expires: headers.get('expires') }
        return { answer: { data, ...age }, isEmpty: await isEmptyPicture(data) }
      })
    } catch (reason) {
      throw reason instanceof NothingThere ? noTile(url) : reason
    }
  }
}

/** Bytes below which a picture may be wholly transparent: such a tile compresses to a few hundred. */
const EMPTY_BYTES = 4_096
/** Width and height in which a picture is looked at. */
const SAMPLE = 16

/** Whether a small PNG is wholly transparent, as a tile outside the satellite's swath is. */
async function isEmptyPicture(bytes: ArrayBuffer): Promise<boolean> {
  const isPng = bytes.byteLength > 8 && new DataView(bytes).getUint32(0) === 0x89_50_4e_47
  if (!isPng || bytes.byteLength > EMPTY_BYTES) return false
  const picture = await createImageBitmap(new Blob([bytes]), { resizeWidth: SAMPLE, resizeHeight: SAMPLE })
  const canvas = document.createElement('canvas')
  canvas.width = SAMPLE
  canvas.height = SAMPLE
  const context = canvas.getContext('2d')
  if (!context) return false
  context.drawImage(picture, 0, 0)
  const { data } = context.getImageData(0, 0, SAMPLE, SAMPLE)
  return data.every((value, at) => at % 4 !== 3 || value === 0)
}
