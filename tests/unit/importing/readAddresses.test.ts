import { describe, expect, it } from 'vitest'
import { readAddresses } from '../../../src/importing/readAddresses.ts'

describe('a pasted list of addresses', () => {
  it.each([
    ['https://x.com/a/status/1\nhttps://t.me/b/2', ['https://x.com/a/status/1', 'https://t.me/b/2'], 0],
    ['see https://t.me/b/2, and <https://x.com/c>', ['https://t.me/b/2', 'https://x.com/c'], 0],
    ['t.me/b/2\r\n\r\n  \r\nonly words', ['t.me/b/2'], 1],
    [
      'https://www.example.org/1?utm_source=x\nhttp://example.org/1',
      ['https://www.example.org/1?utm_source=x'],
      0,
    ],
    ['https://example.org', [], 1],
    ['javascript:alert(1)/x', [], 1],
    ['', [], 0],
  ])('%j', (text, addresses, unread) => {
    expect(readAddresses(text)).toEqual({ addresses, unread })
  })
})
