import {
  batchType,
  Column,
  dateDay,
  dictionary,
  float32,
  int16,
  int32,
  int8,
  uint16,
  utf8,
  type Batch,
  type DataType,
  type DictionaryType,
  type TypedArray,
} from '@uwdata/flechette'
import type { Ids, TextColumn } from '../incidents/columns.ts'

const NO_NULLS = new Uint8Array(0)

type BatchOptions = ConstructorParameters<typeof Batch>[0]
type BatchClass = new (options: BatchOptions) => Batch<unknown>

function batchOf(
  type: DataType,
  options: Omit<BatchOptions, 'type' | 'nullCount'>,
  nullCount = 0,
): Batch<unknown> {
  const Class: BatchClass = batchType(type)
  return new Class({ validity: NO_NULLS, ...options, type, nullCount })
}

/** A column without nulls over the array, which is not copied. */
function valuesColumn(type: DataType, values: TypedArray): Column<unknown> {
  return new Column([batchOf(type, { length: values.length, values })])
}

export const dayColumn = (days: Int32Array) => valuesColumn(dateDay(), days)
export const uint16Column = (values: Uint16Array) => valuesColumn(uint16(), values)
export const float32Column = (values: Float32Array) => valuesColumn(float32(), values)

/** Whole numbers in which -1 becomes null. The -1 stays in the values below the null: our reader uses it. */
export function countColumn(values: Int32Array): Column<unknown> {
  const validity = new Uint8Array(Math.ceil(values.length / 8))
  let nulls = 0
  values.forEach((value, row) => {
    if (value < 0) nulls++
    else validity[row >> 3] = (validity[row >> 3] ?? 0) | (1 << (row & 7))
  })
  const options = { length: values.length, values, ...(nulls ? { validity } : {}) }
  return new Column([batchOf(int32(), options, nulls)])
}

export function textColumn(text: TextColumn): Column<unknown> {
  return new Column([textBatch(text, utf8())])
}

function textBatch({ offsets, bytes }: TextColumn, type: DataType): Batch<unknown> {
  return batchOf(type, { length: offsets.length - 1, offsets: asInt32(offsets), values: bytes })
}

/** Codes as a dictionary column: other tools show the vocabulary's words. Signed, since pandas reads no unsigned indices. */
export function codedColumn(codes: Uint8Array, vocabulary: readonly string[]): Column<unknown> {
  const values = new Int8Array(codes.buffer, codes.byteOffset, codes.length)
  return new Column([dictionaryBatch(dictionary(utf8(), int8()), values, vocabulary)])
}

/** Indices as a dictionary column: other tools show the words. Signed, since pandas reads no unsigned indices. */
export function indexedColumn(indices: Ids, words: readonly string[]): Column<unknown> {
  const { buffer, byteOffset, length } = indices
  const batch =
    indices instanceof Uint16Array
      ? dictionaryBatch(dictionary(utf8(), int16()), new Int16Array(buffer, byteOffset, length), words)
      : dictionaryBatch(dictionary(utf8(), int32()), new Int32Array(buffer, byteOffset, length), words)
  return new Column([batch])
}

function dictionaryBatch(type: DictionaryType, values: TypedArray, words: readonly string[]): Batch<unknown> {
  const batch = batchOf(type, { length: values.length, values })
  if (!('setDictionary' in batch) || typeof batch.setDictionary !== 'function') {
    throw new TypeError('the type is no dictionary')
  }
  // The encoder finds a dictionary by the identity of its type.
  batch.setDictionary(new Column([textBatch(textsOf(words), type.dictionary)]))
  return batch
}

function textsOf(words: readonly string[]): TextColumn {
  const encoded = words.map((word) => new TextEncoder().encode(word))
  const offsets = new Uint32Array(words.length + 1)
  encoded.forEach(({ length }, index) => {
    offsets[index + 1] = (offsets[index] ?? 0) + length
  })
  const bytes = new Uint8Array(offsets.at(-1) ?? 0)
  encoded.forEach((word, index) => bytes.set(word, offsets[index]))
  return { offsets, bytes }
}

function asInt32({ buffer, byteOffset, length }: Uint32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length)
}
