/** How cells and records are written in one file. */
export interface CsvSyntax {
  /** Between two cells: one character, or one followed by a space. */
  delimiter: string
  /** Around cells that hold delimiters or line ends; '' where the file has none. */
  quote: '"' | "'" | ''
  /** Before a quote inside a quoted cell: the quote itself (doubled), or a backslash. */
  escape: '"' | "'" | '\\' | ''
  /** What ends a record: LF (a CR before it belongs to the line end), or CR in files without LF. */
  terminator: '\n' | '\r'
}

/** A text, or the head of one, with how it is written. */
export interface CsvText {
  text: string
  /** Offset that nothing is read beyond: the length of the text, or of a sample. */
  limit: number
  syntax: CsvSyntax
}

/** Most characters (UTF-16 code units) of a cell. */
export const MAX_CELL_LENGTH = 1_000_000

/** Most cells of a record. */
export const MAX_COLUMNS = 1000
