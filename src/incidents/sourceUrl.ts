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

function canonicalOf(text: string): string | undefined {
  const trimmed = text.trim()
  if (/\s/.test(trimmed)) return undefined
  const url =
    httpUrl(trimmed) ??
    (/^[\w-]+(\.[\w-]+)+([/?#:]|$)/u.test(trimmed) ? httpUrl(`https://${trimmed}`) : undefined)
  if (!url?.hostname.includes('.')) return undefined
  const host = url.hostname.replace(/^(www|m|mobile|amp)\./, '') + (url.port && `:${url.port}`)
  const path = readable(url.pathname).replace(/(?<!\/)\/+$/, '')
  // On X (formerly Twitter) the path identifies the post; all parameters track who shared it.
  if (host === 'x.com' || host === 'twitter.com') return `x.com${path}`
  if (url.search === '') return host + path
  const kept = [...url.searchParams]
    .filter(([key]) => !trackingKey.test(key))
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const search = kept.map(([key, value]) => (value ? `${key}=${value}` : key)).join('&')
  return host + path + (search && `?${search}`)
}

/** The host of a URL as `canonicalUrl` writes it, without a port; undefined where that gives none. */
export function hostOf(text: string): string | undefined {
  return canonicalUrl(text)?.split(/[/:?]/, 1)[0]
}

/** The path percent-decoded; unchanged where its encoding is broken. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return path
  }
}
