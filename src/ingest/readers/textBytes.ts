import type { DecodedText } from './decodeText.ts'

/** Encodings with one byte a character. */
const singleByte = /^(?:windows-\d+|iso-8859-\d+|koi8-r)$/

/**
 * Offsets in the bytes of a file for offsets in its text. Exact for UTF-8, UTF-16 and encodings of one byte a
 * character; in the others the start of the line.
 * @param offsets UTF-16 code units from the start of the text, ascending
 */
export function byteOffsets(bytes: Uint8Array, decoded: DecodedText, offsets: Uint32Array): Float64Array {
  const { text, encoding, markBytes } = decoded
  if (encoding.startsWith('utf-16')) return Float64Array.from(offsets, (offset) => markBytes + 2 * offset)
  if (singleByte.test(encoding) || text.length === bytes.length - markBytes)
    return Float64Array.from(offsets, (offset) => markBytes + offset)
  return encoding === 'utf-8'
    ? offsetsInUtf8(bytes, decoded, offsets)
    : startsOfLines(bytes, decoded, offsets)
}

function offsetsInUtf8(bytes: Uint8Array, { text, markBytes }: DecodedText, offsets: Uint32Array) {
  const found = new Float64Array(offsets.length)
  let at = markBytes
  let unit = 0
  for (let i = 0; i < offsets.length; i += 1) {
    for (const offset = offsets[i] ?? 0; unit < offset; unit += 1)
      at += unitBytes(bytes, at, text.charCodeAt(unit))
    found[i] = Math.min(at, bytes.length)
  }
  return found
}

/** Bytes that one UTF-16 code unit was decoded from; of a surrogate pair each has two. */
function unitBytes(bytes: Uint8Array, at: number, code: number): number {
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  if (code >= 0xd800 && code < 0xe000) return 2
  return code === 0xfffd ? replacedBytes(bytes, at) : 3
}

/**
 * Bytes that U+FFFD stands for: its own three, or as many of a broken sequence as the decoder takes together
 * (https://encoding.spec.whatwg.org/#utf-8-decoder).
 */
function replacedBytes(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const second = bytes[at + 1] ?? 0
  if (lead === 0xef && second === 0xbf && bytes[at + 2] === 0xbd) return 3
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  if (lead < 0xe0 || lead > 0xf4 || second < least || second > most) return 1
  const third = bytes[at + 2] ?? 0
  return lead >= 0xf0 && third >= 0x80 && third <= 0xbf ? 3 : 2
}

function startsOfLines(bytes: Uint8Array, { text, markBytes }: DecodedText, offsets: Uint32Array) {
  const found = new Float64Array(offsets.length)
  let at = markBytes
  let line = text.indexOf('\n')
  for (let i = 0; i < offsets.length; i += 1) {
    for (const offset = offsets[i] ?? 0; line !== -1 && line < offset; line = text.indexOf('\n', line + 1))
      at = bytes.indexOf(0x0a, at) + 1
    found[i] = at
  }
  return found
}
