import Papa from 'papaparse'
import { quotePolicies, type Segments } from './csvSegments.ts'
import type { CsvSyntax } from './csvSyntax.ts'
import { walkRecord } from './csvWalk.ts'

/** Characters given to papaparse at once: its cost of starting is spread, its result stays small. */
const BLOCK = 1 << 16

/**
 * The cells of records `from` to before `to`, in order. Stretches of records that follow RFC 4180 are read by
 * papaparse; a record with broken quotes is read by its policy.
 */
export function* readCells(
  text: string,
  segments: Segments,
  syntax: CsvSyntax,
  from: number,
  to: number,
): Generator<string[], void, void> {
  const { starts, policies } = segments
  for (let i = from; i < to;) {
    if (policies[i] !== 0) {
      yield cellsByPolicy(text, segments, syntax, i)
      i += 1
      continue
    }
    const lineEnd = lineEndOf(text, segments, i)
    let end = i + 1
    while (
      end < to &&
      policies[end] === 0 &&
      at(starts, end) - at(starts, i) < BLOCK &&
      (end === segments.count - 1 || lineEndOf(text, segments, end) === lineEnd)
    )
      end += 1
    yield* readStretch(text, segments, syntax, { from: i, to: end, lineEnd })
    i = end
  }
}

/** Cells of one record. */
export function cellsOf(text: string, segments: Segments, syntax: CsvSyntax, record: number): string[] {
  return cellsByPolicy(text, segments, syntax, record)
}

/** @param stretch records from and to (exclusive), and the line end that all share but perhaps the last */
function* readStretch(
  text: string,
  segments: Segments,
  syntax: CsvSyntax,
  stretch: { from: number; to: number; lineEnd: string },
): Generator<string[], void, void> {
  const { from, to, lineEnd } = stretch
  const { data } = Papa.parse<string[]>(text.slice(at(segments.starts, from), at(segments.ends, to - 1)), {
    delimiter: syntax.delimiter,
    newline: lineEnd === '\r\n' ? '\r\n' : lineEnd === '\r' ? '\r' : '\n',
    quoteChar: syntax.quote || '"',
    escapeChar: syntax.escape || '"',
    ...(syntax.quote === '' && { fastMode: true }),
  })
  const whole = data.length === to - from && data.every((row, i) => row.length === segments.cells[from + i])
  for (let i = from; i < to; i += 1) {
    const row = whole ? data[i - from] : undefined
    yield row ?? cellsByPolicy(text, segments, syntax, i)
  }
}

function cellsByPolicy(text: string, segments: Segments, syntax: CsvSyntax, record: number): string[] {
  const cells: string[] = []
  const policy = quotePolicies[segments.policies[record] ?? 0] ?? 'line'
  walkRecord(text, at(segments.starts, record), at(segments.starts, record + 1), syntax, policy, (cell) => {
    cells.push(cell)
  })
  return cells
}

function lineEndOf(text: string, { starts, ends }: Segments, record: number): string {
  return text.slice(at(ends, record), at(starts, record + 1))
}

function at(array: Uint32Array, index: number): number {
  const value = array[index]
  if (value === undefined) throw new RangeError(`no record ${index}`)
  return value
}
