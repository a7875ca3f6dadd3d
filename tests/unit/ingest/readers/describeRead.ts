import type { FaultyFile, FileEntry, ReadFile } from '../../../../src/ingest/readers/fileTable.ts'

/** What was read of a file, as it is written beside the files of the corpus. */
export type DescribedFile =
  | { name: string; fault: string }
  | {
      name: string
      format: string
      encoding: string
      tables: { name: string; columns: readonly string[]; records: string[][] }[]
      /** Kind, line or lines, byte range, and why it was refused, of each entry. */
      account: string[]
      /** Lines by code. */
      warnings: Record<string, number[]>
    }

export function describeRead(file: ReadFile | FaultyFile): DescribedFile {
  if ('fault' in file) return { name: file.name, fault: file.fault }
  const { name, format, encoding, tables, account, warnings } = file
  return {
    name,
    format,
    encoding,
    tables: tables.map((table) => ({
      name: table.name,
      columns: table.columns,
      records: [...table.rows()].map(({ cells }) => cells),
    })),
    account: Array.from({ length: account.entries }, (_, i) => describeEntry(account.entry(i))),
    warnings: Object.fromEntries(warnings.map(({ code, lines }) => [code, lines])),
  }
}

function describeEntry({ kind, line, lastLine, startByte, endByte, refusal }: FileEntry): string {
  const lines = line === lastLine ? String(line) : `${line}-${lastLine}`
  return `${kind} ${lines} @${startByte}-${endByte}${refusal ? ` ${refusal}` : ''}`
}
