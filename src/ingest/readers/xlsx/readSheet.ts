import { FileFault } from '../fileFault.ts'
import { MAX_CELL_LENGTH, MAX_COLUMNS } from '../csvSyntax.ts'
import { numberText } from './numberText.ts'
import type { NumberMeaning } from './numberFormats.ts'
import { createStringItem, unescape, type StringItem } from './stringItem.ts'
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

/** What all sheets of a workbook share. */
export interface CellContext {
  strings: readonly string[]
  /** By index of a cell's style. */
  meanings: readonly NumberMeaning[]
  from1904: boolean
}

/** Limits of Excel. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384

/**
 * Goes through the rows of a sheet (ECMA-376 Part 1, 18.3.1) in file order, which is that of their numbers. Cells are
 * placed by their reference. Of merged cells only the first has a text.
 * @param onMerge called with the first row of each range of merged cells, after the rows
 * @throws FileFault
 */
export async function readSheet(
  parts: WorkbookParts,
  path: string,
  context: CellContext,
  onRow: (row: SheetRow) => void,
  onMerge: (line: number) => void,
): Promise<void> {
  const cell = createCell(context)
  let row: SheetRow | undefined
  let line = 0
  let column = 0
  let inData = false
  await parts.read(path, {
    open(name, attributes) {
      if (name === 'sheetData') inData = true
      else if (name === 'row' && inData) {
        line = lineOf(attributes.get('r'), line)
        column = 0
        row = {
          line,
          cells: [],
          hidden: isTrue(attributes.get('hidden')),
          excess: undefined,
          lacksText: false,
        }
      } else if (name === 'c' && row) {
        column = columnOf(attributes.get('r')) ?? column
        cell.begin(attributes.get('t') ?? 'n', Number(attributes.get('s') ?? 0))
      } else if (name === 'mergeCell') {
        onMerge(firstLine(attributes.get('ref')))
      } else cell.open(name)
    },
    text: cell.text,
    close(name) {
      if (name === 'c' && row) {
        place(row, column, cell.take())
        column += 1
      } else if (name === 'sheetData') inData = false
      else if (name === 'row' && row) {
        onRow(row)
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

/** Column from 0 of a reference such as `AB12`; undefined where it is none. */
function columnOf(reference: string | undefined): number | undefined {
  const [, letters] = /^([A-Z]{1,3})\d+$/i.exec(reference ?? '') ?? []
  if (letters === undefined) return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column <= LAST_COLUMN ? column - 1 : undefined
}

function firstLine(range: string | undefined): number {
  const [, line = '1'] = /^[A-Z]{1,3}(\d{1,7})/i.exec(range ?? '') ?? []
  return Number(line)
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

interface CellReader extends Omit<StringItem, 'take'> {
  /** @param type attribute `t`: n, s, str, inlineStr, b, e, d */
  begin(type: string, style: number): void
  /** The text of the cell; undefined where it refers to a text that the workbook lacks. */
  take(): string | undefined
}

function createCell({ strings, meanings, from1904 }: CellContext): CellReader {
  const inline = createStringItem()
  let type = 'n'
  let style = 0
  let value = ''
  let inValue = false
  let hasValue = false
  return {
    begin(ofType, ofStyle) {
      type = ofType
      style = ofStyle
      value = ''
      inValue = false
      hasValue = false
    },
    open(name) {
      if (name === 'v') inValue = hasValue = true
      else inline.open(name)
    },
    text(text) {
      if (inValue) value += text
      else inline.text(text)
    },
    close(name) {
      if (name === 'v') inValue = false
      else inline.close(name)
    },
    take() {
      const inlineText = inline.take()
      if (type === 'inlineStr') return inlineText
      if (!hasValue) return ''
      if (type === 's') return /^\d{1,9}$/.test(value) ? strings[Number(value)] : undefined
      if (type === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
      if (type !== 'n') return unescape(value)
      return value === '' ? '' : numberText(value, meanings[style] ?? 'number', from1904)
    },
  }
}
