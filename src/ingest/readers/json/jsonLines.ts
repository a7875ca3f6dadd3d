import type { TextEntries } from '../textEntries.ts'
import type { WarningList } from '../warningList.ts'
import { JsonScanner } from './jsonScanner.ts'
import { JsonTable } from './jsonTable.ts'

const COMMA = 0x2c
const OPEN_LIST = 0x5b

/**
 * Reads a text with one record a line, each for itself: a damaged line costs no other. Yields the offset that has been
 * reached.
 */
export function* readJsonLines(
  text: string,
  entries: TextEntries,
  warnings: WarningList,
): Generator<number, JsonTable[], void> {
  const kind = new JsonScanner(text).peek() === OPEN_LIST ? 'rows' : 'single'
  const table = new JsonTable(text, { name: '', kind })
  const newline = text.includes('\n') ? '\n' : '\r'
  for (let start = 0; start < text.length;) {
    const found = text.indexOf(newline, start)
    const next = found === -1 ? text.length : found + 1
    readLine(text, start, next, { table, entries, warnings })
    if (table.tooWide) break
    start = next
    yield start
  }
  return [table]
}

function readLine(
  text: string,
  start: number,
  next: number,
  { table, entries, warnings }: { table: JsonTable; entries: TextEntries; warnings: WarningList },
): void {
  const line = text.slice(start, next)
  const end = start + line.trimEnd().length
  if (end === start) {
    entries.add('blank', start, next)
    return
  }
  const scanner = new JsonScanner(line)
  scanner.peek()
  const from = scanner.at
  const whole = scanner.value()
  const span = { from: start + from, start: start + from, end: start + scanner.at }
  if (scanner.take(COMMA)) scanner.loose = true
  scanner.peek()
  if (!whole || scanner.at < line.trimEnd().length) {
    entries.add('refused', start, end, 'damaged-record')
    return
  }
  const code = scanner.deep ? 'too-deep' : table.refusal(span)
  const entry = entries.add(code ? 'refused' : 'record', start, end, code)
  if (scanner.loose) warnings.add('json-not-strict', entries.lineOf(start))
  if (!code) table.add(span, entry)
}
