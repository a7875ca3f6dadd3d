/** Names of query parameters that track who shared a link, and do not change what it shows. */
const trackingKey =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|ref|ref_src|ref_url|share|amp|outputtype)$/i

/** The parsed URL; undefined unless it is absolute http or https, the only schemes that may become a link. */
export function httpUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined
}

/**
 * The canonical form of a URL, which different spellings of the same URL share: without scheme, `www.`, `m.`, `mobile.`
 * or `amp.`, fragment, trailing slash and tracking parameters; host in lower case, path percent-decoded, the other
 * parameters sorted by name.
 * @param text a URL; a missing scheme is taken as https
 * @returns undefined where the text is not an http or https URL with a dot in its host name
 */
export function canonicalUrl(text: string): string | undefined {
  if (text !== lately.text) lately = { text, canonical: canonicalOf(text) }
  return lately.canonical
}

/** The last answer: who asks for the host of a URL often asks for all of it next. */
let lately: { text: string; canonical: string | undefined } = { text: '', canonical: undefined }

/** A part of a host name: words of ASCII with single hyphens between them, so that it is no encoded (`xn--`) one. */
const WORDS = '[a-z0-9]+(?:-[a-z0-9]+)*'

/**
 * A URL that nothing in it makes the URL parser change: host of lower-case words, path of unreserved characters without
 * "." and "..", neither port nor query. Most URLs are, and are read ten times faster so.
 */
const plainUrl = new RegExp(
  `^https?://(${WORDS}(?:\\.${WORDS})*\\.[a-z]+)((?:/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*)?)*)$`,
)

function canonicalOf(text: string): string | undefined {
  const [, plainHost, plainPath] = plainUrl.exec(text) ?? []
  if (plainHost !== undefined && plainPath !== undefined) return pageOf(hostWithin(plainHost), plainPath)
  const trimmed = text.trim()
  if (/\s/.test(trimmed)) return undefined
  const url =
    httpUrl(trimmed) ??
    (/^[\w-]+(\.[\w-]+)+([/?#:]|$)/u.test(trimmed) ? httpUrl(`https://${trimmed}`) : undefined)
  if (!url?.hostname.includes('.')) return undefined
  const host = hostWithin(url.hostname) + (url.port && `:${url.port}`)
  const page = pageOf(host, readable(url.pathname))
  if (url.search === '' || X_HOSTS.has(host)) return page
  const kept = [...url.searchParams]
    .filter(([key]) => !trackingKey.test(key))
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const search = kept.map(([key, value]) => (value ? `${key}=${value}` : key)).join('&')
  return page + (search && `?${search}`)
}

/** Hosts of X (formerly Twitter), where the path identifies the post: all parameters track who shared it. */
const X_HOSTS: ReadonlySet<string> = new Set(['x.com', 'twitter.com'])

/** @param hostname in lower case */
function hostWithin(hostname: string): string {
  return hostname.replace(/^(www|m|mobile|amp)\./, '')
}

/** Host and path, without slashes at the end. */
function pageOf(host: string, path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end -= 1
  return (X_HOSTS.has(host) ? 'x.com' : host) + path.slice(0, end)
}

/** The host of a URL as `canonicalUrl` writes it, without a port; undefined where that gives none. */
export function hostOf(text: string): string | undefined {
  const canonical = canonicalUrl(text)
  if (canonical === undefined) return undefined
  const end = canonical.search(/[/:?]/)
  return end < 0 ? canonical : canonical.slice(0, end)
}

/** The path percent-decoded; unchanged where its encoding is broken. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return path
  }
}
