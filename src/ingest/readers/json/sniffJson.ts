import { JsonScanner } from './jsonScanner.ts'

/** How a text that may be JSON is to be read. */
export interface JsonKind {
  format: 'json' | 'json-lines'
  reason: 'content' | 'name'
}

const linesExtensions = new Set(['jsonl', 'ndjson', 'geojsonl', 'jsonlines'])
const jsonExtensions = new Set(['json', 'geojson', 'topojson'])

const COMMA = 0x2c

/**
 * Whether a text is JSON, and whether each of its lines is a record. undefined where it is not: a table can begin with a
 * bracket too, or with a cell that is JSON.
 * @param head first characters of a file, without leading white space
 */
export function sniffJson(head: string, extension: string): JsonKind | undefined {
  const named = linesExtensions.has(extension) ? 'json-lines' : 'json'
  const byName = linesExtensions.has(extension) || jsonExtensions.has(extension)
  const scanner = new JsonScanner(head)
  const whole = scanner.value()
  if (!whole && scanner.at < head.length)
    return byName || looksLikeJson(head)
      ? { format: isLines(head) ? 'json-lines' : named, reason: byName ? 'name' : 'content' }
      : undefined
  if (!whole) return byName || looksLikeJson(head) ? { format: named, reason: 'content' } : undefined
  const inOneLine = !head.slice(0, scanner.at).trim().includes('\n')
  const end = scanner.at
  const comma = scanner.take(COMMA)
  const next = String.fromCharCode(scanner.peek())
  if (scanner.at >= head.length) return { format: comma ? 'json' : named, reason: 'content' }
  const newLine = /[\r\n]/.test(head.slice(end, scanner.at))
  if (next !== '{' && next !== '[') return byName ? { format: named, reason: 'name' } : undefined
  if (comma && !newLine && !byName) return undefined
  return { format: inOneLine && newLine ? 'json-lines' : named, reason: 'content' }
}

/** Whether a text begins as JSON of records does, though it is damaged or cut. */
function looksLikeJson(head: string): boolean {
  return /^(?:\{\s*["'][^"'\n]*["']\s*:|\[\s*\{\s*["']|\[\s*\[\s*["'\d-]|\[\s*\{\s*\})/.test(head)
}

/** Whether the first line is an object with damage in it, which does not go on in the next line, where another begins. */
function isLines(head: string): boolean {
  const end = head.indexOf('\n')
  if (end === -1 || !/^\s*\{\s*["']/.test(head.slice(end))) return false
  const scanner = new JsonScanner(head.slice(0, end))
  return !scanner.value() && scanner.at < end
}
