import type { IncidentColumns } from '../../incidents/columns.ts'
import type { DaySpan } from '../../incidents/day.ts'
import type { FileReport, ImportReport, TableReport } from '../../query/importReport.ts'
import type { FaultyFile, ReadFile } from '../readers/fileTable.ts'
import type { Gathered } from './gathering.ts'
import type { Lot } from './lot.ts'

/** What is said of all files. @param lots one a table */
export function reportImport(
  read: readonly (ReadFile | FaultyFile)[],
  lots: readonly Lot[],
  gathered: Gathered,
): ImportReport {
  const { columns } = gathered.built
  return {
    files: read.map((file) => reportFile(file, lots, gathered)),
    incidents: columns.rows,
    days: daysOf(columns),
    bounds: gathered.bounds,
  }
}

function reportFile(file: ReadFile | FaultyFile, lots: readonly Lot[], gathered: Gathered): FileReport {
  const { name, bytes } = file
  if ('fault' in file) {
    return { name, bytes, fault: file.fault, encoding: '', rows: 0, others: {}, warnings: [], tables: [] }
  }
  const { record: _, refused = 0, ...others } = file.account.counts
  const withoutTable = file.tables.length === 0 && refused > 0
  return {
    name,
    bytes,
    encoding: file.encoding,
    rows: file.account.entries,
    others: Object.fromEntries(
      Object.entries({ ...others, ...(withoutTable && { refused }) }).filter(([, count]) => count > 0),
    ),
    warnings: file.warnings,
    tables: lots.filter(({ given }) => given.file === file).map((lot) => reportTable(lot, gathered)),
  }
}

function reportTable(lot: Lot, gathered: Gathered): TableReport {
  const { given, plan, rejected, accepted, leftOut } = lot
  const { incidents, flags } = gathered.countsOf(lot)
  const counts = flags.map(({ code, count }) => ({
    code,
    count: code === 'position-exchanged' ? count + lot.exchangeable : count,
  }))
  const rejections = [...rejected.examples].map(([code, { count, examples }]) => ({ code, count, examples }))
  const refusals = rejected.records.length()
  return {
    key: given.key,
    file: given.file.name,
    table: given.table.name,
    format: given.file.format,
    profile: plan.notIncidents === null ? (plan.profile?.id ?? 'mapping') : null,
    profileName: plan.profile?.name ?? '',
    recognizedBy: plan.recognizedBy,
    notIncidents: plan.notIncidents,
    skipped: plan.skipped,
    columns: plan.columns,
    headerKey:
      given.table.columns.length > 0 ? given.table.columns.join('\t') : `${given.head.width} columns`,
    questions: plan.isOrderAsked ? ['day-order'] : [],
    dayOrder: plan.dayOrder,
    lang: plan.lang,
    counts: { records: accepted + refusals + leftOut, accepted, rejected: refusals, leftOut },
    incidents,
    rejections: rejections.toSorted((a, b) => b.count - a.count),
    flags: counts.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count),
    terms: plan.profile?.terms ?? null,
  }
}

function daysOf({ rows, day, days }: IncidentColumns): DaySpan | null {
  if (rows === 0) return null
  let [from, to] = [Infinity, -Infinity]
  for (let row = 0; row < rows; row += 1) {
    const start = day[row] ?? 0
    from = Math.min(from, start)
    to = Math.max(to, start + (days[row] ?? 0))
  }
  return { from, to }
}
