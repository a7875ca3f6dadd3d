/** Query keys that say who shared a link, not what it shows. */
const trackingKey =
  /^(utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|ref|ref_src|ref_url|share|amp|outputtype)$/i

/** The address, if it is http or https: the only ones that may become a link. */
export function httpUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined
}

/**
 * One form for all the ways in which a publication's address is written: without scheme, `www.`, `m.`, fragment,
 * trailing slash or tracking parameters; host in lower case, path percent-decoded, other parameters sorted.
 * A text without a scheme is read as https.
 * @returns undefined where the text is no web address
 */
export function canonicalUrl(text: string): string | undefined {
  const trimmed = text.trim()
  if (/\s/.test(trimmed)) return undefined
  const url =
    httpUrl(trimmed) ??
    (/^[\w-]+(\.[\w-]+)+([/?#:]|$)/u.test(trimmed) ? httpUrl(`https://${trimmed}`) : undefined)
  if (!url?.hostname.includes('.')) return undefined
  const host = url.hostname.replace(/^(www|m|mobile|amp)\./, '') + (url.port && `:${url.port}`)
  const path = readable(url.pathname).replace(/\/+$/, '')
  // A post's path names it; the rest of such a link says who passed it on.
  if (host === 'x.com' || host === 'twitter.com') return `x.com${path}`
  const kept = [...url.searchParams]
    .filter(([key]) => !trackingKey.test(key))
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const search = kept.map(([key, value]) => (value ? `${key}=${value}` : key)).join('&')
  return host + path + (search && `?${search}`)
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return path
  }
}
