import { tableFromIPC, Type, type Batch, type Table, type TypedArray } from '@uwdata/flechette'
import type { Ids, TextColumn } from '../incidents/columns.ts'
import { SourceError } from '../query/incidentSource.ts'

type ArrayClass<T> = abstract new (...args: never[]) => T

/**
 * Reads columns of one Arrow file by name, as views of its bytes. Every method throws a SourceError 'malformed' where the
 * column is missing, has another type or length, or holds values out of bounds.
 *
 * Only the columns are checked. The framing around them is checked as far as the decoder does, and a forged one can
 * exhaust memory: pass only bytes whose hash a publisher's manifest gives.
 */
export class ArrowReader {
  readonly #table: Table
  readonly #rows: number
  readonly #file: string

  /**
   * @param rows number of rows that the file must have
   * @param file its name, for errors
   * @throws SourceError 'malformed' where the bytes are no Arrow file with so many rows
   */
  constructor(bytes: Uint8Array, rows: number, file: string) {
    this.#rows = rows
    this.#file = file
    this.#table = this.#decode(bytes)
    if (this.#table.numRows !== rows) throw this.#fault(`${this.#table.numRows} rows, not ${rows}`)
  }

  days(name: string): Int32Array {
    return this.#values(name, Type.Date, Int32Array)
  }

  int32(name: string): Int32Array {
    return this.#values(name, Type.Int, Int32Array)
  }

  uint16(name: string): Uint16Array {
    return this.#values(name, Type.Int, Uint16Array)
  }

  float32(name: string): Float32Array {
    return this.#values(name, Type.Float, Float32Array)
  }

  texts(name: string): TextColumn {
    const batch = this.#batch(name, Type.Utf8)
    const bytes = batch.values
    if (!(bytes instanceof Uint8Array)) throw this.#fault(`${name} holds no text`)
    const offsets = this.#offsets(batch, bytes.length, name)
    // The buffer is padded to a multiple of 8 bytes or more.
    return { offsets, bytes: bytes.subarray(0, offsets.at(-1)) }
  }

  /**
   * Indices into `vocabulary`, which must begin with the words of the file's own dictionary: vocabularies grow at their
   * ends.
   */
  codes(name: string, vocabulary: readonly string[]): Uint8Array {
    const batch = this.#batch(name, Type.Dictionary)
    const words = this.#dictionary(batch, name)
    this.#compare(words, vocabulary.slice(0, words.length), name)
    const { buffer, byteOffset, length } = this.#first(batch.values, Int8Array, this.#rows, name)
    const codes = new Uint8Array(buffer, byteOffset, length)
    if (codes.some((code) => code >= words.length)) throw this.#fault(`${name} holds an unknown code`)
    return codes
  }

  /** Indices into `words`, which must equal the file's own dictionary. */
  indices(name: string, words: readonly string[]): Ids {
    const batch = this.#batch(name, Type.Dictionary)
    this.#compare(this.#dictionary(batch, name), words, name)
    const ids = this.#unsigned(batch, name)
    for (const id of ids) if (id >= words.length) throw this.#fault(`${name} holds an unknown id`)
    return ids
  }

  #fault(detail: string): SourceError {
    return new SourceError('malformed', detail, this.#file)
  }

  #decode(bytes: Uint8Array): Table {
    try {
      return tableFromIPC(bytes)
    } catch (reason) {
      throw this.#fault(`no Arrow file: ${String(reason)}`)
    }
  }

  /** The one batch of a column of this type. */
  #batch(name: string, typeId: number): Batch<unknown> {
    const batches = this.#table.getChild(name)?.data
    const batch = batches?.[0]
    if (!batch || batches.length !== 1) throw this.#fault(`no column ${name} in one piece`)
    if (batch.type.typeId !== typeId || batch.length !== this.#rows)
      throw this.#fault(`column ${name} has another type`)
    return batch
  }

  #values<T extends TypedArray>(name: string, typeId: number, kind: ArrayClass<T>): T {
    return this.#first(this.#batch(name, typeId).values, kind, this.#rows, name)
  }

  /** The first `length` values of a buffer, which must be of this kind and may be padded. */
  #first<T extends TypedArray>(values: unknown, kind: ArrayClass<T>, length: number, name: string): T {
    if (!(values instanceof kind) || values.length < length)
      throw this.#fault(`column ${name} has other values`)
    const first: TypedArray = values.subarray(0, length)
    if (!(first instanceof kind)) throw this.#fault(`column ${name} has other values`)
    return first
  }

  /** Offsets of a batch; they never fall, and end at most at `end`. */
  #offsets(batch: Batch<unknown>, end: number, name: string): Uint32Array {
    const signed = this.#first(batch.offsets, Int32Array, batch.length + 1, name)
    const offsets = new Uint32Array(signed.buffer, signed.byteOffset, signed.length)
    let last = 0
    for (const offset of offsets) {
      if (offset < last) throw this.#fault(`the offsets of ${name} fall`)
      last = offset
    }
    if (last > end) throw this.#fault(`the offsets of ${name} reach beyond its values`)
    return offsets
  }

  #dictionary(batch: Batch<unknown>, name: string): unknown[] {
    const dictionary = 'dictionary' in batch ? batch.dictionary : undefined
    if (!isIterable(dictionary)) throw this.#fault(`column ${name} has no dictionary`)
    return [...dictionary]
  }

  #compare(found: readonly unknown[], words: readonly string[], name: string): void {
    if (found.length !== words.length || found.some((word, index) => word !== words[index]))
      throw this.#fault(`the words of ${name} are not those expected`)
  }

  /** Two or four bytes for each index, as the file has them. */
  #unsigned({ values, length }: Batch<unknown>, name: string): Ids {
    if (values instanceof Int16Array) {
      const { buffer, byteOffset } = this.#first(values, Int16Array, length, name)
      return new Uint16Array(buffer, byteOffset, length)
    }
    const { buffer, byteOffset } = this.#first(values, Int32Array, length, name)
    return new Uint32Array(buffer, byteOffset, length)
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
