import type { ReadFile } from '../fileTable.ts'
import { unpackTable } from '../packedTable.ts'
import { createRowAccount } from '../rowAccount.ts'
import type { ParquetContent } from './decodeParquet.ts'

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
