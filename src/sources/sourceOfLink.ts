import type { PublishedRef } from '../query/sourceRef.ts'

/** Manifest of the data set that is published with the page, relative to the page. */
const BUNDLED = 'dataset/manifest.json'

/** What a link asks to open, and whether the page may. */
export type LinkedSource =
  | { kind: 'allowed'; ref: PublishedRef }
  /** The publisher of the page has not allowed this host; nothing may be requested from it. */
  | { kind: 'refused'; host: string }

/**
 * The data set that a link names by `data=`: on the page's own host, or over https on one that the publisher allows.
 * @param data path or URL of a manifest, or of the folder that holds it; null names the bundled data set
 * @param base URL of the page
 * @param allowedHosts host names, with a port where it is not 443
 */
export function sourceOfLink(
  data: string | null,
  base: string,
  allowedHosts: readonly string[],
): LinkedSource {
  if (data === null) return publishedAt(new URL(BUNDLED, base))
  if (!URL.canParse(data, base)) return { kind: 'refused', host: data }
  const url = new URL(data, base)
  url.hash = ''
  if (!url.pathname.endsWith('.json')) url.pathname = `${url.pathname.replace(/\/$/, '')}/manifest.json`
  const isOwnHost = url.origin === new URL(base).origin
  const isAllowed = isOwnHost || (url.protocol === 'https:' && allowedHosts.includes(url.host))
  return isAllowed ? publishedAt(url) : { kind: 'refused', host: url.host || url.protocol }
}

function publishedAt(manifestUrl: URL): LinkedSource {
  return { kind: 'allowed', ref: { kind: 'published', manifestUrl: manifestUrl.href, version: null } }
}
