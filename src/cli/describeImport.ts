import { formatIsoDay } from '../incidents/day.ts'
import type { ColumnReport, ImportReport, TableReport } from '../query/importReport.ts'
import type { EncodingReason } from '../ingest/readers/decodeText.ts'
import { fileFaultTexts } from '../ingest/readers/fileFaultTexts.ts'
import type { EntryKind, FaultyFile, ReadFile } from '../ingest/readers/fileTable.ts'
import { flagTexts, notIncidentsTexts, rejectionTexts } from '../ingest/rejectionTexts.ts'
import { warningText } from './warningTexts.ts'

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

const kindNames: Readonly<Record<EntryKind, [one: string, many: string]>> = {
  record: ['record', 'records'],
  header: ['header row', 'header rows'],
  hxl: ['row of HXL tags', 'rows of HXL tags'],
  preamble: ['line above the header', 'lines above the header'],
  blank: ['blank', 'blank'],
  comment: ['comment', 'comments'],
  footer: ['note below the table', 'notes below the table'],
  refused: ['kept out', 'kept out'],
  structure: ['part around the records', 'parts around the records'],
}

/** Lines of a reason that are printed. */
const EXAMPLES = 3

/**
 * What is in a file, in words, several lines.
 * @param read the file, or the files in it
 * @param report of these files alone
 */
export function describeImport(
  file: string,
  read: readonly (ReadFile | FaultyFile)[],
  report: ImportReport,
): string {
  const lines = read.flatMap((each, i) => {
    const named = read.length > 1 ? [`  ${each.name}`] : []
    if ('fault' in each) return [...named, `  ${fileFaultTexts[each.fault]}`]
    return [...named, ...describeFile(each), ...(report.files[i]?.tables ?? []).flatMap(describeReading)]
  })
  return [file, ...lines, ...describeWhole(report)].join('\n')
}

function describeFile({ encoding, written, tables, account, warnings, format }: ReadFile): string[] {
  const kinds = Object.entries(kindNames)
    .map(([kind, names]) => ({ count: account.counts[kind as EntryKind] ?? 0, names }))
    .filter(({ count }) => count > 0)
    .map(({ count, names: [one, many] }) => `${count} ${count === 1 ? one : many}`)
  return [
    ...(encoding && written ? [`  encoding ${encoding} (${reasons[written.encodingReason]})`] : []),
    ...(written ? [`  ${describeDialect(written)}`] : [`  format ${format}`]),
    ...tables.map(({ name, columns, width, records }, i) => {
      const names =
        columns.length > 0 ? `: ${columns.map((each) => each.trim()).join(', ')}` : ' without names'
      const title = name === '' || name === String(i + 1) ? '' : ` "${name}"`
      return `  table ${i + 1}${title}: ${records} records, ${Math.max(width, columns.length)} columns${names}`
    }),
    account.entries === 0 ? '  the file is empty' : `  ${kinds.join(' + ')} = ${account.entries} rows`,
    ...warnings.map(({ code, count, lines }) => {
      const at = lines.length > 0 ? ` (line ${lines.join(', ')}${count > lines.length ? ' ...' : ''})` : ''
      return `  ${count} x ${warningText(code)}${at}`
    }),
  ]
}

function describeDialect({ dialect }: NonNullable<ReadFile['written']>): string {
  const { delimiter, quote, escape } = dialect.syntax
  if (dialect.width <= 1) return 'one column'
  const quoting = quote === '' ? 'no quotes' : `quotes ${quote}${escape === '\\' ? ' after a backslash' : ''}`
  return `cells by ${delimiterNames[delimiter] ?? JSON.stringify(delimiter)}, ${quoting}, lines by ${dialect.lineEnds}`
}

/** How the records of a table are read, and what became of them. */
function describeReading(report: TableReport, i: number): string[] {
  const head = `  table ${i + 1}: `
  if (report.notIncidents) return [`${head}no incidents: ${notIncidentsTexts[report.notIncidents]}`]
  const { accepted, rejected, leftOut } = report.counts
  const how =
    report.profile === 'mapping'
      ? `read by its columns: ${report.columns.flatMap(describeColumn).join(', ')}`
      : `recognized as ${report.profileName} by ${report.recognizedBy.join(', ')}`
  const out = leftOut > 0 ? `, ${leftOut} left out` : ''
  return [
    `${head}${how}`,
    `    ${accepted} accepted, ${rejected} rejected${out}: ${report.incidents} incidents`,
    ...(report.questions.length > 0
      ? ['    day and month of its dates may be in either order: say --day-first or --month-first']
      : []),
    ...report.rejections.map(({ code, count, examples }) => {
      const shown = examples
        .slice(0, EXAMPLES)
        .map(
          ({ line, column, value, file }) =>
            `${file === undefined ? '' : `${file} `}line ${line}${column ? ` ${column.trim()} ${JSON.stringify(value)}` : ''}`,
        )
      return `    ${count} x ${rejectionTexts[code]} (${shown.join('; ')}${count > EXAMPLES ? '; ...' : ''})`
    }),
    ...report.flags.map(({ code, count }) => `    ${count} x to check: ${flagTexts[code]}`),
    ...(report.terms ? [`    terms of use: ${report.terms.name}, ${report.terms.url}`] : []),
  ]
}

function describeColumn({ name, field }: ColumnReport, i: number): string[] {
  return field ? [`${field} = ${name.trim() || i + 1}`] : []
}

function describeWhole({ days, incidents }: ImportReport): string[] {
  if (!days) return []
  return [`  ${incidents} incidents from ${formatIsoDay(days.from)} to ${formatIsoDay(days.to)}`]
}
