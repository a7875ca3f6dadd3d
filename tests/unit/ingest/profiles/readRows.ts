import { expect } from 'vitest'
import type { DayOrder } from '../../../../src/query/importReport.ts'
import type {
  Profile,
  ReadingContext,
  Recognition,
  TableHead,
} from '../../../../src/ingest/profiles/profile.ts'
import type { FileTable } from '../../../../src/ingest/readers/fileTable.ts'
import type { RowIncident, RowOutcome } from '../../../../src/ingest/rowIncident.ts'

/** A table by its columns and cells. */
export interface Cells {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
  /** Name of the file and of the table; `rows.csv` and '' where absent. */
  file?: string
  table?: string
  format?: TableHead['format']
}

/** A table of one record whose cells are given by column. */
export function oneRow(cells: Readonly<Record<string, string>>): Cells {
  return { columns: Object.keys(cells), rows: [Object.values(cells)] }
}

/** What a profile sees of a table. */
export function headOf({ columns, rows, file = 'rows.csv', table = '', format = 'table' }: Cells): TableHead {
  const width = Math.max(columns.length, ...rows.slice(0, 100).map((row) => row.length))
  return { file, table, format, columns, width, records: rows.length, sample: rows.slice(0, 100) }
}

/** A table of a file that holds these cells. */
export function tableOf({ columns, rows, table = '' }: Cells): FileTable {
  const record = (entry: number) => {
    const cells = rows[entry]
    if (!cells) throw new RangeError(`no record ${entry}`)
    return { entry, cells: [...cells] }
  }
  return {
    name: table,
    columns,
    width: columns.length,
    records: rows.length,
    *rows() {
      for (let entry = 0; entry < rows.length; entry += 1) yield record(entry)
    },
    record,
  }
}

interface Surroundings {
  dayOrder?: DayOrder
  lang?: ReadingContext['lang']
  others?: readonly Cells[]
}

/** How a profile recognizes a table. */
export function recognize(profile: Profile, cells: Cells): Recognition | undefined {
  return profile.recognize(headOf(cells))
}

/** What a profile makes of each record; records that tell of one incident are joined as the profile says. */
export function readRows(profile: Profile, cells: Cells, around: Surroundings = {}): RowOutcome[] {
  const read = profile.reader({
    columns: cells.columns,
    lang: around.lang ?? 'en',
    dayOrder: around.dayOrder,
    claimant: profile.claimant ?? cells.file ?? 'rows.csv',
    others: (around.others ?? []).map((other) => ({ head: headOf(other), table: tableOf(other) })),
  })
  const joined = profile.joinColumn?.(cells.columns)
  if (joined === undefined) return cells.rows.map((row) => read([row]))
  const groups = new Map<string, (readonly string[])[]>()
  cells.rows.forEach((row, at) => {
    const key = row[joined]?.trim() || `row ${at}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  })
  return [...groups.values()].map((rows) => read(rows))
}

/** The incident of a table of one record. */
export function readOne(profile: Profile, cells: Cells, around: Surroundings = {}): RowIncident {
  const [outcome] = readRows(profile, cells, around)
  expect(outcome).toMatchObject({ ok: true })
  if (!outcome?.ok) throw new Error('rejected')
  return outcome.incident
}

/** A table that repeats a record with some of its cells replaced. */
export function variants(
  row: Readonly<Record<string, string>>,
  changes: readonly Readonly<Record<string, string>>[],
): Cells {
  return { columns: Object.keys(row), rows: changes.map((change) => Object.values({ ...row, ...change })) }
}
