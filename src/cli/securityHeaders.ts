import { foreignOrigins, type SiteConfig } from './siteConfig.ts'

/**
 * What the page may load and run: its own files and nothing inline. `foreign` hosts are those that the publisher
 * allows in data/site.yaml: none by default.
 * @param nonce in development alone: lets in the style elements and the one script of hot reloading
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
    // Hot reloading speaks over a socket of the development server.
    `connect-src 'self'${foreign}${nonce ? ' ws:' : ''}`,
    "worker-src 'self'",
    `img-src 'self' data:${site.detailedBasemap ? foreign : ''}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** All headers that the page is served with. It may be framed: showing a view within another page is a use of it. */
export function securityHeaders(site: SiteConfig, nonce?: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(site, nonce),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  }
}

/** `_headers`, as Netlify and Cloudflare Pages read it. */
export function headersFile(headers: Record<string, string>): string {
  return `/*\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`
}

/** `.htaccess`, as Apache reads it. */
export function htaccessFile(headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  Header always set ${name} "${value}"\n`)
  return `<IfModule mod_headers.c>\n${lines.join('')}</IfModule>\n`
}
