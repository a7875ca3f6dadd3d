import { cellKind } from './cellKind.ts'
import { cellsOf } from './csvRecords.ts'
import { segmentAll, type Segments } from './csvSegments.ts'
import type { CsvSyntax, CsvText } from './csvSyntax.ts'

/** How a file is written, and what speaks for it. */
export interface CsvDialect {
  syntax: CsvSyntax
  /** Line ends found: the commoner one, or 'mixed' where more than one in a hundred differs. */
  lineEnds: 'LF' | 'CRLF' | 'CR' | 'mixed' | 'none'
  /** Number of cells of an ordinary record. */
  width: number
  /** Consistency of the records times the share of cells of a known kind; from 0 to 1. */
  score: number
}

/** Characters that dialects are tried on. */
const SAMPLE = 128 * 1024

/** Records whose cells are looked at for each candidate. */
const SAMPLE_RECORDS = 300

/** What the score of the space is multiplied by: words of a sentence are more often apart than columns. */
const SPACE_WEIGHT = 0.7

/** In order of preference where scores are equal. */
const delimiters = [', ', '; ', ',', ';', '\t', '|', ' ', '~', '^', '\u0001', '\u001f']

/** The dialect whose records are most alike and whose cells most often look like values. */
export function detectDialect(whole: string): CsvDialect {
  const { terminator, lineEnds } = detectLineEnds(whole)
  const text = withoutNotes(whole, terminator)
  const limit = sampleLimit(text, terminator)
  const sample = text.slice(0, limit)
  const doubled = text.includes('"')
  const candidates = delimiters
    .filter((delimiter) => sample.includes(delimiter))
    .map((delimiter): CsvSyntax => ({ delimiter, ...quoting(sample, delimiter, doubled), terminator }))
  let best: CsvDialect | undefined
  for (const syntax of candidates) {
    const { score, width } = scoreSyntax({ text, limit, syntax })
    if (width > 1 && score > (best?.score ?? 0) + 1e-9) best = { syntax, lineEnds, width, score }
  }
  return best ?? singleColumn(doubled, terminator, lineEnds)
}

/**
 * The text from the last of the lines on that begin with `# `: notes say nothing of how the records are written, and
 * outnumber them in a short file. The last one may be the header.
 */
