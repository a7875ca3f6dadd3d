/** Bytes that a writer begins with. */
const FIRST_SIZE = 1 << 16

/**
 * Writes rows in ClickHouse's format RowBinary: values one after another in the order of the table's columns, numbers
 * little-endian, before a text its length in bytes and before an array its number of items (LEB128). No byte of a text has
 * a meaning to the server.
 */
export class RowBinary {
  private buffer = Buffer.allocUnsafe(FIRST_SIZE)
  private used = 0
  /** Rows that have been ended. */
  rows = 0

  uint8(value: number): void {
    this.room(1)
    this.buffer[this.used++] = value
  }

  uint16(value: number): void {
    this.room(2)
    this.used = this.buffer.writeUInt16LE(value, this.used)
  }

  uint32(value: number): void {
    this.room(4)
    this.used = this.buffer.writeUInt32LE(value, this.used)
  }

  int32(value: number): void {
    this.room(4)
    this.used = this.buffer.writeInt32LE(value, this.used)
  }

  /** UInt64. @param value whole, from 0 to 2^53 */
  uint64(value: number): void {
    this.uint32(value % 2 ** 32)
    this.uint32(Math.floor(value / 2 ** 32))
  }

  float32(value: number): void {
    this.room(4)
    this.used = this.buffer.writeFloatLE(value, this.used)
  }

  /** String, in UTF-8; a lone surrogate becomes U+FFFD. */
  text(text: string): void {
    this.room(3 * text.length + 5)
    // Room for the length is guessed as if all were ASCII, and mended where it is not.
    const start = this.used
    const guessed = lengthSize(text.length)
    const bytes = this.buffer.write(text, start + guessed)
    const needed = lengthSize(bytes)
    if (needed !== guessed) this.buffer.copyWithin(start + needed, start + guessed, start + guessed + bytes)
    this.length(bytes)
    this.used += bytes
  }

  /** Array(String). */
  texts(texts: readonly string[]): void {
    this.room(5)
    this.length(texts.length)
    for (const text of texts) this.text(text)
  }

  /** Array(UInt32): the items from `start` to before `end`, each replaced by its entry in `mapped`, where that is given. */
  uint32s(items: ArrayLike<number>, start = 0, end = items.length, mapped?: ArrayLike<number>): void {
    this.room(5 + 4 * (end - start))
    this.length(end - start)
    for (let at = start; at < end; at += 1) {
      const item = items[at] ?? 0
      this.used = this.buffer.writeUInt32LE(mapped ? (mapped[item] ?? 0) : item, this.used)
    }
  }

  /** Array(UInt8). */
  uint8s(items: ArrayLike<number>, start = 0, end = items.length): void {
    this.room(5 + end - start)
    this.length(end - start)
    for (let at = start; at < end; at += 1) this.buffer[this.used++] = items[at] ?? 0
  }

  endRow(): void {
    this.rows += 1
  }

  /** All rows so far, of which it keeps none: in memory that the next row overwrites. */
  taken(): Uint8Array {
    const bytes = this.buffer.subarray(0, this.used)
    this.used = 0
    this.rows = 0
    return bytes
  }

  private length(value: number): void {
    let left = value
    while (left >= 0x80) {
      this.buffer[this.used++] = (left & 0x7f) | 0x80
      left >>>= 7
    }
    this.buffer[this.used++] = left
  }

  private room(bytes: number): void {
    if (this.used + bytes <= this.buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(2 * this.buffer.length, this.used + bytes))
    larger.set(this.buffer.subarray(0, this.used))
    this.buffer = larger
  }
}

/** Bytes that a length takes. */
function lengthSize(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : value < 0x1000_0000 ? 4 : 5
}
