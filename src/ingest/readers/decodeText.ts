import { analyse } from 'chardet'
import type { TableFaultCode } from './tableFaultTexts.ts'

/** Why an encoding was taken. */
export type EncodingReason =
  'byte-order-mark' | 'zero-bytes' | 'valid-utf-8' | 'mostly-utf-8' | 'guess' | 'fallback'

export interface DecodedText {
  /** Without the byte order mark. */
  text: string
  /** Label of the WHATWG Encoding Standard, such as `utf-8`, `utf-16le`, `windows-1252`. */
  encoding: string
  reason: EncodingReason
  /** Length of the byte order mark: 0, 2 or 3. */
  markBytes: number
}

export type DecodeResult = { ok: true; value: DecodedText } | { ok: false; code: TableFaultCode }

/** Bytes that chardet is shown: enough for a decision, small enough to take milliseconds. */
const GUESS_BYTES = 256 * 1024

/** V8 holds no string of more than 2^29 - 24 UTF-16 code units. */
const MAX_UNITS = 2 ** 29 - 24

/**
 * Encodings that a guess may choose, by chardet's name. All are supersets of ASCII in which the bytes 0x0A and 0x0D
 * are line ends and nothing else, so that lines of text and lines of bytes correspond.
 */
const guessable: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'iso-8859-2',
  'ISO-8859-5': 'iso-8859-5',
  'ISO-8859-6': 'iso-8859-6',
  'ISO-8859-7': 'iso-8859-7',
  'ISO-8859-8': 'iso-8859-8',
  'ISO-8859-9': 'windows-1254',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1252': 'windows-1252',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  'windows-1255': 'windows-1255',
  'windows-1256': 'windows-1256',
  'KOI8-R': 'koi8-r',
  Shift_JIS: 'shift_jis',
  Big5: 'big5',
  'EUC-JP': 'euc-jp',
  'EUC-KR': 'euc-kr',
  GB18030: 'gb18030',
}

/**
 * Text of a file with the encoding found: byte order mark, else UTF-16 by its zero bytes, else UTF-8 if (nearly) every byte fits,
 * else what chardet holds most likely. Bytes that do not fit become U+FFFD.
 */
export function decodeText(bytes: Uint8Array): DecodeResult {
  const steps = decodeInSteps(bytes)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps of some milliseconds, as long as the bytes are UTF-8. Yields the bytes that are decoded. */
export function* decodeInSteps(bytes: Uint8Array): Generator<number, DecodeResult, void> {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]))
    return { ok: false, code: 'unsupported-encoding' }
  if (bytes.length > 2 * MAX_UNITS) return { ok: false, code: 'text-too-long' }
  const wide = wideEncoding(bytes)
  if (wide) return decoded(bytes, wide.encoding, wide.reason, wide.markBytes)
  if (bytes.length > MAX_UNITS) return { ok: false, code: 'text-too-long' }
  const markBytes = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0
  try {
    const text = yield* decodeUtf8(bytes, markBytes)
    const reason = markBytes > 0 ? 'byte-order-mark' : 'valid-utf-8'
    return { ok: true, value: { text, encoding: 'utf-8', reason, markBytes } }
  } catch {
    const sample = sampleAround(bytes)
    if (isMostlyUtf8(sample)) return decoded(bytes, 'utf-8', 'mostly-utf-8', markBytes)
    const guess = guessEncoding(sample)
    return decoded(bytes, guess ?? 'windows-1252', guess ? 'guess' : 'fallback', markBytes)
  }
}

/** Bytes that are decoded at once. */
const PIECE_BYTES = 1 << 24

/**
 * Decodes UTF-8 in pieces that end between two characters: a decoder that keeps the rest of a character itself gives
 * strings of two bytes a character in Node, where these are of one.
 * @throws TypeError where the bytes are not UTF-8
 */
function* decodeUtf8(bytes: Uint8Array, start: number): Generator<number, string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  if (bytes.length - start <= PIECE_BYTES) return decoder.decode(bytes.subarray(start))
  const pieces: string[] = []
  for (let from = start; from < bytes.length;) {
    let to = Math.min(bytes.length, from + PIECE_BYTES)
    while (to < bytes.length && isContinuation(bytes[to]) && to > from + 1) to -= 1
    pieces.push(decoder.decode(bytes.subarray(from, to)))
    from = to
    yield from
  }
  return pieces.join('')
}

function isContinuation(byte = 0): boolean {
  return (byte & 0xc0) === 0x80
}

function decoded(
  bytes: Uint8Array,
  encoding: string,
  reason: EncodingReason,
  markBytes: number,
): DecodeResult {
  const content = bytes.subarray(markBytes)
  const text =
    encoding === 'windows-1252'
      ? decodeWindows1252(content)
      : new TextDecoder(encoding, { ignoreBOM: true }).decode(content)
  return { ok: true, value: { text, encoding, reason, markBytes } }
}

/** The characters of the bytes 0x80 to 0x9F in windows-1252; the five that it does not define stay controls. */
const WINDOWS_1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Text of windows-1252, by way of UTF-16: several versions of Node decode the bytes 0x80 to 0x9F as controls, or a lone
 * 0xFF as nothing (https://github.com/nodejs/node/issues/56542).
 */
function decodeWindows1252(bytes: Uint8Array): string {
  const wide = new Uint8Array(2 * bytes.length)
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0
    const code = byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252_HIGH.charCodeAt(byte - 0x80) : byte
    wide[2 * i] = code & 0xff
    wide[2 * i + 1] = code >> 8
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(wide)
}

/** UTF-16, by its mark, or by zero bytes at every other position of the first lines (text in Latin letters). */
function wideEncoding(
  bytes: Uint8Array,
): { encoding: string; reason: EncodingReason; markBytes: number } | undefined {
  if (startsWith(bytes, [0xff, 0xfe]))
    return { encoding: 'utf-16le', reason: 'byte-order-mark', markBytes: 2 }
  if (startsWith(bytes, [0xfe, 0xff]))
    return { encoding: 'utf-16be', reason: 'byte-order-mark', markBytes: 2 }
  const head = bytes.subarray(0, 4096 & ~1)
  const pairs = head.length >> 1
  if (pairs < 2) return undefined
  let evenZeros = 0
  let oddZeros = 0
  for (let i = 0; i < pairs; i += 1) {
    if (head[2 * i] === 0) evenZeros += 1
    if (head[2 * i + 1] === 0) oddZeros += 1
  }
  if (oddZeros > 0.4 * pairs && evenZeros < 0.05 * pairs)
    return { encoding: 'utf-16le', reason: 'zero-bytes', markBytes: 0 }
  if (evenZeros > 0.4 * pairs && oddZeros < 0.05 * pairs)
    return { encoding: 'utf-16be', reason: 'zero-bytes', markBytes: 0 }
  return undefined
}

/** The most likely encoding of bytes that are not UTF-8; undefined where chardet names none that can be used. */
function guessEncoding(sample: Uint8Array): string | undefined {
  for (const { name } of analyse(sample)) {
    const label = guessable[name]
    if (label) return label
  }
  return undefined
}

/** Whether at most one in ten characters outside ASCII is broken, as after a cut or a faulty program. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(sample)
  const high = text.match(/\P{ASCII}/gu)?.length ?? 0
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  return broken <= 0.1 * high
}

/** The part of the file that begins a little before its first byte outside ASCII. */
function sampleAround(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = Math.max(0, first - GUESS_BYTES / 4)
  return bytes.subarray(start, start + GUESS_BYTES)
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return bytes.length >= head.length && head.every((byte, i) => bytes[i] === byte)
}
