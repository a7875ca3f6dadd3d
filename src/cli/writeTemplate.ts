import { writeXlsx, type CellValue, type DataValidation, type WriteSheet } from 'hucre/xlsx'
import { parseDay } from '../incidents/day.ts'
import { templateColumns, type TemplateColumn } from './templateColumns.ts'

/** Rows of the sheet that have drop-downs. */
const ROWS = 5_000

/** Width in letters of a column that has none of its own. */
const WIDTH = 15

/** Serial number of 1970-01-01 in the date system 1900. */
const EPOCH_SERIAL = 25_569

/**
 * A spreadsheet to be filled in: a sheet with the columns, drop-downs and one example row, a sheet that says what belongs
 * into each column, and one with the words of the drop-downs.
 */
export function writeTemplate(): Promise<Uint8Array> {
  const listed = templateColumns.filter(({ words }) => words !== undefined)
  const notes: CellValue[][] = [
    ['Column', 'Required', 'What belongs into it', 'Example'],
    ...templateColumns.map(({ name, isRequired, holds, example }) => [
      name,
      isRequired ? 'yes' : '',
      holds,
      example === '' ? null : String(example),
    ]),
    ['', '', 'The first row of the sheet "incidents" is an example: overwrite it.', null],
  ]
  const words: WriteSheet = {
    name: 'words',
    rows: Array.from({ length: Math.max(...listed.map((each) => (each.words?.length ?? 0) + 1)) }, (_, row) =>
      listed.map(({ name, words: list = [] }) => (row === 0 ? name : (list[row - 1] ?? null))),
    ),
  }
  return writeXlsx({
    sheets: [
      incidentsSheet(listed),
      { name: 'notes', rows: notes, columns: widths([18, 10, 90, 50]) },
      words,
    ],
  })
}

function incidentsSheet(listed: readonly TemplateColumn[]): WriteSheet {
  return {
    name: 'incidents',
    columns: templateColumns.map(({ name, kind, width = WIDTH }) => ({
      header: name,
      width,
      ...(kind === 'day' ? { numFmt: 'yyyy-mm-dd' } : {}),
    })),
    rows: [templateColumns.map(({ name }) => name), templateColumns.map(exampleCell)],
    freezePane: { rows: 1 },
    dataValidations: listed.map((column, i) => dropDown(column, i)),
  }
}

function widths(letters: readonly number[]) {
  return letters.map((width) => ({ width }))
}

function exampleCell({ kind, example }: TemplateColumn): CellValue {
  if (example === '') return null
  return kind === 'day' ? (parseDay(String(example)) ?? 0) + EPOCH_SERIAL : example
}

/** Choices from a column of the sheet `words`, as a list in the cell itself may have only 255 letters. */
function dropDown(column: TemplateColumn, listIndex: number): DataValidation {
  const letter = letterOf(templateColumns.indexOf(column))
  const list = letterOf(listIndex)
  return {
    type: 'list',
    formula1: `words!$${list}$2:$${list}$${(column.words?.length ?? 0) + 1}`,
    range: `${letter}2:${letter}${ROWS}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: column.name,
    errorMessage: 'This is none of the words of the list.',
  }
}

/** Name of a column: A to Z, AA to AZ and so on. @param index from 0 */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}
