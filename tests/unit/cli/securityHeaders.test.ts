import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  contentSecurityPolicy,
  headersFile,
  htaccessFile,
  securityHeaders,
} from '../../../src/cli/securityHeaders.ts'
import { offeredBasemaps } from '../../../src/basemaps/offeredBasemaps.ts'
import { foreignOrigins, readSiteConfig, type SiteConfig } from '../../../src/cli/siteConfig.ts'

const closed: SiteConfig = { dataHosts: [], basemaps: [], countryPacks: true }
const open: SiteConfig = {
  dataHosts: ['data.example.org'],
  basemaps: [
    { ...offeredBasemaps.openfreemap, hosts: ['tiles.example.org', 'fonts.example.org'] },
    { ...offeredBasemaps['sentinel-2'], hosts: ['tiles.example.org'] },
  ],
  countryPacks: true,
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
    expect(policy).toContain("img-src 'self' data:;")
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

  const own = (item: string) => `dataHosts: []\nbasemaps:\n  - ${item}`

  it('offers what the project offers, in the bundled file and without the key', () => {
    const all = { dataHosts: [], basemaps: Object.values(offeredBasemaps), countryPacks: true }
    expect(readSiteConfig('data/site.yaml')).toEqual(all)
    expect(read('dataHosts: []')).toEqual(all)
  })

  it('reads the example of the README', () => {
    const [, example = ''] = /```yaml\n(basemaps:[^]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? []
    expect(read(`dataHosts: []\n${example}`).basemaps.map(({ id }) => id)).toEqual([
      'sentinel-2',
      'streets',
      'survey',
      'drone',
    ])
  })

  it('has packs of closer tiles unless the publisher says otherwise', () => {
    expect(read('dataHosts: []\ncountryPacks: false').countryPacks).toBe(false)
    expect(() => read('dataHosts: []\ncountryPacks: never')).toThrow(/countryPacks/)
  })

  it('offers nothing where the list is empty', () => {
    expect(read('dataHosts: []\nbasemaps: []')).toEqual(closed)
    expect(foreignOrigins(closed)).toEqual([])
  })

  it('reads the older key: that map alone, or none', () => {
    expect(read('dataHosts: []\ndetailedBasemap: null')).toEqual(closed)
    const old =
      '{name: M, styleUrl: "https://tiles.example.org/s", attribution: A, hosts: [fonts.example.org]}'
    const { basemaps } = read(`dataHosts: []\ndetailedBasemap: ${old}`)
    expect(basemaps).toMatchObject([
      {
        id: 'detailed',
        name: 'M',
        hosts: ['tiles.example.org', 'fonts.example.org'],
        variants: [{ credit: [{ text: 'A' }], map: { kind: 'style', light: 'https://tiles.example.org/s' } }],
      },
    ])
    expect(read(`dataHosts: []\nbasemaps: [sentinel-2]\ndetailedBasemap: ${old}`).basemaps).toHaveLength(2)
  })

  it('reads maps of the publisher’s own, with the hosts of their addresses', () => {
    const { basemaps } = read(`dataHosts: []
basemaps:
  - {kind: style, id: a, name: {en: A, ar: أ}, url: "https://one.example/s", darkUrl: "https://two.example:8443/d", credit: C, hosts: [three.example]}
  - {kind: raster, id: b, name: B, tiles: "https://one.example/{z}/{x}/{y}.png", credit: C, imagery: true, licence: {name: L, url: "https://l.example/"}}
  - {kind: pmtiles, id: c, name: C, url: basemap/streets.pmtiles, credit: C, whole: true}`)
    expect(basemaps.map(({ id, hosts }) => [id, hosts])).toEqual([
      ['a', ['one.example', 'two.example:8443', 'three.example']],
      ['b', ['one.example']],
      ['c', []],
    ])
    expect(basemaps.map(({ variants }) => variants[0].map)).toEqual([
      { kind: 'style', light: 'https://one.example/s', dark: 'https://two.example:8443/d' },
      {
        kind: 'raster',
        tiles: 'https://one.example/{z}/{x}/{y}.png',
        maxZoom: 18,
        tileSize: 256,
        imagery: true,
      },
      { kind: 'pmtiles', url: 'basemap/streets.pmtiles', whole: true },
    ])
  })

  it.each([
    ['dataHosts: ["https://x.org"]', /dataHosts\.0: must be a host name/],
    ['dataHosts: ["x.org; script-src *"]', /must be a host name/],
    [
      'dataHosts: []\ndetailedBasemap: {name: a, styleUrl: "http://x.org", attribution: b}',
      /must be an https address/,
    ],
    [own('elsewhere'), /basemaps\.0: must be one of openfreemap/],
    [own('{kind: style, id: a, name: A, url: "http://x.org/s", credit: C}'), /https/],
    [
      own('{kind: style, id: a, name: A, url: "https://x.org/s", credit: C, hosts: ["x.org; script-src *"]}'),
      /host name/,
    ],
    [own('{kind: raster, id: a, name: A, tiles: "https://x.org/{z}/{x}.png", credit: C}'), /\{y\}/],
    [
      own('{kind: raster, id: a, name: A, tiles: "https://x.org; script-src */{z}/{x}/{y}", credit: C}'),
      /https/,
    ],
    [own('{kind: pmtiles, id: a, name: A, url: "javascript:alert(1)", credit: C}'), /path below public/],
    [own('{kind: pmtiles, id: a, name: A, url: "//x.org/a.pmtiles", credit: C}'), /path below public/],
    [own('{kind: pmtiles, id: A, name: A, url: a.pmtiles, credit: C}'), /lower-case/],
    [own('{kind: pmtiles, id: openfreemap, name: A, url: a.pmtiles, credit: C}'), /that the project offers/],
    ['dataHosts: []\nbasemaps: [sentinel-2, sentinel-2]', /two have the id sentinel-2/],
  ])('tells what is wrong in %j', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })
})
