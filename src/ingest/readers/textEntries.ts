import { growable } from '../../incidents/growable.ts'
import type { RejectionCode } from '../../query/importReport.ts'
import type { DecodedText } from './decodeText.ts'
import type { EntryKind, FileAccount, FileEntry } from './fileTable.ts'
import { byteOffsets } from './textBytes.ts'

/** Kinds of entries in formats whose records nest. */
const kinds = ['record', 'refused', 'structure', 'blank', 'header'] as const satisfies readonly EntryKind[]
type Kind = (typeof kinds)[number]

/** Writes the account of a text, entry by entry in its order. */
export class TextEntries {
  private readonly kindOf = growable(Uint8Array)
  private readonly starts = growable(Uint32Array)
  private readonly firstLines = growable(Uint32Array)
  private readonly lastLines = growable(Uint32Array)
  private readonly codes = new Map<number, RejectionCode>()
  private readonly headers = new Set<number>()
  private readonly lines: LineCounter
  private readonly decoded: DecodedText

  constructor(decoded: DecodedText) {
    this.decoded = decoded
    this.lines = new LineCounter(decoded.text)
  }

  /**
   * Adds an entry, which reaches to the start of the next; the first begins with the text. Offsets never go back.
   * @param end offset after its last character that is no white space
   * @param code why it was refused
   * @returns its index
   */
  add(kind: Kind, start: number, end: number, code?: RejectionCode): number {
    const index = this.starts.length()
    this.kindOf.push(kinds.indexOf(kind))
    this.starts.push(index === 0 ? 0 : start)
    this.firstLines.push(this.lines.lineAt(start))
    this.lastLines.push(this.lines.lineAt(Math.max(start, end - 1)))
    if (code) this.codes.set(index, code)
    return index
  }

  /** Line, from 1, of an offset that is not before the last entry's end. */
  lineOf(offset: number): number {
    return this.lines.lineAt(offset)
  }

  /** Makes an entry the header of its table. */
  makeHeader(entry: number): void {
    this.headers.add(entry)
  }

  /** The account of all entries. @param bytes the file */
  account(bytes: Uint8Array): FileAccount {
    const { codes } = this
    const kindOf = this.kindOf.taken()
    for (const entry of this.headers) kindOf[entry] = kinds.indexOf('header')
    const starts = byteOffsets(bytes, this.decoded, this.starts.taken())
    const [first, last] = [this.firstLines.taken(), this.lastLines.taken()]
    const { length } = bytes
    const counts: Partial<Record<EntryKind, number>> = {}
    for (const index of kindOf) {
      const kind = kinds[index]
      if (kind) counts[kind] = (counts[kind] ?? 0) + 1
    }
    return {
      entries: kindOf.length,
      counts,
      entry(index): FileEntry {
        const kind = kinds[kindOf[index] ?? kinds.length]
        if (!kind) throw new RangeError(`no entry ${index}`)
        const startByte = starts[index] ?? 0
        const endByte = starts[index + 1] ?? length
        const entry: FileEntry = {
          kind,
          line: first[index] ?? 1,
          lastLine: last[index] ?? 1,
          startByte,
          endByte,
        }
        const code = codes.get(index)
        return code ? { ...entry, refusal: code } : entry
      },
    }
  }
}

/** Lines, from 1, that hold U+FFFD, which stands for bytes that could not be decoded. */
export function* unreadableLines(text: string): Generator<number, void, void> {
  const lines = new LineCounter(text)
  let last = 0
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) {
    const line = lines.lineAt(at)
    if (line !== last) yield line
    last = line
  }
}

/** Counts the lines of a text up to offsets that never go back. */
class LineCounter {
  private readonly text: string
  private readonly end: string
  private next: number
  /** Line of the last offset that was asked for, from 1. */
  private line = 1

  constructor(text: string) {
    this.text = text
    this.end = text.includes('\n') ? '\n' : '\r'
    this.next = this.endFrom(0)
  }

  lineAt(offset: number): number {
    while (this.next < offset) {
      this.line += 1
      this.next = this.endFrom(this.next + 1)
    }
    return this.line
  }

  /** Offset of the next line end, Infinity after the last, so that the rest is not searched again. */
  private endFrom(offset: number): number {
    const at = this.text.indexOf(this.end, offset)
    return at === -1 ? Infinity : at
  }
}
