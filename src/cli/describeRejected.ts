import { fileFaultTexts } from '../ingest/readers/fileFaultTexts.ts'
import { flagTexts, notIncidentsTexts, rejectionTexts } from '../ingest/rejectionTexts.ts'
import type { FileReport, ImportReport, TableReport } from '../query/importReport.ts'

/**
 * The files that could not be read or are given twice, and the tables that hold no incidents, such as notes: nothing is
 * left out without a word.
 */
export function describeLeftOut({ files }: ImportReport): string[] {
  return files.flatMap(({ name, fault, tables }) => [
    ...(fault ? [`${name}: ${fileFaultTexts[fault]}`] : []),
    ...tables.flatMap((table) =>
      table.notIncidents === null
        ? []
        : [`${nameOf(table)}: left out, ${notIncidentsTexts[table.notIncidents]}`],
    ),
  ])
}

/** Whether a file could not be read, other than one that was given twice. */
export function isUnread({ fault }: FileReport): boolean {
  return fault !== undefined && fault !== 'same-file'
}

/** What there is to look at in the records that are not rejected, table by table. */
export function describeFlags({ files }: ImportReport): string[] {
  return files
    .flatMap(({ tables }) => tables)
    .flatMap((table) =>
      table.flags.map(({ code, count }) => `${nameOf(table)}: ${count} x to check: ${flagTexts[code]}`),
    )
}

/** The records that are rejected, table by table; [] where there are none. */
export function describeRejected({ files }: ImportReport): string[] {
  return files.flatMap(({ tables, others, name }) => [
    ...tables.filter(({ counts }) => counts.rejected > 0).flatMap(describeRejections),
    ...(tables.length === 0 && (others['refused'] ?? 0) > 0
      ? [`${name}: ${counted(others['refused'] ?? 0, 'row')} with broken syntax`]
      : []),
  ])
}

function describeRejections(table: TableReport): string[] {
  const { counts, rejections } = table
  return [
    `${nameOf(table)}: ${counts.rejected} of ${counted(counts.records, 'record')} rejected`,
    ...rejections.flatMap(({ code, count, examples }) => [
      `  ${count} x ${rejectionTexts[code]}`,
      ...examples
        .slice(0, 5)
        .map(
          ({ line, column, value, file }) =>
            `    ${file === undefined ? '' : `${file}, `}line ${line}${column && `, ${column}`}${value && `: ${value}`}`,
        ),
    ]),
  ]
}

function nameOf({ file, table }: TableReport): string {
  return table ? `${file} (${table})` : file
}

/** Such as "2 rows". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
