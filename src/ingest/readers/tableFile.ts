import type { FaultyFile, ReadFile, ReadOptions } from './fileTable.ts'
import { readTable } from './readTable.ts'

/** A file of tables as text, such as CSV: its tables are numbered from 1 where there are several. */
export async function readTableFile(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<ReadFile | FaultyFile> {
  if (bytes.length === 0) return { name, bytes: 0, fault: 'empty-file' }
  const read = await readTable(bytes, options)
  if (!read.ok) return { name, bytes: bytes.length, fault: read.code }
  const { account, dialect, encoding, encodingReason, tables, warnings } = read.value
  return {
    name,
    format: 'table',
    bytes: bytes.length,
    encoding,
    tables: tables.map((table, i) => (tables.length > 1 ? { ...table, name: String(i + 1) } : table)),
    account,
    warnings,
    written: { dialect, encodingReason, lines: account.lines },
  }
}
