import type { RejectionCode } from '../../query/importReport.ts'
import type { DecodedText } from './decodeText.ts'
import type { Segments } from './csvSegments.ts'
import { rowKinds, type RowKind } from './tableLayout.ts'

/** One physical record of a file: a line, or several where a quoted cell holds line ends. */
export interface AccountEntry {
  kind: RowKind
  /** First and last line, from 1. */
  line: number
  lastLine: number
  /** Byte range in the file, end exclusive, line end included. */
  startByte: number
  endByte: number
  /** Why a `refused` entry is no record. */
  refusal?: RejectionCode
}

/**
 * What became of every byte of a file: the byte order mark, then entries without gap or overlap up to the end. The
 * counts of all kinds add up to `entries`.
 */
export interface TableAccount {
  entries: number
  counts: Readonly<Record<RowKind, number>>
  /** Bytes before the first entry: 0, 2 or 3. */
  markBytes: number
  /** Number of physical lines. */
  lines: number
  bytes: number
  /** @throws RangeError where there is no entry of that index */
  entry(index: number): AccountEntry
}

/** By `Segments.excess`. */
const refusals: readonly (RejectionCode | undefined)[] = [undefined, 'cell-too-long', 'too-many-cells']

/** @param kinds index into `rowKinds`, one a record */
export function accountFor(
  bytes: Uint8Array,
  decoded: DecodedText,
  segments: Segments,
  kinds: Uint8Array,
  terminator: '\n' | '\r',
): TableAccount {
  const startBytes = recordBytes(bytes, decoded, segments, terminator)
  const totals = new Uint32Array(rowKinds.length)
  for (const kind of kinds) totals[kind] = (totals[kind] ?? 0) + 1
  const counts = Object.fromEntries(rowKinds.map((kind, i) => [kind, totals[i] ?? 0])) as Record<
    RowKind,
    number
  >
  const lineCount = segments.lines[segments.count] ?? 0
  return {
    entries: segments.count,
    counts,
    markBytes: decoded.markBytes,
    lines: lineCount,
    bytes: bytes.length,
    entry(index) {
      const kind = rowKinds[kinds[index] ?? -1]
      const [line, nextLine] = [segments.lines[index], segments.lines[index + 1]]
      const [startByte, endByte] = [startBytes[index], startBytes[index + 1]]
      if (!kind || line === undefined || nextLine === undefined) throw new RangeError(`no entry ${index}`)
      if (startByte === undefined || endByte === undefined) throw new RangeError(`no entry ${index}`)
      const refusal = refusals[segments.excess[index] ?? 0]
      return { kind, line: line + 1, lastLine: nextLine, startByte, endByte, ...(refusal && { refusal }) }
    },
  }
}

/**
 * Offset in bytes of each record, and the length of the file at the end. In UTF-16 twice the offset in the text; in all
 * other encodings that are read, line ends of the text and of the bytes correspond one to one.
 */
function recordBytes(
  bytes: Uint8Array,
  { text, encoding, markBytes }: DecodedText,
  { count, starts, lines }: Segments,
  terminator: '\n' | '\r',
): Float64Array {
  const offsets = new Float64Array(count + 1)
  const code = terminator.charCodeAt(0)
  let at = markBytes
  let line = 0
  // As many bytes as code units: all of it is ASCII, or in an encoding of one byte a character.
  const isByteAUnit = text.length === bytes.length - markBytes
  for (let i = 0; i < count; i += 1) {
    if (encoding.startsWith('utf-16') || isByteAUnit) {
      offsets[i] = markBytes + (isByteAUnit ? 1 : 2) * (starts[i] ?? 0)
      continue
    }
    for (; line < (lines[i] ?? 0); line += 1) at = bytes.indexOf(code, at) + 1
    offsets[i] = at
  }
  offsets[count] = bytes.length
  return offsets
}
