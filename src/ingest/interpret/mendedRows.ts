import type { FileTable, TableRecord } from '../readers/fileTable.ts'
import { unguardFormula } from '../../tabular/formulaGuard.ts'
import type { GivenTable } from './givenTables.ts'

/** Columns behind those of the table in a file of rejected rows. */
export const rejectedColumns = [
  'rejected_reason',
  'rejected_line',
  'rejected_column',
  'rejected_file',
] as const

/** A table of rows that were rejected before and are given again. */
export interface MendedTable {
  /** The table without the columns about the rejection. */
  given: GivenTable
  /** The table that the rows come from; undefined where it is not given. */
  base: GivenTable | undefined
  /** Line of a record in the file that it comes from; undefined where the cell holds no line. */
  lineOf(record: number): number | undefined
}

/** The tables of mended rows among all that are given, and the others. */
export function splitMended(tables: readonly GivenTable[]): { whole: GivenTable[]; mended: MendedTable[] } {
  const whole = tables.filter(({ table }) => !isOfRejected(table))
  const mended = tables.filter(({ table }) => isOfRejected(table)).map((given) => mendedTable(given, whole))
  return { whole, mended }
}

function isOfRejected({ columns }: FileTable): boolean {
  const last = columns.slice(-rejectedColumns.length)
  return (
    columns.length > rejectedColumns.length && rejectedColumns.every((name, i) => last[i]?.trim() === name)
  )
}

function mendedTable(given: GivenTable, whole: readonly GivenTable[]): MendedTable {
  const { table, head } = given
  const columns = table.columns.slice(0, -rejectedColumns.length).map(unguardFormula)
  const at = (name: (typeof rejectedColumns)[number]) => columns.length + rejectedColumns.indexOf(name)
  const ownCells = ({ entry, cells }: TableRecord): TableRecord => ({
    entry,
    cells: cells.slice(0, columns.length).map(unguardFormula),
  })
  const { column: _, ...unread } = table
  const own: FileTable = {
    ...unread,
    columns,
    width: columns.length,
    *rows() {
      for (const record of table.rows()) yield ownCells(record)
    },
    record: (index) => ownCells(table.record(index)),
  }
  const file = table.records > 0 ? unguardFormula(table.record(0).cells[at('rejected_file')] ?? '') : ''
  const sameColumns = whole.filter((each) => haveSameColumns(each.table.columns, columns))
  const base = sameColumns.find((each) => each.file.name === file) ?? sameColumns[0]
  const sample = head.sample.map((cells) => cells.slice(0, columns.length).map(unguardFormula))
  return {
    given: { ...given, table: own, head: { ...head, columns, width: columns.length, sample } },
    base,
    lineOf(record) {
      const line = table.record(record).cells[at('rejected_line')]?.trim() ?? ''
      return /^\d{1,10}$/.test(line) ? Number(line) : undefined
    },
  }
}

function haveSameColumns(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && a.length === b.length && a.every((name, i) => name.trim() === b[i]?.trim())
}