function withoutNotes(text: string, terminator: string): string {
  let start = 0
  for (;;) {
    const next = text.indexOf(terminator, start) + 1
    if (next === 0 || !text.startsWith('#', next) || !/^#[ \r\n]/.test(text.slice(start, start + 2))) break
    start = next
  }
  return text.slice(start)
}

function singleColumn(
  doubled: boolean,
  terminator: '\n' | '\r',
  lineEnds: CsvDialect['lineEnds'],
): CsvDialect {
  const quote = doubled ? '"' : ''
  const syntax: CsvSyntax = { delimiter: ',', quote, escape: quote, terminator }
  return { syntax, lineEnds, width: 1, score: 0 }
}

function detectLineEnds(text: string): { terminator: '\n' | '\r'; lineEnds: CsvDialect['lineEnds'] } {
  const head = text.slice(0, 4 * SAMPLE)
  const crlf = count(head, '\r\n')
  const lf = count(head, '\n') - crlf
  const cr = count(head, '\r') - crlf
  const total = crlf + lf + cr
  if (total === 0) return { terminator: '\n', lineEnds: 'none' }
  if (cr > 10 * (crlf + lf)) return { terminator: '\r', lineEnds: 'CR' }
  const most = Math.max(crlf, lf)
  if (most < 0.99 * total) return { terminator: '\n', lineEnds: 'mixed' }
  return { terminator: '\n', lineEnds: crlf > lf ? 'CRLF' : 'LF' }
}

function count(text: string, what: string): number {
  let found = 0
  for (let i = text.indexOf(what); i !== -1; i = text.indexOf(what, i + what.length)) found += 1
  return found
}

/** End of the last whole line of the sample; the whole text where it is short or has no line end there. */
function sampleLimit(text: string, terminator: string): number {
  if (text.length <= SAMPLE) return text.length
  const end = text.lastIndexOf(terminator, SAMPLE)
  return end > 0 ? end + 1 : SAMPLE
}

/**
 * Quote and escape character beside a delimiter. Double quotes may occur for the first time far below the sample; single
 * quotes must enclose a cell in every second line or more, as names such as 'Azaz begin with one.
 * @param doubled whether the whole text holds a double quote
 */
function quoting(sample: string, delimiter: string, doubled: boolean): Pick<CsvSyntax, 'quote' | 'escape'> {
  const double = enclosures(sample, delimiter, '"')
  const single = enclosures(sample, delimiter, "'")
  const lines = Math.max(1, count(sample, '\n'), count(sample, '\r'))
  const bySingle =
    single.closing >= 0.5 * lines &&
    Math.abs(single.opening - single.closing) <= 0.1 * single.opening &&
    single.closing > 2 * Math.min(double.opening, double.closing)
  if (!bySingle && !doubled) return { quote: '', escape: '' }
  const quote = bySingle ? "'" : '"'
  const backslashes = count(sample, `\\${quote}`) - count(sample, `\\${quote}${delimiter}`)
  const pairs = count(sample, `${quote}${quote}`) - count(sample, `${delimiter}${quote}${quote}${delimiter}`)
  return { quote, escape: backslashes > pairs ? '\\' : quote }
}

/** Number of quotes after a delimiter or line end, and of those before one. */
function enclosures(sample: string, delimiter: string, quote: string): { opening: number; closing: number } {
  const ends = [delimiter, '\n', '\r']
  return {
    opening: ends.reduce((sum, end) => sum + count(sample, end + quote), sample.startsWith(quote) ? 1 : 0),
    closing: ends.reduce((sum, end) => sum + count(sample, quote + end), sample.endsWith(quote) ? 1 : 0),
  }
}

/**
 * Pattern score times type score, after van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting
 * row and type patterns" (2019): sum over the distinct numbers of cells k of N_k (k - 1) / k, over their number, and
 * the share of cells of a known kind.
 */
function scoreSyntax(csv: CsvText): { score: number; width: number } {
  const first = segmentAll(csv, 0)
  const guess = commonWidth(first)
  const segments = first.policies.some((policy) => policy > 0) ? segmentAll(csv, guess) : first
  const width = commonWidth(segments)
  const counts = widths(segments)
  let pattern = 0
  let records = 0
  for (const [cells, n] of counts) {
    pattern += (n * Math.max(0.001, cells - 1)) / cells
    records += n
  }
  if (records === 0) return { score: 0, width: 1 }
  const weight = csv.syntax.delimiter === ' ' ? SPACE_WEIGHT : 1
  const share = knownShare(csv, segments)
  return { score: weight * (pattern / counts.size / records) * share, width }
}

/** Share of the cells that are empty or of a kind that a delimiter in the wrong place would spoil. */
function knownShare(csv: CsvText, segments: Segments): number {
  let known = 0
  let total = 0
  const step = Math.max(1, Math.floor(segments.count / SAMPLE_RECORDS))
  for (let i = 0; i < segments.count; i += step) {
    for (const cell of cellsOf(csv, segments, i)) {
      total += 1
      const kind = cellKind(cell)
      known += kind === 'text' ? textWeight(cell, csv.syntax) : 1
    }
  }
  return total === 0 ? 0 : known / total
}

/** Text counts half; text that holds a quote was probably cut in the wrong place. */
function textWeight(cell: string, { quote }: CsvSyntax): number {
  return quote !== '' && cell.includes(quote) ? 0.05 : 0.5
}

/** Records by number of cells; blank lines left out. */
function widths({ count: records, cells, starts, ends }: Segments): Map<number, number> {
  const counts = new Map<number, number>()
  for (let i = 0; i < records; i += 1) {
    if (starts[i] === ends[i]) continue
    const n = cells[i] ?? 0
    counts.set(n, (counts.get(n) ?? 0) + 1)
  }
  return counts
}

/** The commonest number of cells; the larger one of two that are equally common. */
export function commonWidth(segments: Segments): number {
  let width = 1
  let most = 0
  for (const [cells, n] of widths(segments)) {
    if (n > most || (n === most && cells > width)) {
      width = cells
      most = n
    }
  }
  return width
}
