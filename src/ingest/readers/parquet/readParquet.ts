import { FileFault } from '../fileFault.ts'
import type { FaultyFile, FileReader, ReadFile } from '../fileTable.ts'
import { unpackTable } from '../packedTable.ts'
import { createRowAccount } from '../rowAccount.ts'
import { decodeParquet, type ParquetContent } from './decodeParquet.ts'

/** Reads a Parquet or GeoParquet file on this thread, which a damaged file may hold up for ever. */
export const readParquet: FileReader = async (name, bytes, options) => {
  try {
    return [parquetFile(name, bytes.length, await decodeParquet(bytes, options))]
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    const faulty: FaultyFile = { name, bytes: bytes.length, fault: error.code }
    return [faulty]
  }
}

/** A Parquet file by its content. @param bytes size of the file */
export function parquetFile(name: string, bytes: number, content: ParquetContent): ReadFile {
  const account = createRowAccount()
  const refused = new Map(content.refused.map(({ row, code }) => [row, code]))
  for (let row = 0; row < content.rows; row += 1) {
    const code = refused.get(row)
    account.add(code ? 'refused' : 'record', row + 1, row + 1, code)
  }
  return {
    name,
    format: 'parquet',
    bytes,
    encoding: '',
    tables: [unpackTable(content.table)],
    account: account.finish(),
    warnings: content.warnings,
  }
}
