import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { contentSecurityPolicy, headersFile, htaccessFile, securityHeaders } from './securityHeaders.ts'
import { readSiteConfig } from './siteConfig.ts'

/**
 * Sets the same security policy wherever the page is served: as headers in development and preview, as header files for
 * static hosts in the build, and as a meta element for hosts that set no headers. Defines `__SITE__`,
 * `__BASEMAPS__` and `__COUNTRY_PACKS__`, the site's configuration, for the page.
 * @param siteFile path of data/site.yaml
 */
export function securityPlugin(siteFile: string): Plugin {
  const nonce = randomBytes(16).toString('base64')
  const site = readSiteConfig(resolve(siteFile))
  return {
    name: 'security-headers',
    config: (_, { command, isPreview }) => ({
      define: {
        __SITE__: JSON.stringify({ dataHosts: site.dataHosts }),
        __BASEMAPS__: JSON.stringify(site.basemaps),
        __COUNTRY_PACKS__: JSON.stringify(site.countryPacks),
      },
      ...(command === 'serve' && !isPreview ? { html: { cspNonce: nonce } } : {}),
      server: { headers: securityHeaders(site, nonce) },
      preview: { headers: securityHeaders(site) },
    }),
    transformIndexHtml: {
      order: 'pre',
      handler: (_html, { server }) =>
        server
          ? []
          : [
              {
                tag: 'meta',
                attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy(site) },
                injectTo: 'head-prepend',
              },
            ],
    },
    generateBundle() {
      const headers = securityHeaders(site)
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(headers) })
      this.emitFile({ type: 'asset', fileName: '.htaccess', source: htaccessFile(headers) })
    },
  }
}
