import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl, httpUrl } from '../../../src/incidents/sourceUrl.ts'

const word = fc.stringMatching(/^[a-z0-9]{1,3}$/)
const segment = fc.stringMatching(/^[A-Za-z0-9._~-]{0,4}$/)
/** Addresses of which most are plain: without port, query, fragment and encoded letters. */
const plainUrls = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    fc.constantFrom('', 'www.', 'm.', 'twitter.', 'xn--'),
    fc.array(word, { maxLength: 2 }),
    fc.constantFrom('com', 'org', 'a1', '7', '0x1'),
    fc.array(segment, { maxLength: 3 }),
  )
  .map(
    ([scheme, before, words, top, path]) =>
      `${scheme}://${before}${[...words, top].join('.')}${path.map((each) => `/${each}`).join('')}`,
  )

describe('canonicalUrl', () => {
  it('reads plain URLs as the parser of URLs does', () => {
    // A fragment is no part of the canonical form, and is left to the parser.
    fc.assert(
      fc.property(plainUrls, (url) => {
        expect(canonicalUrl(url)).toBe(canonicalUrl(`${url}#top`))
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    'https://www.example.org/news/1?id=7',
    'http://example.org/news/1/?id=7',
    'example.org/news/1?id=7',
    'https://m.example.org/news/1?id=7#top',
    'HTTPS://EXAMPLE.org/news/1?utm_source=x&id=7&fbclid=abc',
    '  https://example.org/news/1?id=7  ',
  ])('gives the canonical form of %s', (text) => {
    expect(canonicalUrl(text)).toBe('example.org/news/1?id=7')
  })

  it('treats percent-encoded and plain letters alike', () => {
    expect(canonicalUrl('https://example.org/%D8%AD%D8%A7%D8%B1%D9%85')).toBe(
      canonicalUrl('https://example.org/حارم'),
    )
  })

  it('keeps parameters that identify the page, whatever their order', () => {
    expect(canonicalUrl('https://example.org/?b=2&a=1')).toBe(canonicalUrl('https://example.org/?a=1&b=2'))
    expect(canonicalUrl('https://example.org/?p=1')).not.toBe(canonicalUrl('https://example.org/?p=2'))
  })

  it('identifies a post on X by its path alone', () => {
    expect(canonicalUrl('https://twitter.com/a/status/1?s=20&t=zz')).toBe(
      canonicalUrl('https://x.com/a/status/1'),
    )
  })

  it.each([
    '',
    'harem',
    'حارم',
    'two words.org',
    'javascript:alert(1)',
    'mailto:a@example.org',
    'http://localhost/',
  ])('gives undefined for %j', (text) => {
    expect(canonicalUrl(text)).toBeUndefined()
  })
})

describe('httpUrl', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'ftp://example.org/', '/relative', ' '])(
    'gives undefined for %j',
    (text) => {
      expect(httpUrl(text)).toBeUndefined()
    },
  )

  it('parses http and https URLs', () => {
    expect(httpUrl('https://example.org/a')?.href).toBe('https://example.org/a')
    expect(httpUrl('http://example.org/a')?.href).toBe('http://example.org/a')
  })
})
