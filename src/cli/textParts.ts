import type { FileHandle } from 'node:fs/promises'
import { MAX_CELL_LENGTH } from '../ingest/readers/csvSyntax.ts'

/** Lines of a table as text, from the beginning of a record to the end of one. */
export interface TextPart {
  bytes: Uint8Array
  /** Lines of the file before it. */
  linesBefore: number
}

const [LINE_END, QUOTE] = [0x0a, 0x22]

/** Bytes before the end of a piece within which a record ends: a cell has at most so many, of up to four bytes a character. */
const REACH = 4 * MAX_CELL_LENGTH

/**
 * Cuts a table as text, in an encoding that extends ASCII, into parts.
 * @param size bytes of a part at most, unless one line has more
 */
export async function* textParts(file: FileHandle, size: number): AsyncGenerator<TextPart, void, void> {
  let [position, linesBefore] = [0, 0]
  for (let room = size; ;) {
    const piece = await readPiece(file, position, room)
    const isLast = piece.length < room
    const end = isLast ? piece.length : endOfRecords(piece)
    if (end === 0 && !isLast) {
      room *= 2
      continue
    }
    const bytes = piece.subarray(0, end)
    if (end > 0) yield { bytes, linesBefore }
    if (isLast) return
    position += end
    linesBefore += countLines(bytes)
    room = size
  }
}

async function readPiece(file: FileHandle, position: number, size: number): Promise<Uint8Array> {
  const piece = Buffer.allocUnsafe(size)
  let used = 0
  while (used < size) {
    const { bytesRead } = await file.read(piece, used, size - used, position + used)
    if (bytesRead === 0) break
    used += bytesRead
  }
  return piece.subarray(0, used)
}

/**
 * Where the last whole record ends: after a line end before which quotation marks are in pairs, as otherwise a cell goes
 * on in the next line. Where quotation marks are astray, the last line is taken for the last record.
 * @returns 0 where no line ends
 */
function endOfRecords(piece: Uint8Array): number {
  let [isOpen, afterRecord] = [false, 0]
  for (let at = 0; at < piece.length; at += 1) {
    const byte = piece[at]
    if (byte === QUOTE) isOpen = !isOpen
    else if (byte === LINE_END && !isOpen) afterRecord = at + 1
  }
  return afterRecord > piece.length - REACH ? afterRecord : piece.lastIndexOf(LINE_END) + 1
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(LINE_END); at !== -1; at = bytes.indexOf(LINE_END, at + 1)) count += 1
  return count
}

/** The first lines of a text. @param count how many */
export function firstLines(bytes: Uint8Array, count: number): Uint8Array {
  let end = 0
  for (let line = 0; line < count; line += 1) end = bytes.indexOf(LINE_END, end) + 1
  return bytes.subarray(0, end)
}
