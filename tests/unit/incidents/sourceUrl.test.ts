import { describe, expect, it } from 'vitest'
import { canonicalUrl, httpUrl } from '../../../src/incidents/sourceUrl.ts'

describe('canonicalUrl', () => {
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
