import { parquetMetadata, type FileMetaData } from 'hyparquet'
import { parquetReadColumn } from 'hyparquet/src/read.js'
import type { FileWarning, RejectionCode } from '../../../query/importReport.ts'
import { MAX_CELL_LENGTH, MAX_COLUMNS } from '../csvSyntax.ts'
import { FileFault } from '../fileFault.ts'
import type { ReadOptions } from '../fileTable.ts'
import { createPace, type Pace } from '../pace.ts'
import { createPackedTable, type PackedData, type PackedTable } from '../packedTable.ts'
import { WarningList } from '../warningList.ts'
import { checkPages } from './checkPages.ts'
import { loadCodecs } from './loadCodecs.ts'
import { textParsers } from './valueText.ts'
import { tableColumns, type TableColumn } from './tableColumns.ts'

/** What a Parquet file holds: plain data, which one thread can give to another. */
export interface ParquetContent {
  table: PackedData
  rows: number
  /** Rows that are in no table. */
  refused: { row: number; code: RejectionCode }[]
  warnings: FileWarning[]
}

/** Rows between two looks at the clock. */
const STEP = 500

/**
 * Reads a Parquet file, one group of rows after the other. May not come to an end on a damaged file, or take more
 * memory than there is.
 * @throws FileFault
 */
export async function decodeParquet(bytes: Uint8Array, options: ReadOptions): Promise<ParquetContent> {
  const { signal } = options
  try {
    return await decode(bytes, createPace(options))
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof FileFault ? error : new FileFault('damaged-file', error)
  }
}

async function decode(bytes: Uint8Array, pace: Pace): Promise<ParquetContent> {
  if (new TextDecoder().decode(bytes.subarray(-4)) === 'PARE') throw new FileFault('encrypted')
  const metadata = parquetMetadata(bytes, { parsers: textParsers, geoparquet: false })
  const warnings = new WarningList()
  checkPages(bytes, metadata)
  const columns = tableColumns(metadata, warnings)
  if (columns.length > MAX_COLUMNS) throw new FileFault('too-many-columns')
  const chunks = metadata.row_groups.flatMap((group) => group.columns)
  const compressors = await loadCodecs(chunks.map(({ meta_data: column }) => column?.codec))
  const table = createPackedTable(
    '',
    columns.map(({ name }) => name),
  )
  const content: Omit<ParquetContent, 'table' | 'warnings'> = { rows: 0, refused: [] }
  for (const group of metadata.row_groups) {
    const one: FileMetaData = { ...metadata, row_groups: [group], num_rows: group.num_rows }
    const rows = Number(group.num_rows)
    const read = await readColumns(bytes, one, compressors, (share) =>
      pace((content.rows + (share * rows) / 2) / Number(metadata.num_rows)),
    )
    for (let row = 0; row < rows; row += 1) {
      addRow(table, content, columns, (top) => read.get(top)?.[row], warnings)
      if (row % STEP === 0) await pace(content.rows / Number(metadata.num_rows))
    }
  }
  return { ...content, table: table.pack(), warnings: warnings.all() }
}

/** The columns of the file by name, of one group of rows. */
async function readColumns(
  bytes: Uint8Array,
  metadata: FileMetaData,
  compressors: Awaited<ReturnType<typeof loadCodecs>>,
  pace: Pace,
): Promise<Map<string, ArrayLike<unknown>>> {
  const rows = Number(metadata.num_rows)
  const names = new Set(
    metadata.row_groups.flatMap(({ columns }) =>
      columns.map(({ meta_data: column }) => column?.path_in_schema[0]),
    ),
  )
  const read = new Map<string, ArrayLike<unknown>>()
  const file = {
    byteLength: bytes.length,
    // A copy; the slice of a Buffer of Node would be a view of all its memory.
    slice: (start: number, end?: number) => Uint8Array.from(bytes.subarray(start, end)).buffer,
  }
  for (const name of names) {
    if (name === undefined) throw new FileFault('damaged-file')
    const data: ArrayLike<unknown> = await parquetReadColumn({
      file,
      metadata,
      columns: [name],
      compressors,
      parsers: textParsers,
      utf8: false,
      geoparquet: false,
    })
    if (data.length !== rows) throw new FileFault('damaged-file')
    read.set(name, data)
    await pace(read.size / names.size)
  }
  return read
}

function addRow(
  table: PackedTable,
  content: Omit<ParquetContent, 'table' | 'warnings'>,
  columns: readonly TableColumn[],
  valueOf: (top: string) => unknown,
  warnings: WarningList,
): void {
  const row = content.rows
  content.rows += 1
  const cells = columns.map(({ top, text }) => text(valueOf(top), row))
  if (cells.some((cell) => cell.length > MAX_CELL_LENGTH)) {
    content.refused.push({ row, code: 'cell-too-long' })
    warnings.add('cell-too-long', row + 1)
  } else table.push(row, cells)
}
