import { MAX_CELL_LENGTH, type CsvSyntax, type CsvText } from './csvSyntax.ts'

/**
 * How a quoted cell is read when its quotes do not follow RFC 4180.
 * - strict: gives up at a quote inside a quoted cell that is neither escaped nor before a delimiter or line end
 * - inner: such a quote is text; the cell closes at the next quote before a delimiter or line end
 * - prose: as inner, but a quote before a delimiter and a space is text, as in `"they said "no", and left"`
 * - pair: as inner, but two quotes before a delimiter or line end are a quote that is text and the closing one
 * - literal: the opening quote of such a cell is text; cells that close properly may still hold line ends
 * - line: as literal, and no cell holds a line end
 */
export type QuotePolicy = 'strict' | 'inner' | 'prose' | 'pair' | 'literal' | 'line'

/** One record as walked. */
export interface Walk {
  /** False where the policy finds no end of a quoted cell: `end` then is how far it looked. */
  complete: boolean
  /** Offset after the record's last character, without its line end. */
  end: number
  /** Offset of the next record. */
  next: number
  /** Number of cells; at least 1. */
  cells: number
  /** Number of line ends inside quoted cells. */
  innerLines: number
  /** Characters of the longest cell, quotes included. */
  longest: number
}

/** Where a quoted cell ends: offset of its closing quote. Undefined where the policy finds no end. */
interface QuotedEnd {
  close: number
  innerLines: number
}

/** Opening quotes without an end that are looked into in one record; those after them are text. */
const MAX_UNCLOSED = 20

/** Characters that a record with quotes inside its cells is followed for: bounds the time that broken quotes cost. */
export const LENIENT_REACH = 20_000

const SPACE = 32

/**
 * Walks one record, the one place that knows where a cell ends.
 * @param start offset of the record's first character
 * @param onCell called with each cell as text, unescaped
 */
export function walkRecord(
  csv: CsvText,
  start: number,
  policy: QuotePolicy,
  onCell?: (cell: string) => void,
): Walk {
  const { text, limit, syntax } = csv
  const lineEnd = endOfLine(csv, start)
  const walk: Walk = { complete: true, ...lineEnd, cells: 0, innerLines: 0, longest: 0 }
  let unclosed = 0
  let at = start
  for (;;) {
    const quoted =
      syntax.quote !== '' && text[at] === syntax.quote && at < walk.end && unclosed < MAX_UNCLOSED
    const found = quoted ? quotedEnd(csv, at, policy) : undefined
    if (quoted && !found) {
      unclosed += 1
      if (policy !== 'literal' && policy !== 'line') return { ...walk, complete: false, end: at }
    }
    if (isLenient(policy) && at - start > LENIENT_REACH) return { ...walk, complete: false, end: at }
    let cellEnd: number
    if (found) {
      const after = found.close + 1
      cellEnd = text.startsWith(syntax.delimiter, after) ? after : skipSpaces(text, after, limit)
      if (cellEnd > walk.end) Object.assign(walk, endOfLine(csv, cellEnd))
      walk.innerLines += found.innerLines
      onCell?.(unescaped(text.slice(at + 1, found.close), syntax))
    } else {
      cellEnd = find(text, syntax.delimiter, at, walk.end)
      onCell?.(text.slice(at, cellEnd))
    }
    walk.cells += 1
    walk.longest = Math.max(walk.longest, cellEnd - at)
    if (cellEnd >= walk.end) return walk
    at = cellEnd + syntax.delimiter.length
  }
}

/** End of the line that holds an offset: without its line end, and the offset after that. */
export function endOfLine({ text, limit, syntax }: CsvText, from: number): { end: number; next: number } {
  const { terminator } = syntax
  const found = text.indexOf(terminator, from)
  if (found === -1 || found >= limit) return { end: limit, next: limit }
  const crlf = terminator === '\n' && found > from && text[found - 1] === '\r'
  return { end: crlf ? found - 1 : found, next: found + 1 }
}

function quotedEnd(csv: CsvText, open: number, policy: QuotePolicy): QuotedEnd | undefined {
  const { text, limit } = csv
  const { quote, escape, terminator, delimiter } = csv.syntax
  const lenient = isLenient(policy)
  const reach = lenient ? LENIENT_REACH : MAX_CELL_LENGTH
  const last = policy === 'line' ? endOfLine(csv, open).end : limit
  const stop = Math.min(last, open + reach)
  let at = open + 1
  for (;;) {
    const close = find(text, quote, at, stop)
    if (close >= stop) return undefined
    const inProse = policy === 'prose' && text.startsWith(`${delimiter} `, close + 1)
    const closes = !inProse && endsCell(csv, close + 1)
    if (escape === '\\' && text[close - 1] === '\\' && close - 1 > open) {
      at = close + 1
    } else if (escape !== '\\' && text[close + 1] === quote && close + 1 < limit) {
      if (policy === 'pair' && endsCell(csv, close + 2)) {
        return { close: close + 1, innerLines: countLineEnds(text, open, close, terminator) }
      }
      at = close + 2
    } else if (closes) {
      return { close, innerLines: countLineEnds(text, open, close, terminator) }
    } else if (lenient) {
      at = close + 1
    } else {
      return undefined
    }
  }
}

/** Whether quotes inside a quoted cell are text, so that the cell may go on far beyond its line. */
function isLenient(policy: QuotePolicy): boolean {
  return policy === 'inner' || policy === 'prose' || policy === 'pair'
}

/** Number of line ends from `from` to before `to`. */
function countLineEnds(text: string, from: number, to: number, terminator: string): number {
  let count = 0
  for (let i = find(text, terminator, from, to); i < to; i = find(text, terminator, i + 1, to)) count += 1
  return count
}

/** Offset of `what` (one or two characters) from `from` on; `to` where it does not begin before that. */
export function find(text: string, what: string, from: number, to: number): number {
  const code = what.charCodeAt(0)
  const single = what.length === 1
  for (let i = from; i < to; i += 1) {
    if (text.charCodeAt(i) === code && (single || text[i + 1] === what[1])) return i
  }
  return to
}

/** Whether, from an offset on and past spaces, a delimiter, a line end or the end of the text follows. */
function endsCell({ text, limit, syntax }: CsvText, from: number): boolean {
  const { delimiter, terminator } = syntax
  if (from >= limit || text.startsWith(delimiter, from)) return true
  const at = skipSpaces(text, from, limit)
  if (at >= limit || text[at] === terminator || text.startsWith(delimiter, at)) return true
  return terminator === '\n' && text[at] === '\r' && text[at + 1] === '\n'
}

function skipSpaces(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && text.charCodeAt(at) === SPACE) at += 1
  return at
}

function unescaped(content: string, { quote, escape }: CsvSyntax): string {
  return content.includes(quote) ? content.replaceAll(`${escape}${quote}`, quote) : content
}
