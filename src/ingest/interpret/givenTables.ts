import type { FaultyFile, FileTable, ReadFile } from '../readers/fileTable.ts'
import type { TableHead } from '../profiles/profile.ts'

/** One table of the given files. */
export interface GivenTable {
  /** `TableReport.key` */
  key: string
  file: ReadFile
  table: FileTable
  head: TableHead
}

/** Records that a profile is shown. */
const SHOWN = 100

/** All tables in the order of the files. Two files of the same name have different keys. */
export function givenTables(read: readonly (ReadFile | FaultyFile)[]): GivenTable[] {
  const timesOfName = new Map<string, number>()
  return read.flatMap((file) => {
    if ('fault' in file) return []
    const times = (timesOfName.get(file.name) ?? 0) + 1
    timesOfName.set(file.name, times)
    const name = times > 1 ? `${file.name} (${times})` : file.name
    return file.tables.map((table, i) => ({
      key: `${name}#${i + 1}`,
      file,
      table,
      head: headOf(file, table),
    }))
  })
}

function headOf(file: ReadFile, table: FileTable): TableHead {
  return {
    file: file.name,
    table: table.name,
    format: file.format,
    columns: table.columns,
    width: widthOf(table),
    records: table.records,
    sample: firstRecords(table, SHOWN),
  }
}

/** Number of columns of a table, named or not. */
export function widthOf({ columns, width }: FileTable): number {
  return Math.max(columns.length, width)
}

/** Cells of the first records. */
export function firstRecords(table: FileTable, count: number): string[][] {
  const cells: string[][] = []
  for (const record of table.rows()) {
    if (cells.push(record.cells) >= count) break
  }
  return cells
}
