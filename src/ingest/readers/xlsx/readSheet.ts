import { FileFault } from '../fileFault.ts'
import { MAX_CELL_LENGTH, MAX_COLUMNS } from '../csvSyntax.ts'
import { createCell, type CellContext } from './cellReader.ts'
import { readRelationships } from './relationships.ts'
import { isTrue } from './workbook.ts'
import type { WorkbookParts } from './workbookParts.ts'

/** A row of a sheet with a cell at least. */
export interface SheetRow {
  /** From 1. */
  line: number
  /** By column from 0; columns without a cell are holes. */
  cells: (string | undefined)[]
  hidden: boolean
  /** Why the row is beyond the limits of a table; undefined where it is not. */
  excess: 'cell-too-long' | 'too-many-cells' | undefined
  /** Whether a cell refers to a text that the workbook lacks; the cell is then empty. */
  lacksText: boolean
}

/** What is done with the parts of a sheet. Rows come first, in order. */
export interface SheetHandlers {
  row(row: SheetRow): void
  /** @param line first row of a range of merged cells, from 1 */
  merge(line: number): void
  /** Called where cells have comments, which are not read. */
  comments(): void
  /** A cell leads to an address. @param line from 1, @param column from 0 */
  link(line: number, column: number, address: string): void
}

/** Limits of Excel. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/**
 * Goes through the rows of a sheet (ECMA-376 Part 1, 18.3.1) in file order, which is that of their numbers. Cells are
 * placed by their reference. Of merged cells only the first has a text.
 * @throws FileFault
 */
export async function readSheet(
  parts: WorkbookParts,
  path: string,
  context: CellContext,
  handlers: SheetHandlers,
): Promise<void> {
  const cell = createCell(context)
  const targets = new Map<string, string>()
  for (const { id, type, target, isExternal } of await readRelationships(parts, path)) {
    if (isExternal) targets.set(id, target)
    if (type === 'comments') handlers.comments()
  }
  let row: SheetRow | undefined
  let line = 0
  let column = 0
  let inData = false
  await parts.read(path, {
    open(name, attribute) {
      if (name === 'sheetData') inData = true
      else if (name === 'row' && inData) {
        line = lineOf(attribute('r'), line)
        column = 0
        row = {
          line,
          cells: [],
          hidden: isTrue(attribute('hidden')),
          excess: undefined,
          lacksText: false,
        }
      } else if (name === 'c' && row) {
        column = columnOf(attribute('r')) ?? column
        cell.begin(attribute('t') ?? 'n', Number(attribute('s') ?? 0))
      } else if (name === 'mergeCell') {
        handlers.merge(lineOfReference(attribute('ref')) ?? 1)
      } else if (name === 'hyperlink') {
        const [at, address] = [attribute('ref'), targets.get(attribute('id') ?? '')]
        const [inLine, inColumn] = [lineOfReference(at), columnOf(at)]
        if (address && inLine !== undefined && inColumn !== undefined)
          handlers.link(inLine, inColumn, address)
      } else cell.open(name)
    },
    text: cell.text,
    close(name) {
      if (name === 'c' && row) {
        const address = cell.linkOfFormula()
        if (address) handlers.link(line, column, address)
        place(row, column, cell.take())
        column += 1
      } else if (name === 'sheetData') inData = false
      else if (name === 'row' && row) {
        handlers.row(row)
        row = undefined
      } else cell.close(name)
    },
  })
}

/** Number of a row: as written, unless that is no number after the one before. */
function lineOf(written: string | undefined, before: number): number {
  const number = /^[1-9]\d{0,6}$/.test(written ?? '') ? Number(written) : 0
  const line = Math.max(number, before + 1)
  if (line > LAST_ROW) throw new FileFault('damaged-file')
  return line
}

/** Column from 0 of a reference such as `AB12`, or of the first cell of a range; undefined where it is none. */
function columnOf(reference: string | undefined): number | undefined {
  const [, letters] = /^([A-Z]{1,3})\d/i.exec(reference ?? '') ?? []
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column <= LAST_COLUMN ? column - 1 : undefined
}

/** Row from 1 of a reference, or of the first cell of a range; undefined where it is none. */
function lineOfReference(reference: string | undefined): number | undefined {
  const [, line] = /^[A-Z]{1,3}(\d{1,7})/i.exec(reference ?? '') ?? []
  return line === undefined ? undefined : Number(line)
}

function place(row: SheetRow, column: number, text: string | undefined): void {
  if (text === undefined) {
    row.lacksText = true
    return
  }
  if (text === '') return
  if (column >= MAX_COLUMNS) row.excess = 'too-many-cells'
  else if (text.length > MAX_CELL_LENGTH) row.excess ??= 'cell-too-long'
  else row.cells[column] = text
}
