import type { FileTable } from './fileTable.ts'

/** The cells of a column in the order of the records; '' where a record has none. */
export function columnCells(table: FileTable, column: number): Iterable<string> {
  return table.column?.(column) ?? cellsByRow(table, column)
}

function* cellsByRow(table: FileTable, column: number): Generator<string, void, void> {
  for (const { cells } of table.rows()) yield cells[column] ?? ''
}
