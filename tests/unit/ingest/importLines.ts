import type { Incident } from '../../../src/incidents/incident.ts'
import { parseDay } from '../../../src/incidents/day.ts'
import {
  interpretFiles,
  readFiles,
  type ImportedDataset,
  type InterpretOptions,
} from '../../../src/ingest/importFiles.ts'
import type { ImportChoices, TableChoices, TableReport } from '../../../src/query/importReport.ts'
import { expectAccounted } from './expectAccountedReport.ts'

/** The day on which the files are read. */
export const today = parseDay('2025-11-30') ?? 0
export const encoder = new TextEncoder()

/** A file of lines. */
export function fileOf(lines: readonly string[], name = 'reports.csv') {
  return { name, bytes: encoder.encode(`${lines.join('\n')}\n`) }
}

/** Reads files; every record has to be accounted for. */
export async function importFiles(
  files: readonly { name: string; bytes: Uint8Array }[],
  choices: ImportChoices = {},
  options: Partial<InterpretOptions> = {},
): Promise<ImportedDataset> {
  const imported = await interpretFiles(await readFiles(files), choices, { today, ...options })
  expectAccounted(imported.report)
  return imported
}

/** Reads one file of lines. @param chosen for its table */
export async function importLines(lines: readonly string[], chosen: TableChoices = {}) {
  const imported = await importFiles([fileOf(lines)], { 'reports.csv#1': chosen })
  return { imported, table: tableOf(imported), incidents: incidentsOf(imported) }
}

/** The report of a table; of the first one, unless `i` is given. */
export function tableOf({ report }: ImportedDataset, i = 0): TableReport {
  const table = report.files.flatMap(({ tables }) => tables)[i]
  if (!table) throw new Error(`no table ${i}`)
  return table
}

/** All incidents, in the order of their rows. */
export function incidentsOf({ columns: { columns }, record }: ImportedDataset): Incident[] {
  return Array.from({ length: columns.rows }, (_, row) => record(row))
}

/** The columns of most files here. */
export const header = 'id,date,place,lat,lon,type,killed'
