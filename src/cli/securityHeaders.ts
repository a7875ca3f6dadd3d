import { foreignOrigins, type SiteConfig } from './siteConfig.ts'

/**
 * What the page may load and run: its own files, nothing inline, and data and basemaps from the hosts that
 * data/site.yaml names. Tiles and sprites are fetched, so they need no rule for images.
 * @param nonce only in development: allows the style elements and the one script of hot reloading
 */
export function contentSecurityPolicy(site: SiteConfig, nonce?: string): string {
  const own = nonce ? `'self' 'nonce-${nonce}'` : "'self'"
  const foreign = foreignOrigins(site)
    .map((origin) => ` ${origin}`)
    .join('')
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    // Hot reloading uses a web socket of the development server.
    `connect-src 'self'${foreign}${nonce ? ' ws:' : ''}`,
    "worker-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** All headers of the page. None forbids framing: other pages may embed a view. */
export function securityHeaders(site: SiteConfig, nonce?: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(site, nonce),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  }
}

/** Content of `_headers`, which Netlify and Cloudflare Pages read. */
export function headersFile(headers: Record<string, string>): string {
  return `/*\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`
}

/** The headers that the content of a file `_headers` sets for all paths. */
export function headersIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  )
}

/** Content of `.htaccess`, which Apache reads. */
export function htaccessFile(headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  Header always set ${name} "${value}"\n`)
  return `<IfModule mod_headers.c>\n${lines.join('')}</IfModule>\n`
}
