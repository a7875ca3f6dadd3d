import { formatIsoDay } from '../incidents/day.ts'
import type { Bounds } from '../incidents/place.ts'
import type { ImportReport } from '../query/importReport.ts'
import type { FaultyFile, ReadFile } from '../ingest/readers/fileTable.ts'
import { rowKinds, type RowKind } from '../ingest/readers/tableLayout.ts'

/** What `check --json` prints of a file; of an archive, of all files in it. */
export interface ImportSummary extends Partial<Record<Exclude<RowKind, 'record'>, number>> {
  file: string
  /** Of the first file that could be read. */
  format: string
  /** `records` = `accepted` + `rejected` + `leftOut`; those that the syntax of the file refused are rejected. */
  records: number
  accepted: number
  rejected: number
  leftOut: number
  blank: number
  incidents: number
  warnings: Record<string, number>
  /** First and last day of the incidents; null where there are none. */
  from: string | null
  to: string | null
  /** Number of actors that the incidents name. */
  actors: number
  bounds: Bounds | null
  /** Rejected records by code, and doubtful ones. */
  reasons: Record<string, number>
  flags: Record<string, number>
  /** Records, rows that are none, and refused ones together. */
  rows: number
  bytes: number
  encoding: string
  encodingReason?: string
  delimiter?: string
  quote?: string
  escape?: string
  lineEnds?: string
  lines?: number
  /** By name, the files of an archive that could not be read, and why. */
  faults: Record<string, string>
  tables: {
    name: string
    profile: string | null
    notIncidents: string | null
    columns: readonly string[]
    width: number
    records: number
    accepted: number
    rejected: number
    leftOut: number
  }[]
}

/**
 * The figures of one file, for programs.
 * @param read the file, or the files in it
 * @param report of these files alone
 * @param actors number of actors that its incidents name
 */
export function summarizeImport(
  file: string,
  read: readonly (ReadFile | FaultyFile)[],
  report: ImportReport,
  actors: number,
): ImportSummary {
  const files = read.flatMap((each) => ('fault' in each ? [] : each))
  const [first] = files
  const tables = report.files.flatMap((each) => each.tables)
  const readTables = files.flatMap((each) => each.tables)
  const sum = (count: (table: (typeof tables)[number]) => number) =>
    tables.reduce((total, table) => total + count(table), 0)
  const written = first?.written
  return {
    file,
    format: first?.format ?? '',
    records: sum(({ counts }) => counts.records),
    accepted: sum(({ counts }) => counts.accepted),
    rejected: sum(({ counts }) => counts.rejected),
    leftOut: sum(({ counts }) => counts.leftOut),
    incidents: report.incidents,
    ...kindsOf(files),
    warnings: totals(files.flatMap(({ warnings }) => warnings)),
    from: report.days && formatIsoDay(report.days.from),
    to: report.days && formatIsoDay(report.days.to),
    actors,
    bounds: report.bounds,
    reasons: totals(tables.flatMap(({ rejections }) => rejections)),
    flags: totals(tables.flatMap(({ flags }) => flags)),
    rows: report.files.reduce((total, { rows }) => total + rows, 0),
    bytes: read.reduce((total, { bytes }) => total + bytes, 0),
    encoding: first?.encoding ?? '',
    ...(written && {
      encodingReason: written.encodingReason,
      delimiter: written.dialect.syntax.delimiter,
      quote: written.dialect.syntax.quote,
      escape: written.dialect.syntax.escape,
      lineEnds: written.dialect.lineEnds,
      lines: written.lines,
    }),
    faults: Object.fromEntries(read.flatMap((each) => ('fault' in each ? [[each.name, each.fault]] : []))),
    tables: tables.map(({ table, profile, notIncidents, counts }, i) => ({
      name: table,
      profile,
      notIncidents,
      columns: readTables[i]?.columns ?? [],
      width: readTables[i]?.width ?? 0,
      ...counts,
    })),
  }
}

/** How many rows of each kind there are. */
function kindsOf(
  files: readonly ReadFile[],
): Record<Exclude<RowKind, 'record'>, number> & { structure: number } {
  const countOf = (kind: RowKind | 'structure') =>
    files.reduce((total, { account }) => total + (account.counts[kind] ?? 0), 0)
  const kinds = rowKinds.filter((kind) => kind !== 'record').map((kind) => [kind, countOf(kind)])
  return {
    ...(Object.fromEntries(kinds) as Record<Exclude<RowKind, 'record'>, number>),
    structure: countOf('structure'),
  }
}

function totals(items: readonly { code: string; count: number }[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const { code, count } of items) sums.set(code, (sums.get(code) ?? 0) + count)
  return Object.fromEntries(sums)
}
