import { cellsOf } from './csvRecords.ts'
import type { Segments } from './csvSegments.ts'
import type { CsvText } from './csvSyntax.ts'
import { find } from './csvWalk.ts'

/**
 * One cell of each record `from` to before `to`, as `readCells` gives it; '' where a record has fewer cells. What lies
 * behind the cell is not looked at, so a column near the beginning costs a fraction of reading whole records.
 * @param column from 0
 */
export function* readColumn(
  csv: CsvText,
  segments: Segments,
  from: number,
  to: number,
  column: number,
): Generator<string, void, void> {
  for (let i = from; i < to; i += 1)
    yield unquotedCell(csv, segments, i, column) ?? cellsOf(csv, segments, i)[column] ?? ''
}

/** A cell by counting delimiters; undefined where that is not enough: a cell up to it begins with a quote. */
function unquotedCell(
  { text, syntax: { delimiter, quote } }: CsvText,
  { starts, ends, policies }: Segments,
  record: number,
  column: number,
): string | undefined {
  if (policies[record] !== 0) return undefined
  const quoteCode = quote === '' ? -1 : quote.charCodeAt(0)
  const end = ends[record] ?? 0
  let at = starts[record] ?? end
  for (let cell = 0; ; cell += 1) {
    if (text.charCodeAt(at) === quoteCode && at < end) return undefined
    const cellEnd = find(text, delimiter, at, end)
    if (cell === column) return text.slice(at, cellEnd)
    if (cellEnd >= end) return ''
    at = cellEnd + delimiter.length
  }
}

/** Whether delimiters are enough to find a cell of a record. */
export function isColumnUnquoted(csv: CsvText, segments: Segments, record: number, column: number): boolean {
  return unquotedCell(csv, segments, record, column) !== undefined
}
