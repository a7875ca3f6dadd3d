import { foreignOrigins, type SiteConfig } from './siteConfig.ts'

/**
 * The Content-Security-Policy of the page: it may load and run its own files and nothing inline, and may send requests to
 * the hosts that data/site.yaml allows (none by default).
 * @param nonce only in development: allows the inline script and style elements of hot reloading
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
    // Hot reloading uses a WebSocket of the development server.
    `connect-src 'self'${foreign}${nonce ? ' ws:' : ''}`,
    "worker-src 'self'",
    `img-src 'self' data:${site.detailedBasemap ? foreign : ''}`,
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/**
 * The HTTP headers that the page is served with. There is no frame-ancestors directive, as other pages may embed a view.
 * @param nonce as for `contentSecurityPolicy`
 */
export function securityHeaders(site: SiteConfig, nonce?: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(site, nonce),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  }
}

/** Content of `_headers`, the header file of Netlify and Cloudflare Pages. */
export function headersFile(headers: Record<string, string>): string {
  return `/*\n${Object.entries(headers)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('')}`
}

/** Content of `.htaccess`, the header file of Apache. */
export function htaccessFile(headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  Header always set ${name} "${value}"\n`)
  return `<IfModule mod_headers.c>\n${lines.join('')}</IfModule>\n`
}
