import type { TextColumn } from './columns.ts'

interface TypedArray<Self> {
  readonly length: number
  [index: number]: number
  set(values: ArrayLike<number>, offset?: number): void
  slice(start: number, end: number): Self
}

/** A typed array that grows by doubling, so that a push takes constant time on average. */
export interface Growable<T> {
  push(value: number): void
  pushAll(values: ArrayLike<number>): void
  /** How many values have been pushed. */
  length(): number
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
  return {
    push(value) {
      room(1)
      array[used++] = value
    },
    pushAll(values) {
      room(values.length)
      array.set(values, used)
      used += values.length
    },
    length: () => used,
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
  /** All rows so far. */
  taken(): TextColumn
}

const encoder = new TextEncoder()

/** Bytes of UTF-8 that one UTF-16 code unit takes at most. */
const BYTES_A_UNIT = 3

/** A growable text column without rows. */
export function growableTexts(): GrowableTexts {
  const offsets = growable(Uint32Array)
  let bytes = new Uint8Array(64)
  let used = 0
  offsets.push(0)
  return {
    push(text) {
      const most = used + BYTES_A_UNIT * text.length
      if (most > bytes.length) {
        const larger = new Uint8Array(Math.max(bytes.length * 2, most))
        larger.set(bytes)
        bytes = larger
      }
      if (text) used += encoder.encodeInto(text, bytes.subarray(used)).written
      offsets.push(used)
    },
    taken: () => ({ offsets: offsets.taken(), bytes: bytes.slice(0, used) }),
  }
}
