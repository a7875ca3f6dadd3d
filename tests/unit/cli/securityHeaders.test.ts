import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  contentSecurityPolicy,
  headersFile,
  htaccessFile,
  securityHeaders,
} from '../../../src/cli/securityHeaders.ts'
import { readSiteConfig, type SiteConfig } from '../../../src/cli/siteConfig.ts'

const closed: SiteConfig = { dataHosts: [], detailedBasemap: null }
const open: SiteConfig = {
  dataHosts: ['data.example.org'],
  detailedBasemap: {
    name: 'M',
    styleUrl: 'https://tiles.example.org/style',
    attribution: 'A',
    hosts: ['fonts.example.org'],
  },
}

describe('the security policy', () => {
  it('allows only the page’s own files', () => {
    expect(contentSecurityPolicy(closed)).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'",
    )
  })

  it('allows exactly the hosts that the publisher names', () => {
    const policy = contentSecurityPolicy(open)
    expect(policy).toContain(
      "connect-src 'self' https://data.example.org https://tiles.example.org https://fonts.example.org;",
    )
    expect(policy).toContain("script-src 'self';")
  })

  it('differs in development only for hot reloading', () => {
    const development = contentSecurityPolicy(closed, 'abc')
    expect(development.replaceAll(" 'nonce-abc'", '').replace(' ws:', '')).toBe(contentSecurityPolicy(closed))
    expect(development).not.toContain('unsafe')
  })

  it('is written to the header files of static hosts', () => {
    const headers = securityHeaders(closed)
    expect(headersFile(headers)).toContain(`  Content-Security-Policy: ${contentSecurityPolicy(closed)}\n`)
    expect(htaccessFile(headers)).toContain(
      `Header always set Content-Security-Policy "${contentSecurityPolicy(closed)}"`,
    )
  })
})

describe('the site’s configuration', () => {
  const read = (text: string) => {
    const file = join(mkdtempSync(join(tmpdir(), 'site-')), 'site.yaml')
    writeFileSync(file, text)
    return readSiteConfig(file)
  }

  it('allows no other host in the bundled file', () => {
    expect(readSiteConfig('data/site.yaml')).toEqual(closed)
  })

  it.each([
    ['dataHosts: ["https://x.org"]\ndetailedBasemap: null', /dataHosts\.0: must be a host name/],
    [
      'dataHosts: []\ndetailedBasemap: {name: a, styleUrl: "http://x.org", attribution: b}',
      /must be an https address/,
    ],
    ['dataHosts: []', /detailedBasemap/],
    ['dataHosts: ["x.org; script-src *"]\ndetailedBasemap: null', /must be a host name/],
  ])('tells what is wrong in %j', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})
