/** Messages for the fault codes of the table reader: why a file could not be read, and what to try. */
export const tableFaultTexts = {
  'binary-content': 'the file is no text: save the table as CSV (UTF-8) and try again',
  'unsupported-encoding': 'the file is in UTF-32: save it as UTF-8 and try again',
  'text-too-long': 'the text is too long to be read at once: split the file and read the parts',
  'too-many-columns': 'the table has more than 1,000 columns: keep the columns that are needed and try again',
} as const

/** Why a file could not be read at all. */
export type TableFaultCode = keyof typeof tableFaultTexts

/** Messages for the warnings of the table reader, each followed by the lines it is about. */
export const tableWarningTexts = {
  'unreadable-bytes': 'bytes that the encoding does not have: shown as U+FFFD',
  'stray-quote': 'a quotation mark is not closed or stands inside a cell: read as text',
  'too-few-cells': 'fewer cells than columns',
  'too-many-cells': 'more cells than columns',
  'cell-too-long': 'a cell of more than 1,000,000 characters: kept out',
  'row-too-wide': 'more than 1,000 cells: kept out',
  'no-header': 'the first row holds values: columns are numbered',
  'several-tables': 'another table begins here',
  'hidden-sheet': 'a sheet of the workbook is hidden: read all the same',
  'hidden-rows': 'hidden in the workbook, by hand or by a filter: read all the same',
  'merged-cells': 'merged cells: the text is in the first of them alone',
  'unreadable-geometry': 'a geometry that cannot be read: without a position',
  'comments-left-out': 'comments on cells of a sheet: not read',
  'missing-text': 'a cell refers to a text that the workbook lacks: read as empty',
} as const

/** Something doubtful in a table that was read. */
export type TableWarningCode = keyof typeof tableWarningTexts
