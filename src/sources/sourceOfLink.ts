import type { PublishedRef, ServerRef } from '../query/sourceRef.ts'

/** Manifest of the data set that is published with the page, relative to the page. */
const BUNDLED = 'dataset/manifest.json'

/** Begins what a link says of a server; its URL follows. */
const SERVER = 'server:'

/** What a link asks to open, and whether the page may. */
export type LinkedSource =
  | { kind: 'allowed'; ref: PublishedRef | ServerRef }
  /** The publisher of the page has not allowed this host; nothing may be requested from it. */
  | { kind: 'refused'; host: string }

/**
 * The data set that a link names by `data=`: on the page's own host, or over https on one that the publisher allows.
 * @param data path or URL of a manifest, or of the folder that holds it; `server:` and the URL of a server's folder;
 * null names the data set of the page: that of its server, or the bundled one
 * @param base URL of the page
 * @param allowedHosts host names, with a port where it is not 443
 * @param isServed whether a server answers for a base at the folder of the page
 */
export function sourceOfLink(
  data: string | null,
  base: string,
  allowedHosts: readonly string[],
  isServed = false,
): LinkedSource {
  const asked = data ?? (isServed ? SERVER : BUNDLED)
  const isServer = asked.startsWith(SERVER)
  const address = isServer ? asked.slice(SERVER.length) || '.' : asked
  if (!URL.canParse(address, base)) return { kind: 'refused', host: address }
  const url = new URL(address, base)
  url.hash = ''
  const isOwnHost = url.origin === new URL(base).origin
  if (!isOwnHost && !(url.protocol === 'https:' && allowedHosts.includes(url.host)))
    return { kind: 'refused', host: url.host || url.protocol }
  if (isServer) {
    url.search = ''
    if (!url.pathname.endsWith('/')) url.pathname += '/'
    return { kind: 'allowed', ref: { kind: 'server', baseUrl: url.href, version: null } }
  }
  if (!url.pathname.endsWith('.json')) url.pathname = `${url.pathname.replace(/\/$/, '')}/manifest.json`
  return { kind: 'allowed', ref: { kind: 'published', manifestUrl: url.href, version: null } }
}
