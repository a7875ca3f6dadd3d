import type { EncodingReason } from '../ingest/readers/decodeText.ts'
import type { FileTable } from '../ingest/readers/fileTable.ts'
import type { ReadTables, TableWarning } from '../ingest/readers/readTable.ts'
import { tableWarningTexts, type TableWarningCode } from '../ingest/readers/tableFaultTexts.ts'
import type { RowKind } from '../ingest/readers/tableLayout.ts'

const reasons: Readonly<Record<EncodingReason, string>> = {
  'byte-order-mark': 'by its byte order mark',
  'zero-bytes': 'by its zero bytes',
  'valid-utf-8': 'all bytes are valid',
  'mostly-utf-8': 'but for a few bytes',
  guess: 'guessed from the letters',
  fallback: 'not recognized, so taken as this',
}

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'space',
  ', ': 'comma and space',
  '; ': 'semicolon and space',
}

const kindNames: Readonly<Record<RowKind, [one: string, many: string]>> = {
  record: ['record', 'records'],
  header: ['header row', 'header rows'],
  hxl: ['row of HXL tags', 'rows of HXL tags'],
  preamble: ['line above the header', 'lines above the header'],
  blank: ['blank', 'blank'],
  comment: ['comment', 'comments'],
  footer: ['note below the table', 'notes below the table'],
  refused: ['kept out', 'kept out'],
}

/** What `--json` prints of a file. The counts of kinds of rows add up to `rows`. */
export interface TablesSummary extends Readonly<Record<Exclude<RowKind, 'record'>, number>> {
  file: string
  format: 'table'
  encoding: string
  encodingReason: EncodingReason
  delimiter: string
  quote: string
  escape: string
  lineEnds: string
  bytes: number
  lines: number
  rows: number
  records: number
  tables: { columns: readonly string[]; width: number; records: number }[]
  warnings: Partial<Record<TableWarningCode, number>>
}

/** The figures of one file, for programs. */
export function summarizeTables(file: string, read: ReadTables): TablesSummary {
  const { account, dialect, tables, warnings } = read
  const { record, ...others } = account.counts
  return {
    file,
    format: 'table',
    encoding: read.encoding,
    encodingReason: read.encodingReason,
    delimiter: dialect.syntax.delimiter,
    quote: dialect.syntax.quote,
    escape: dialect.syntax.escape,
    lineEnds: dialect.lineEnds,
    bytes: account.bytes,
    lines: account.lines,
    rows: account.entries,
    records: record,
    ...others,
    tables: tables.map(({ columns, width, records }) => ({ columns, width, records })),
    warnings: Object.fromEntries(warnings.map(({ code, count }) => [code, count])),
  }
}

/** The same in words, several lines. */
export function describeTables(file: string, read: ReadTables): string {
  const { account, dialect, tables, warnings } = read
  const { delimiter, quote, escape } = dialect.syntax
  const quoting = quote === '' ? 'no quotes' : `quotes ${quote}${escape === '\\' ? ' after a backslash' : ''}`
  const between = delimiterNames[delimiter] ?? JSON.stringify(delimiter)
  const how =
    dialect.width > 1 ? `cells by ${between}, ${quoting}, lines by ${dialect.lineEnds}` : 'one column'
  const kinds = Object.entries(kindNames)
    .map(([kind, [one, many]]) => ({ kind: kind as RowKind, one, many }))
    .map(({ kind, one, many }) => ({
      count: account.counts[kind],
      name: account.counts[kind] === 1 ? one : many,
    }))
    .filter(({ count }) => count > 0)
    .map(({ count, name }) => `${count} ${name}`)
  return [
    file,
    `  encoding ${read.encoding} (${reasons[read.encodingReason]})`,
    `  ${how}`,
    ...tables.map(describeTable),
    account.entries === 0 ? '  the file is empty' : `  ${kinds.join(' + ')} = ${account.entries} rows`,
    ...warnings.map(describeWarning),
  ].join('\n')
}

function describeTable({ columns, width, records }: FileTable, i: number): string {
  const names = columns.length > 0 ? `: ${columns.map((name) => name.trim()).join(', ')}` : ' without names'
  return `  table ${i + 1}: ${records} records, ${Math.max(width, columns.length)} columns${names}`
}

function describeWarning({ code, count, lines }: TableWarning): string {
  const more = count > lines.length ? ' ...' : ''
  return `  ${count} x ${tableWarningTexts[code]} (line ${lines.join(', ')}${more})`
}
