import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readUrls } from '../../../../src/ingest/fields/urlField.ts'
import { propertyRuns } from '../../../propertyRuns.ts'

describe('readUrls', () => {
  it.each([
    ['https://a.example/x', ['https://a.example/x'], ''],
    ['http://a.example/1, http://b.example/2', ['http://a.example/1', 'http://b.example/2'], ''],
    ['http://a.example/1,http://b.example/2', ['http://a.example/1', 'http://b.example/2'], ''],
    ['http://a.example/1;http://b.example/2', ['http://a.example/1', 'http://b.example/2'], ''],
    ['http://a.example/1|http://b.example/2', ['http://a.example/1', 'http://b.example/2'], ''],
    ['http://a.example/1\nhttp://b.example/2', ['http://a.example/1', 'http://b.example/2'], ''],
    ['http://a.example/1، http://b.example/2', ['http://a.example/1', 'http://b.example/2'], ''],
    ['https://a.example/x,y,z?q=1,2;3', ['https://a.example/x,y,z?q=1,2;3'], ''],
    ['https://a.example/خبر', ['https://a.example/خبر'], ''],
    ['https://en.wiki.example/A_(b)', ['https://en.wiki.example/A_(b)'], ''],
    ['https://a.example/x https://a.example/x', ['https://a.example/x'], ''],
    [
      'https://web.archive.example/web/2024/https://a.example/x',
      ['https://web.archive.example/web/2024/https://a.example/x'],
      '',
    ],
    ['https://a.example/?u=https://b.example/', ['https://a.example/?u=https://b.example/'], ''],
    ['HTTPS://A.example/x', ['HTTPS://A.example/x'], ''],
    ['https://a.example/#!', ['https://a.example/#!'], ''],
    ['https://a.example/x!, https://b.example', ['https://a.example/x', 'https://b.example'], ''],
    ['Agency: https://a.example/x; Paper', ['https://a.example/x'], 'Agency: Paper'],
    ['(see https://a.example/x).', ['https://a.example/x'], '(see'],
    ['"https://a.example/x"', ['https://a.example/x'], ''],
    ['<https://a.example/x>', ['https://a.example/x'], ''],
    ['<a href="https://a.example/?a=1&amp;b=2">Report</a>', ['https://a.example/?a=1&b=2'], 'Report'],
    ["<A HREF='https://a.example/'>https://a.example/</A>", ['https://a.example/'], ''],
    ['Paper', [], 'Paper'],
    ['www.a.example/x', [], 'www.a.example/x'],
    ['HIDDEN', [], 'HIDDEN'],
    ['https://', [], 'https://'],
    ['https://localhost/x', [], 'https://localhost/x'],
    ['ftp://a.example/x', [], 'ftp://a.example/x'],
    ['javascript:alert(1)', [], 'javascript:alert(1)'],
    ['xhttps://a.example/', [], 'xhttps://a.example/'],
    ['', [], ''],
  ])('reads %j', (text, urls, rest) => {
    expect(readUrls(text)).toEqual({ urls, rest })
  })

  it('finds all links, however they are put together', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcxyz019-_~%=&,/'.split('')), maxLength: 20 })
    const url = letters.map((path) => `https://a.example/${path}z`)
    const between = fc.constantFrom(' ', ', ', '; ', ' | ', '|', '\n', ',', ';', ' - ')
    fc.assert(
      fc.property(fc.uniqueArray(url, { minLength: 1, maxLength: 6 }), between, (urls, sign) => {
        expect(readUrls(urls.join(sign))).toEqual({ urls, rest: '' })
      }),
      { numRuns: propertyRuns(500) },
    )
  })
})
