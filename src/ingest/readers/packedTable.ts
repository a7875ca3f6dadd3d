import { growable } from '../../incidents/growable.ts'
import type { FileTable, TableRecord } from './fileTable.ts'

/** A table that grows by one record a push, and keeps its cells as bytes. */
export interface PackedTable {
  /** Adds a column at the end, also after records. @returns its index */
  addColumn(name: string): number
  /**
   * Adds a record.
   * @param entry index of its entry in the account of the file
   * @param cells by index of column; undefined is kept as ''
   */
  push(entry: number, cells: readonly (string | undefined)[]): void
  /** The table with all records so far. Nothing may be added afterwards. */
  finish(): FileTable
  /** As `finish`, as plain data. */
  pack(): PackedData
}

/** A packed table as plain data, which one thread can give to another; `unpackTable` makes it a table again. */
export interface PackedData {
  name: string
  columns: string[]
  /** Cells of the record that has most. */
  widest: number
  chunks: Uint8Array<ArrayBuffer>[]
  /** By record: entry in the account, index of the chunk, and first byte in that. */
  entries: Uint32Array<ArrayBuffer>
  chunkOf: Uint32Array<ArrayBuffer>
  starts: Uint32Array<ArrayBuffer>
}

/** Bytes that are reserved at once; a longer record gets a chunk of its own. */
const CHUNK_BYTES = 1 << 20

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * An empty table for formats whose records cannot be read again from the text of the file. A record takes one byte a
 * cell and its text in UTF-8, so that a million records are a few large buffers and no strings. Lone surrogates become
 * U+FFFD.
 *
 * Bytes of a record: number of lengths; the lengths of the cells in UTF-16 code units, where 0 is followed by the number
 * of empty cells in a row; the texts of all cells. Numbers are in base 128, least significant first.
 */
export function createPackedTable(name: string, columns: readonly string[] = []): PackedTable {
  const names = [...columns]
  const chunks = new Chunks()
  const entries = growable(Uint32Array)
  const chunkOf = growable(Uint32Array)
  const starts = growable(Uint32Array)
  let widest = 0
  return {
    addColumn: (column) => names.push(column) - 1,
    push(entry, cells) {
      const at = chunks.add(packed(cells))
      entries.push(entry)
      chunkOf.push(at.chunk)
      starts.push(at.start)
      widest = Math.max(widest, cells.length)
    },
    finish: () => unpackTable(pack()),
    pack,
  }
  function pack(): PackedData {
    return {
      name,
      columns: names,
      widest,
      chunks: chunks.taken(),
      entries: entries.taken(),
      chunkOf: chunkOf.taken(),
      starts: starts.taken(),
    }
  }
}

/** The table of packed data. */
export function unpackTable({
  name,
  columns,
  widest,
  chunks,
  entries,
  chunkOf,
  starts,
}: PackedData): FileTable {
  const records = entries.length
  function record(index: number): TableRecord {
    const entry = entries[index]
    const chunk = chunks[chunkOf[index] ?? -1]
    if (entry === undefined || chunk === undefined) throw new RangeError(`no record ${index}`)
    return { entry, cells: unpacked(chunk, starts[index] ?? 0) }
  }
  return {
    name,
    columns,
    width: columns.length || widest,
    records,
    record,
    *rows() {
      for (let index = 0; index < records; index += 1) yield record(index)
    },
  }
}

/** A record in two parts: the lengths of its cells, and their texts one after the other. */
interface PackedRecord {
  lengths: number[]
  text: string
}

function packed(cells: readonly (string | undefined)[]): PackedRecord {
  const lengths: number[] = []
  let empty = 0
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column]
    if (!cell) {
      empty += 1
      continue
    }
    if (empty > 0) lengths.push(0, empty)
    empty = 0
    lengths.push(cell.length)
  }
  if (empty > 0) lengths.push(0, empty)
  return { lengths, text: cells.join('') }
}

/** The records' bytes; no record spans two chunks. */
class Chunks {
  private readonly full: Uint8Array<ArrayBuffer>[] = []
  private last = new Uint8Array(0)
  private used = 0

  /** Writes a record. @returns index of its chunk, and its first byte there */
  add({ lengths, text }: PackedRecord): { chunk: number; start: number } {
    const most = 5 * (lengths.length + 2) + 3 * text.length
    if (this.used + most > this.last.length) this.open(most)
    const start = this.used
    this.number(lengths.length)
    for (const length of lengths) this.number(length)
    const textStart = this.used + 5
    const { written } = encoder.encodeInto(text, this.last.subarray(textStart))
    this.number(written)
    this.last.copyWithin(this.used, textStart, textStart + written)
    this.used += written
    return { chunk: this.full.length - 1, start }
  }

  /** All chunks; nothing may be added afterwards. */
  taken(): Uint8Array<ArrayBuffer>[] {
    if (this.full.length > 0) this.full[this.full.length - 1] = this.last.slice(0, this.used)
    return this.full
  }

  /** Begins a chunk, and cuts the spare room off the one before. */
  private open(least: number): void {
    if (this.full.length > 0) this.full[this.full.length - 1] = this.last.slice(0, this.used)
    this.last = new Uint8Array(Math.max(CHUNK_BYTES, least))
    this.full.push(this.last)
    this.used = 0
  }

  private number(value: number): void {
    let rest = value
    while (rest >= 0x80) {
      this.last[this.used++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.last[this.used++] = rest
  }
}

function unpacked(bytes: Uint8Array, start: number): string[] {
  let at = start
  function number(): number {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return value >>> 0
    }
  }
  const lengths = Array.from({ length: number() }, number)
  const textBytes = number()
  const text = decoder.decode(bytes.subarray(at, at + textBytes))
  const cells: string[] = []
  let from = 0
  for (let i = 0; i < lengths.length; i += 1) {
    const length = lengths[i] ?? 0
    if (length === 0) for (let empty = lengths[++i] ?? 0; empty > 0; empty -= 1) cells.push('')
    else cells.push(text.slice(from, from + length))
    from += length
  }
  return cells
}
