import type { ColumnMetaData, FileMetaData } from 'hyparquet'
import { parquetHeader } from 'hyparquet/src/column.js'
import { crc32 } from '../crc32.ts'
import { FileFault } from '../fileFault.ts'

/** Unpacked bytes of all columns of a file. */
const MAX_UNPACKED = 2 * 2 ** 30

/** Most values of a file, which run-length encoding can hold in next to no bytes. */
const MAX_VALUES = 200_000_000

/**
 * Compares the sizes that a file declares with each other and with the headers of all its pages, and checksums where
 * pages have them, before anything is unpacked: hyparquet trusts sizes, and may not come to an end where they are wrong.
 * @throws FileFault `damaged-file`, `unpacks-too-large` or `encrypted`
 */
export function checkPages(bytes: Uint8Array, metadata: FileMetaData): void {
  let unpacked = 0
  let values = 0
  let rows = 0
  for (const group of metadata.row_groups) {
    const groupRows = count(group.num_rows)
    rows += groupRows
    for (const { meta_data: column, crypto_metadata: crypto, file_path: path } of group.columns) {
      if (crypto) throw new FileFault('encrypted')
      if (!column || path) throw new FileFault('damaged-file')
      unpacked += count(column.total_uncompressed_size)
      values += Math.max(groupRows, count(column.num_values))
    }
  }
  if (rows !== count(metadata.num_rows)) throw new FileFault('damaged-file')
  if (unpacked > MAX_UNPACKED || values > MAX_VALUES) throw new FileFault('unpacks-too-large')
  for (const group of metadata.row_groups)
    for (const { meta_data: column } of group.columns) if (column) checkColumn(bytes, column)
}

function checkColumn(bytes: Uint8Array, column: ColumnMetaData): void {
  const first = column.dictionary_page_offset
  const data = count(column.data_page_offset)
  const start = first && first > 0n && first < column.data_page_offset ? count(first) : data
  const end = start + count(column.total_compressed_size)
  if (end > bytes.length) throw new FileFault('damaged-file')
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, end), offset: start }
  let values = 0
  while (reader.offset < end) {
    const page = parquetHeader(reader)
    const packed = page.compressed_page_size
    const size = page.uncompressed_page_size
    if (!isCount(packed) || packed > end - reader.offset) throw new FileFault('damaged-file')
    if (!isCount(size) || size > count(column.total_uncompressed_size)) throw new FileFault('damaged-file')
    if (
      page.crc !== undefined &&
      crc32(bytes.subarray(reader.offset, reader.offset + packed)) !== page.crc >>> 0
    )
      throw new FileFault('damaged-file')
    const dictionary = page.dictionary_page_header?.num_values ?? 0
    const held = page.data_page_header?.num_values ?? page.data_page_header_v2?.num_values ?? 0
    // A value of a dictionary takes a byte at least.
    if (!isCount(dictionary) || dictionary > size || !isCount(held)) throw new FileFault('damaged-file')
    values += held
    reader.offset += packed
  }
  if (values !== count(column.num_values)) throw new FileFault('damaged-file')
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

/** @throws FileFault `damaged-file` where it is negative or beyond the safe integers */
function count(value: bigint): number {
  const number = Number(value)
  if (!isCount(number)) throw new FileFault('damaged-file')
  return number
}
