import { growable } from '../../../incidents/growable.ts'
import { classifyRows, type TableRange } from '../classifyRows.ts'
import { FileFault } from '../fileFault.ts'
import type { RejectionCode } from '../../../query/importReport.ts'
import type { FileTable } from '../fileTable.ts'
import { createPackedTable } from '../packedTable.ts'
import type { RowAccount } from '../rowAccount.ts'
import type { RowSource } from '../rowSource.ts'
import { rowKinds } from '../tableLayout.ts'
import type { WarningList } from '../warningList.ts'
import type { SheetRow } from './readSheet.ts'

/** The rows of a sheet, and then its tables. */
export interface SheetTables {
  add(row: SheetRow): void
  /** Notes where a cell leads to. @param line from 1, @param column from 0 */
  addLink(line: number, column: number, address: string): void
  /**
   * Adds all rows to the account, and finds the tables. None where the sheet is empty.
   * @throws FileFault `too-many-columns` where most rows have more than are read
   */
  finish(account: RowAccount): FileTable[]
}

/** All rows of a sheet, by index; rows that the file leaves out are one blank row. */
interface Rows {
  cells(row: number): string[]
  /** First and last row of the sheet. */
  lines: Uint32Array
  lastLines: Uint32Array
  blank: Uint8Array
  /** First code unit of the first cell; 0 where that is empty. */
  initials: Uint16Array
  refused: ReadonlyMap<number, RejectionCode>
  /** Addresses by row of the sheet, from 1, and column. */
  links: ReadonlyMap<number, ReadonlyMap<number, string>>
  /** Number of columns up to the last that has a text. */
  width: number
}

/** A sheet without rows. @param name of the sheet, and of its first table; those below it are numbered from 2 */
export function createSheetTables(name: string, warnings: WarningList): SheetTables {
  const packed = createPackedTable(name)
  const lines = growable(Uint32Array)
  const lastLines = growable(Uint32Array)
  const blank = growable(Uint8Array)
  const initials = growable(Uint16Array)
  const refused = new Map<number, RejectionCode>()
  const links = new Map<number, Map<number, string>>()
  let width = 0
  let filled = 0
  let wide = 0
  let line = 0
  function push(last: number, cells: SheetRow['cells'], excess?: SheetRow['excess']) {
    if (excess) refused.set(lines.length(), excess)
    packed.push(lines.length(), cells)
    lines.push(line + 1)
    lastLines.push(last)
    const isBlank = !excess && !cells.some((cell) => cell !== undefined && cell.trim() !== '')
    blank.push(isBlank ? 1 : 0)
    initials.push(cells[0]?.charCodeAt(0) ?? 0)
    if (!isBlank) filled += 1
    line = last
  }
  return {
    add(row) {
      const { excess } = row
      if (row.line > line + 1) push(row.line - 1, [])
      push(row.line, row.cells, excess)
      if (!excess) width = Math.max(width, row.cells.length)
      if (excess === 'too-many-cells') wide += 1
      if (excess) warnings.add(excess === 'cell-too-long' ? excess : 'row-too-wide', row.line)
      if (row.lacksText) warnings.add('missing-text', row.line)
      if (row.hidden) warnings.add('hidden-rows', row.line)
    },
    addLink(at, column, address) {
      const ofLine = links.get(at) ?? new Map<number, string>()
      links.set(at, ofLine.set(column, address))
    },
    finish(account) {
      if (wide > filled / 2) throw new FileFault('too-many-columns')
      const table = packed.finish()
      const rows: Rows = {
        cells: (row) => padded(table.record(row).cells, width),
        lines: lines.taken(),
        lastLines: lastLines.taken(),
        blank: blank.taken(),
        initials: initials.taken(),
        refused,
        links,
        width,
      }
      return tablesOf(name, rows, account, warnings)
    },
  }
}

function padded(cells: string[], width: number): string[] {
  while (cells.length < width) cells.push('')
  return cells
}

function tablesOf(name: string, rows: Rows, account: RowAccount, warnings: WarningList): FileTable[] {
  const { kinds, tables } = classifyRows(rowSource(rows))
  const entries = Uint32Array.from(kinds, (kind, row) => {
    const line = rows.lines[row] ?? 0
    return account.add(rowKinds[kind] ?? 'record', line, rows.lastLines[row] ?? line, rows.refused.get(row))
  })
  return tables.map((range, index) => {
    const line = rows.lines[range.from] ?? rows.lastLines.at(-1) ?? 1
    if (index > 0) warnings.add('several-tables', line)
    if (range.columns.length === 0) warnings.add('no-header', line)
    return tableOf(index > 0 ? `${name} ${index + 1}` : name, rows, { range, kinds, entries })
  })
}

function rowSource({ cells, blank, initials, refused, width }: Rows): RowSource {
  return {
    count: blank.length,
    cellCount: () => width,
    cells,
    isBlank: (row) => blank[row] === 1,
    isRefused: (row) => refused.has(row),
    isHashLine: () => false,
    beginsWith: (row, text) =>
      initials[row] === text.charCodeAt(0) && (cells(row)[0]?.startsWith(text) ?? false),
  }
}

/** @param of the table's rows; of each row of the sheet: index into `rowKinds`, and into the account */
function tableOf(
  name: string,
  rows: Rows,
  { range, kinds, entries }: { range: TableRange; kinds: Uint8Array; entries: Uint32Array },
): FileTable {
  const record = rowKinds.indexOf('record')
  const rowOf = growable(Uint32Array)
  for (let row = range.from; row < range.to; row += 1) if (kinds[row] === record) rowOf.push(row)
  const rowAt = rowOf.taken()
  const linked = linkedColumns(rowAt, rows)
  function recordAt(index: number) {
    const row = rowAt[index]
    if (row === undefined) throw new RangeError(`no record ${index}`)
    const links = rows.links.get(rows.lines[row] ?? 0)
    const cells = rows.cells(row)
    for (const column of linked) cells.push(links?.get(column) ?? '')
    return { entry: entries[row] ?? 0, cells }
  }
  const names = range.columns.length > 0 ? linked.map((column) => `${range.columns[column]} (link)`) : []
  return {
    name,
    columns: [...range.columns, ...names],
    ...(range.hxl && { hxl: range.hxl }),
    width: range.width + linked.length,
    records: rowAt.length,
    record: recordAt,
    *rows() {
      for (let index = 0; index < rowAt.length; index += 1) yield recordAt(index)
    },
  }
}

/** Columns of which a record leads to an address that is not its text, ascending. @param rowAt row of each record */
function linkedColumns(rowAt: Uint32Array, { links, lines, cells, width }: Rows): number[] {
  const columns = new Set<number>()
  if (links.size === 0) return []
  for (const row of rowAt) {
    const ofLine = links.get(lines[row] ?? 0)
    if (!ofLine) continue
    const texts = cells(row)
    for (const [column, address] of ofLine)
      if (column < width && texts[column]?.trim() !== address) columns.add(column)
  }
  return [...columns].toSorted((a, b) => a - b)
}
