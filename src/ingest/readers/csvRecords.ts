import Papa from 'papaparse'
import { quotePolicies, type Segments } from './csvSegments.ts'
import type { CsvText } from './csvSyntax.ts'
import { walkRecord } from './csvWalk.ts'

/** Characters given to papaparse at once: its cost of starting is spread, its result stays small. */
const BLOCK = 1 << 16

/**
 * The cells of records `from` to before `to`, in order. Stretches of records that follow RFC 4180 are read by
 * papaparse; a record with broken quotes is read by its policy.
 */
export function* readCells(
  csv: CsvText,
  segments: Segments,
  from: number,
  to: number,
): Generator<string[], void, void> {
  const { starts, policies } = segments
  for (let i = from; i < to;) {
    if (policies[i] !== 0) {
      yield cellsOf(csv, segments, i)
      i += 1
      continue
    }
    const lineEnd = lineEndOf(csv, segments, i)
    let end = i + 1
    while (
      end < to &&
      policies[end] === 0 &&
      at(starts, end) - at(starts, i) < BLOCK &&
      (end === segments.count - 1 || lineEndOf(csv, segments, end) === lineEnd)
    )
      end += 1
    yield* readStretch(csv, segments, { from: i, to: end, lineEnd })
    i = end
  }
}

/** Cells of one record. */
export function cellsOf(csv: CsvText, segments: Segments, record: number): string[] {
  const cells: string[] = []
  const policy = quotePolicies[segments.policies[record] ?? 0]
  if (!policy) throw new RangeError(`no policy of record ${record}`)
  const limit = at(segments.starts, record + 1)
  walkRecord({ ...csv, limit }, at(segments.starts, record), policy, (cell) => {
    cells.push(cell)
  })
  return cells
}

/** @param stretch records from and to (exclusive), and the line end that all share but perhaps the last */
function* readStretch(
  csv: CsvText,
  segments: Segments,
  stretch: { from: number; to: number; lineEnd: string },
): Generator<string[], void, void> {
  const { from, to, lineEnd } = stretch
  const { delimiter, quote, escape } = csv.syntax
  const text = csv.text.slice(at(segments.starts, from), at(segments.ends, to - 1))
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    newline: lineEnd === '\r\n' ? '\r\n' : lineEnd === '\r' ? '\r' : '\n',
    quoteChar: quote || '"',
    escapeChar: escape || '"',
    ...(quote === '' && { fastMode: true }),
  })
  // Where papaparse sees the cells otherwise (a quote after an escaped backslash), our own walk is the one accounted for.
  const agrees = data.length === to - from && data.every((row, i) => row.length === segments.cells[from + i])
  for (let i = from; i < to; i += 1) {
    const row = agrees ? data[i - from] : undefined
    yield row ?? cellsOf(csv, segments, i)
  }
}

function lineEndOf({ text }: CsvText, { starts, ends }: Segments, record: number): string {
  return text.slice(at(ends, record), at(starts, record + 1))
}

function at(array: Uint32Array, index: number): number {
  const value = array[index]
  if (value === undefined) throw new RangeError(`no record ${index}`)
  return value
}
