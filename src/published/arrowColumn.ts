import { tableFromIPC, Type, type Batch, type Table, type TypedArray } from '@uwdata/flechette'
import type { Ids, TextColumn } from '../incidents/columns.ts'
import { SourceError } from '../query/incidentSource.ts'

/**
 * Reads columns of one Arrow file by name, as views of its bytes. Every method throws a SourceError 'malformed' where the
 * column is missing, has another type or length, or holds values out of bounds.
 */
export interface ArrowReader {
  days(name: string): Int32Array
  int32(name: string): Int32Array
  uint16(name: string): Uint16Array
  float32(name: string): Float32Array
  texts(name: string): TextColumn
  /** Indices into `vocabulary`, which must equal the file's own dictionary. */
  codes(name: string, vocabulary: readonly string[]): Uint8Array
  /** Indices into `words`, which must equal the file's own dictionary. */
  indices(name: string, words: readonly string[]): Ids
}

/**
 * Checks what the columns hold. The framing around them is checked only as far as the decoder does, and a forged one
 * can exhaust memory: pass only bytes whose hash a publisher's manifest gives.
 * @param rows that the file must have
 * @param file its name, for errors
 * @throws SourceError 'malformed' where the bytes are no Arrow file with so many rows
 */
export function arrowReader(bytes: Uint8Array, rows: number, file: string): ArrowReader {
  const fail = (detail: string) => new SourceError('malformed', detail, file)
  const table = decode(bytes, fail)
  if (table.numRows !== rows) throw fail(`${table.numRows} rows, not ${rows}`)

  function batchOf(name: string, typeId: number): Batch<unknown> {
    const batches = table.getChild(name)?.data
    const batch = batches?.[0]
    if (!batch || batches.length !== 1) throw fail(`no column ${name} in one piece`)
    if (batch.type.typeId !== typeId || batch.length !== rows) throw fail(`column ${name} has another type`)
    return batch
  }

  function valuesOf<T extends TypedArray>(
    name: string,
    typeId: number,
    kind: abstract new (...args: never[]) => T,
  ): T {
    return firstOf(batchOf(name, typeId).values, kind, rows, name)
  }

  function firstOf<T extends TypedArray>(
    values: unknown,
    kind: abstract new (...args: never[]) => T,
    length: number,
    name: string,
  ): T {
    if (!(values instanceof kind) || values.length < length) throw fail(`column ${name} has other values`)
    const first: TypedArray = values.subarray(0, length)
    if (!(first instanceof kind)) throw fail(`column ${name} has other values`)
    return first
  }

  /** Offsets of a batch; they never fall, and end at most at `end`. */
  function offsetsOf(batch: Batch<unknown>, end: number, name: string): Uint32Array {
    const signed = firstOf(batch.offsets, Int32Array, batch.length + 1, name)
    const offsets = new Uint32Array(signed.buffer, signed.byteOffset, signed.length)
    let last = 0
    for (const offset of offsets) {
      if (offset < last) throw fail(`the offsets of ${name} fall`)
      last = offset
    }
    if (last > end) throw fail(`the offsets of ${name} reach beyond its values`)
    return offsets
  }

  function textsOf(batch: Batch<unknown>, name: string): TextColumn {
    const bytesOfAll = batch.values
    if (batch.type.typeId !== Type.Utf8 || !(bytesOfAll instanceof Uint8Array))
      throw fail(`${name} holds no text`)
    const offsets = offsetsOf(batch, bytesOfAll.length, name)
    // The buffer is padded to a multiple of 8 bytes or more.
    return { offsets, bytes: bytesOfAll.subarray(0, offsets.at(-1)) }
  }

  function wordsMustBe(batch: Batch<unknown>, words: readonly string[], name: string): void {
    const dictionary = 'dictionary' in batch ? batch.dictionary : undefined
    if (!isIterable(dictionary)) throw fail(`column ${name} has no dictionary`)
    const found = [...dictionary]
    if (found.length !== words.length || found.some((word, index) => word !== words[index])) {
      throw fail(`the words of ${name} are not those expected`)
    }
  }

  function indicesOf(batch: Batch<unknown>, words: readonly string[], name: string): Ids {
    wordsMustBe(batch, words, name)
    const ids = unsignedOf(batch, name)
    for (const id of ids) if (id >= words.length) throw fail(`${name} holds an unknown id`)
    return ids
  }

  /** Two or four bytes for each index, as the file has them. */
  function unsignedOf({ values, length }: Batch<unknown>, name: string): Ids {
    if (values instanceof Int16Array) {
      const { buffer, byteOffset } = firstOf(values, Int16Array, length, name)
      return new Uint16Array(buffer, byteOffset, length)
    }
    const { buffer, byteOffset } = firstOf(values, Int32Array, length, name)
    return new Uint32Array(buffer, byteOffset, length)
  }

  return {
    days: (name) => valuesOf(name, Type.Date, Int32Array),
    int32: (name) => valuesOf(name, Type.Int, Int32Array),
    uint16: (name) => valuesOf(name, Type.Int, Uint16Array),
    float32: (name) => valuesOf(name, Type.Float, Float32Array),
    texts: (name) => textsOf(batchOf(name, Type.Utf8), name),
    codes(name, vocabulary) {
      const batch = batchOf(name, Type.Dictionary)
      wordsMustBe(batch, vocabulary, name)
      const signed = firstOf(batch.values, Int8Array, rows, name)
      const codes = new Uint8Array(signed.buffer, signed.byteOffset, signed.length)
      if (codes.some((code) => code >= vocabulary.length)) throw fail(`${name} holds an unknown code`)
      return codes
    },
    indices: (name, words) => indicesOf(batchOf(name, Type.Dictionary), words, name),
  }
}

function decode(bytes: Uint8Array, fail: (detail: string) => SourceError): Table {
  try {
    return tableFromIPC(bytes)
  } catch (reason) {
    throw fail(`no Arrow file: ${String(reason)}`)
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}
