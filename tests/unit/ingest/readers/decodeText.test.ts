import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../src/ingest/readers/decodeText.ts'

function decode(bytes: readonly number[]): unknown {
  const result = decodeText(Uint8Array.from(bytes))
  return result.ok ? result.value : result.code
}

/** UTF-16 code units as bytes. */
function utf16(text: string, littleEndian: boolean): number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit) =>
    littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
  )
}

describe('decodeText', () => {
  it('takes UTF-8 where every byte fits', () => {
    expect(decode([...Buffer.from('حلب, Alep')])).toEqual({
      text: 'حلب, Alep',
      encoding: 'utf-8',
      reason: 'valid-utf-8',
      markBytes: 0,
    })
  })

  it('leaves the byte order mark out of the text', () => {
    const text = 'id,place'
    expect(decode([0xef, 0xbb, 0xbf, ...Buffer.from(text)])).toMatchObject({ text, markBytes: 3 })
    expect(decode([0xff, 0xfe, ...utf16(text, true)])).toMatchObject({ text, markBytes: 2 })
    expect(decode([0xfe, 0xff, ...utf16(text, false)])).toMatchObject({ text, encoding: 'utf-16be' })
  })

  it('knows UTF-16 without a mark by its zero bytes', () => {
    const text = 'id,place\n1,Aleppo\n'
    expect(decode(utf16(text, true))).toMatchObject({ text, encoding: 'utf-16le', reason: 'zero-bytes' })
    expect(decode(utf16(text, false))).toMatchObject({ text, encoding: 'utf-16be', reason: 'zero-bytes' })
  })

  it('reads quotes, dashes and the euro sign of windows-1252', () => {
    const bytes = [...Buffer.from('Aid worker'), 0x92, ...Buffer.from('s car '), 0x96, 0x20, 0x80, 0x35, 0x30]
    expect(decode(bytes)).toMatchObject({ text: 'Aid worker’s car – €50', encoding: 'windows-1252' })
  })

  it('reads each byte of windows-1252 as one character', () => {
    expect(decode([0xff])).toMatchObject({ text: 'ÿ', encoding: 'windows-1252' })
    expect(decode([0x61, 0x81, 0xfe])).toMatchObject({ markBytes: 0 })
  })

  it('reads nothing as an empty text', () => {
    expect(decode([])).toMatchObject({ text: '', encoding: 'utf-8' })
  })

  it('reads a large file in pieces, none of which ends within a character', () => {
    const text = `a${'é€😀'.repeat(2_000_000)}`
    const result = decodeText(Buffer.from(text))
    expect(result.ok && result.value.encoding).toBe('utf-8')
    // Compared as one value: a difference would be printed in full.
    expect(result.ok && result.value.text === text).toBe(true)
  })

  it('refuses UTF-32', () => {
    expect(decode([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])).toBe('unsupported-encoding')
    expect(decode([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61])).toBe('unsupported-encoding')
  })
})
