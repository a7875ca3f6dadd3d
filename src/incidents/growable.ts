import type { TextColumn } from './columns.ts'

interface TypedArray<Self> {
  readonly length: number
  [index: number]: number
  set(values: ArrayLike<number>, offset?: number): void
  slice(start: number, end: number): Self
}

/** Values that are copied one by one: to set so few at once takes longer. */
const FEW = 16

/** A typed array that grows by doubling, so that a push takes constant time on average. */
export interface Growable<T> {
  push(value: number): void
  pushAll(values: ArrayLike<number>): void
  /** How many values have been pushed. */
  length(): number
  /** The value that was pushed as number `index`, from 0. @throws RangeError where there is none */
  at(index: number): number
  /** Replaces a value. @throws RangeError where there is none of that index */
  set(index: number, value: number): void
  /** A copy of all values pushed so far, without spare room. */
  taken(): T
}

/** An empty growable array. @param ofLength constructor of the typed array: `Uint32Array` */
export function growable<T extends TypedArray<T>>(ofLength: new (length: number) => T): Growable<T> {
  let array = new ofLength(64)
  let used = 0
  function room(more: number) {
    if (used + more <= array.length) return
    const larger = new ofLength(Math.max(array.length * 2, used + more))
    larger.set(array)
    array = larger
  }
  function checked(index: number): number {
    if (!(index >= 0 && index < used)) throw new RangeError(`no value ${index}`)
    return index
  }
  return {
    push(value) {
      if (used === array.length) room(1)
      array[used++] = value
    },
    pushAll(values) {
      const { length } = values
      if (used + length > array.length) room(length)
      if (length > FEW) array.set(values, used)
      else for (let i = 0; i < length; i += 1) array[used + i] = values[i] ?? 0
      used += length
    },
    length: () => used,
    at: (index) => array[checked(index)] ?? 0,
    set(index, value) {
      array[checked(index)] = value
    },
    taken: () => array.slice(0, used),
  }
}

/** A list column that grows by one row a push. */
export interface GrowableLists {
  /** Adds a row with these items. */
  push(ids: ArrayLike<number>): void
  /** The offsets and items of all rows so far, as in ListColumn. */
  taken(): { offsets: Uint32Array; ids: Uint32Array }
}

/** A growable list column without rows. */
export function growableLists(): GrowableLists {
  const offsets = growable(Uint32Array)
  const ids = growable(Uint32Array)
  offsets.push(0)
  return {
    push(row) {
      ids.pushAll(row)
      offsets.push(ids.length())
    },
    taken: () => ({ offsets: offsets.taken(), ids: ids.taken() }),
  }
}

/** A text column that grows by one row a push. */
export interface GrowableTexts {
  /** Adds a row with this text. */
  push(text: string): void
  /** All rows so far, of which it keeps none. */
  taken(): TextColumn
}

const encoder = new TextEncoder()

/** Bytes of UTF-8 that one UTF-16 code unit takes at most. */
const BYTES_A_UNIT = 3

/** UTF-16 code units that are encoded at once. */
const BATCH_UNITS = 1 << 14

/** Bytes of the chunks that a large column is made of: growing by copying would need twice its size. */
const CHUNK_BYTES = 1 << 20

/** A growable text column without rows. */
export function growableTexts(): GrowableTexts {
  return new TextsInChunks()
}

/** A growable text column of which only the number of rows matters: each text becomes ''. */
export function emptyTexts(): GrowableTexts {
  let rows = 0
  return {
    push() {
      rows += 1
    },
    taken() {
      const column = { offsets: new Uint32Array(rows + 1), bytes: new Uint8Array() }
      rows = 0
      return column
    },
  }
}

class TextsInChunks implements GrowableTexts {
  private offsets = growable(Uint32Array)
  private readonly full: Uint8Array[] = []
  private chunk = new Uint8Array(64)
  private used = 0
  /** Bytes of all rows that are encoded. */
  private bytes = 0
  /** Rows that are not encoded yet: their texts together, and the length of each. */
  private batch = ''
  private lengths: number[] = []

  constructor() {
    this.offsets.push(0)
  }

  push(text: string): void {
    this.batch += text
    this.lengths.push(text.length)
    if (this.batch.length > BATCH_UNITS || this.lengths.length > BATCH_UNITS) this.encode()
  }

  taken(): TextColumn {
    this.encode()
    const bytes = new Uint8Array(this.bytes)
    let at = 0
    for (const chunk of [...this.full.splice(0), this.chunk.subarray(0, this.used)]) {
      bytes.set(chunk, at)
      at += chunk.length
    }
    const offsets = this.offsets.taken()
    this.offsets = growable(Uint32Array)
    this.offsets.push(0)
    this.chunk = new Uint8Array(64)
    ;[this.used, this.bytes] = [0, 0]
    return { offsets, bytes }
  }

  private encode(): void {
    const { batch, lengths } = this
    this.batch = ''
    this.lengths = []
    this.makeRoom(BYTES_A_UNIT * batch.length)
    const { written } = encoder.encodeInto(batch, this.chunk.subarray(this.used))
    if (written === batch.length) {
      // All of it is ASCII: the texts have as many bytes as code units.
      this.used += written
      this.endRows(lengths)
      return
    }
    let at = 0
    const bytes = lengths.map((length) => {
      this.makeRoom(BYTES_A_UNIT * length)
      const own = encoder.encodeInto(batch.slice(at, at + length), this.chunk.subarray(this.used))
      this.used += own.written
      at += length
      return own.written
    })
    this.endRows(bytes)
  }

  /** @param bytes of each row */
  private endRows(bytes: readonly number[]): void {
    const ends = new Uint32Array(bytes.length)
    for (let row = 0; row < bytes.length; row += 1) {
      this.bytes += bytes[row] ?? 0
      ends[row] = this.bytes
    }
    this.offsets.pushAll(ends)
  }

  private makeRoom(bytes: number): void {
    if (this.used + bytes <= this.chunk.length) return
    if (this.used > 0) this.full.push(this.chunk.subarray(0, this.used))
    this.chunk = new Uint8Array(Math.max(bytes, Math.min(CHUNK_BYTES, 2 * this.chunk.length)))
    this.used = 0
  }
}
