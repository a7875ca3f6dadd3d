/** Rows of a file or sheet in order, as the search for heads and ends of tables looks at them. */
export interface RowSource {
  count: number
  /** Number of cells of a row. */
  cellCount(row: number): number
  cells(row: number): string[]
  /** Whether a row holds nothing but white space. */
  isBlank(row: number): boolean
  /** Whether a row is beyond the limits of a table and kept out of it. */
  isRefused(row: number): boolean
  /** Whether a row is written as a comment may be: # first, outside quotes. */
  isHashLine(row: number): boolean
  /** Whether the first cell of a row begins with a text. */
  beginsWith(row: number, text: string): boolean
}
