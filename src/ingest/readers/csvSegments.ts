import { MAX_CELL_LENGTH, MAX_COLUMNS, type CsvText } from './csvSyntax.ts'
import { endOfLine, find, LENIENT_REACH, walkRecord, type QuotePolicy, type Walk } from './csvWalk.ts'

/** Where the records of a text begin and how each is to be read; arrays have one entry a record. */
export interface Segments {
  count: number
  /** Offset of the first character; entry `count` is the length of the text. */
  starts: Uint32Array
  /** Offset after the last character, without the line end. */
  ends: Uint32Array
  /** Physical line that the record begins on, from 0; entry `count` is the number of lines. */
  lines: Uint32Array
  /** Number of cells, at most 65,535. */
  cells: Uint16Array
  /** Index into `quotePolicies`; 0 is RFC 4180. */
  policies: Uint8Array
  /** 0; 1: a cell is too long; 2: too many cells. */
  excess: Uint8Array
}

export const quotePolicies: readonly QuotePolicy[] = ['strict', 'inner', 'prose', 'pair', 'literal', 'line']

/**
 * Characters that policies may go through in vain, as a multiple of the text's length. Beyond them a record with
 * broken quotes is its line, so that no file takes more than linear time.
 */
const REPAIR_BUDGET = 20

/** Characters between two reports of progress: a few milliseconds of work. */
const STEP = 1 << 20

/**
 * Finds the records of a text. Yields the offset reached about every million characters.
 * @param expected number of cells of an ordinary record; 0 where not known
 */
export function* segmentRecords(csv: CsvText, expected: number): Generator<number, Segments, void> {
  const { text, limit, syntax } = csv
  const segments = emptySegments(Math.max(16, limit >> 6))
  let quote = nextQuote(csv, 0)
  const budget = { left: REPAIR_BUDGET * limit }
  let line = 0
  let reported = 0
  for (let at = 0; at < limit;) {
    const { end, next } = endOfLine(csv, at)
    if (quote < at) quote = nextQuote(csv, at)
    let walk: Walk
    let policy: QuotePolicy = 'strict'
    if (quote >= end && end - at <= MAX_CELL_LENGTH) {
      walk = {
        complete: true,
        end,
        next,
        cells: countCells(text, at, end, syntax.delimiter),
        innerLines: 0,
        longest: 0,
      }
    } else {
      ;({ walk, policy } = chooseWalk(csv, at, expected, budget))
    }
    append(segments, at, line, walk, policy)
    line += 1 + walk.innerLines
    at = walk.next
    if (at - reported >= STEP) {
      reported = at
      yield at
    }
  }
  const { count } = segments
  segments.starts[count] = limit
  segments.lines[count] = line
  return segments
}

/** As segmentRecords, at once. */
export function segmentAll(csv: CsvText, expected: number): Segments {
  const steps = segmentRecords(csv, expected)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * The most plausible reading of one record. A quote that RFC 4180 does not allow, or that would take in lines that are
 * records by themselves, is read by the policy whose number of cells comes nearest to the expected one.
 */
function chooseWalk(
  csv: CsvText,
  start: number,
  expected: number,
  budget: { left: number },
): { walk: Walk; policy: QuotePolicy } {
  if (budget.left <= 0) return { walk: walkRecord(csv, start, 'line'), policy: 'line' }
  const strict = walkRecord(csv, start, 'strict')
  if (strict.complete && !swallowsRecords(csv, start, expected, strict))
    return { walk: strict, policy: 'strict' }
  budget.left -= strict.end - start
  const byLine = walkRecord(csv, start, 'line')
  if (strict.complete || expected === 0) return { walk: byLine, policy: 'line' }
  let best: { walk: Walk; policy: QuotePolicy } = { walk: byLine, policy: 'line' }
  const distance = (walk: Walk) => Math.abs(walk.cells - expected) * 1e6 + walk.innerLines
  for (const policy of ['literal', 'pair', 'prose', 'inner'] as const) {
    const walk = walkRecord(csv, start, policy)
    budget.left -= walk.complete ? walk.end - start : LENIENT_REACH
    if (walk.complete && distance(walk) <= distance(best.walk)) best = { walk, policy }
  }
  return best
}

/** Lines that one quoted cell may take in before they are suspected to be records, where the record's cells fit. */
const SUSPECT_LINES = 5

/** Whether each line that the record takes in has the expected number of cells by itself. */
function swallowsRecords(csv: CsvText, start: number, expected: number, strict: Walk): boolean {
  if (strict.innerLines === 0 || expected < 3) return false
  if (strict.cells === expected && strict.innerLines < SUSPECT_LINES) return false
  for (let at = start; at < strict.next;) {
    const line = walkRecord(csv, at, 'line')
    if (line.cells !== expected) return false
    at = line.next
  }
  return true
}

function nextQuote({ text, limit, syntax }: CsvText, from: number): number {
  const { quote } = syntax
  const found = quote === '' ? -1 : text.indexOf(quote, from)
  return found === -1 ? limit : found
}

function countCells(text: string, from: number, to: number, delimiter: string): number {
  let cells = 1
  for (let at = find(text, delimiter, from, to); at < to; at = find(text, delimiter, at, to)) {
    cells += 1
    at += delimiter.length
  }
  return cells
}

function emptySegments(size: number): Segments {
  return {
    count: 0,
    starts: new Uint32Array(size + 1),
    ends: new Uint32Array(size),
    lines: new Uint32Array(size + 1),
    cells: new Uint16Array(size),
    policies: new Uint8Array(size),
    excess: new Uint8Array(size),
  }
}

function append(segments: Segments, start: number, line: number, walk: Walk, policy: QuotePolicy): void {
  const i = segments.count
  if (i === segments.ends.length) grow(segments)
  segments.starts[i] = start
  segments.ends[i] = walk.end
  segments.lines[i] = line
  segments.cells[i] = Math.min(walk.cells, 65_535)
  segments.policies[i] = quotePolicies.indexOf(policy)
  segments.excess[i] = walk.longest > MAX_CELL_LENGTH ? 1 : walk.cells > MAX_COLUMNS ? 2 : 0
  segments.count = i + 1
}

/** Doubles the room of every array. */
function grow(segments: Segments): void {
  const size = segments.ends.length * 2
  const wider = <T extends Uint32Array | Uint16Array | Uint8Array>(array: T, into: T): T => {
    into.set(array)
    return into
  }
  segments.starts = wider(segments.starts, new Uint32Array(size + 1))
  segments.ends = wider(segments.ends, new Uint32Array(size))
  segments.lines = wider(segments.lines, new Uint32Array(size + 1))
  segments.cells = wider(segments.cells, new Uint16Array(size))
  segments.policies = wider(segments.policies, new Uint8Array(size))
  segments.excess = wider(segments.excess, new Uint8Array(size))
}
