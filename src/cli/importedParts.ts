import { open, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Incident } from '../incidents/incident.ts'
import { readFiles, type ImportedDataset } from '../ingest/importFiles.ts'
import type { InputFile } from '../ingest/readers/fileGroups.ts'
import type { ImportReport, TableChoices, TableReport } from '../query/importReport.ts'
import { Failure } from './failure.ts'
import { importInputs, readInput, type ReadChoices } from './readImport.ts'
import { firstLines, textParts } from './textParts.ts'

/** What one part of the files holds. */
export type ImportedPart = Pick<ImportedDataset, 'report' | 'about' | 'columns' | 'record'>

/** Bytes of files that are read together: half a gigabyte of memory or so. */
export const PART_BYTES = 2 ** 26

/** Endings of files that tell of incidents by themselves. Others may need one another, and are read together. */
const ownEndings: ReadonlySet<string> = new Set([
  'csv',
  'tsv',
  'tab',
  'txt',
  'xlsx',
  'parquet',
  'zip',
  'gz',
  'jsonl',
  'ndjson',
])

/** Endings of tables as text, which can be cut. */
const textEndings: ReadonlySet<string> = new Set(['csv', 'tsv', 'tab', 'txt'])

/**
 * Reads files as incidents: together where they are small, else in parts of some files each, or of some records of a large
 * table, so that memory does not follow the size of the files. Incidents of different tables or parts may have one id, as a
 * later one corrects an earlier one.
 * @param onProgress called with the number of records so far
 * @throws Failure where a file is not there, or is too large and cannot be cut; one that cannot be read is named in the report
 */
export async function* importedParts(
  files: readonly string[],
  choices: ReadChoices,
  onProgress: (records: number) => void,
  size = PART_BYTES,
): AsyncGenerator<ImportedPart, void, void> {
  let before = 0
  for (const { paths, isCut } of await planParts(files, size)) {
    const [first = ''] = paths
    const told = (records: number) => onProgress(before + records)
    const parts = isCut ? cutTable(first, choices, told, size) : [await importTogether(paths, choices, told)]
    for await (const part of parts) {
      yield part
      before += recordsOf(part.report)
    }
  }
}

async function importTogether(
  paths: readonly string[],
  choices: ReadChoices,
  onProgress: (records: number) => void,
): Promise<ImportedDataset> {
  return importInputs(await Promise.all(paths.map(readInput)), choices, {
    idsByTable: true,
    skipsUnread: true,
    onProgress,
  })
}

function recordsOf({ files }: ImportReport): number {
  return files.flatMap(({ tables }) => tables).reduce((sum, { counts }) => sum + counts.records, 0)
}

/** Files that are read together, or one that is cut. */
interface PlannedPart {
  paths: string[]
  isCut: boolean
}

async function planParts(files: readonly string[], size: number): Promise<PlannedPart[]> {
  const sized = await Promise.all(files.map(async (path) => ({ path, bytes: (await stat(path)).size })))
  const total = sized.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total <= size) return [{ paths: [...files], isCut: false }]
  const together = files.filter((path) => !ownEndings.has(endingOf(path)))
  const parts: PlannedPart[] = together.length > 0 ? [{ paths: together, isCut: false }] : []
  let filling: { paths: string[]; bytes: number } | undefined
  for (const { path, bytes } of sized) {
    if (!ownEndings.has(endingOf(path))) continue
    const isCut = bytes > size && textEndings.has(endingOf(path))
    if (isCut || !filling || filling.bytes + bytes > size) {
      const paths = [path]
      parts.push({ paths, isCut })
      filling = isCut ? undefined : { paths, bytes }
    } else {
      filling.paths.push(path)
      filling.bytes += bytes
    }
  }
  return parts
}

function endingOf(path: string): string {
  return extname(path).slice(1).toLowerCase()
}

/**
 * Reads a table part by part. Each part has the lines before the first record in front, so that it is read as the first
 * one is.
 * @throws Failure where it is not one table in UTF-8
 */
async function* cutTable(
  path: string,
  choices: ReadChoices,
  onProgress: (records: number) => void,
  size: number,
): AsyncGenerator<ImportedPart, void, void> {
  const name = basename(path)
  const handle = await open(path)
  try {
    let first: FirstPart | undefined
    for await (const { bytes, linesBefore } of textParts(handle, size)) {
      const input = { name, bytes: first ? Buffer.concat([first.head, bytes]) : bytes }
      const imported = await importInputs([input], choices, {
        ...(first && { chosen: first.chosen }),
        idsByTable: true,
        onProgress,
      })
      const table = onlyTable(imported.report, name)
      first ??= await firstPart(input, table)
      if (table && table.headerKey !== first.headerKey) throw cannotBeCut(name)
      yield shiftedLines(imported, first.headLines, linesBefore === 0 ? 0 : linesBefore - first.headLines)
      if (table?.profile === null) return
    }
  } finally {
    await handle.close()
  }
}

/** What the first part of a table tells of the others. */
interface FirstPart {
  headerKey: string
  chosen: TableChoices
  /** The lines before the first record. */
  head: Uint8Array
  headLines: number
}

async function firstPart(input: InputFile, report: TableReport | undefined): Promise<FirstPart> {
  const [file] = await readFiles([input])
  if (!report || !file || 'fault' in file) throw cannotBeCut(input.name)
  const [table] = file.tables
  const headLines = table && table.records > 0 ? file.account.entry(table.record(0).entry).line - 1 : 0
  const { profile, dayOrder, lang, columns, headerKey } = report
  return {
    headerKey,
    chosen: {
      ...(profile && { profile }),
      ...(dayOrder && { dayOrder }),
      lang,
      fields: columns.map(({ field }) => field),
    },
    head: firstLines(input.bytes, headLines),
    headLines,
  }
}

/** @returns undefined for a part without any record, such as the last one of notes */
function onlyTable({ files: [file] }: ImportReport, name: string): TableReport | undefined {
  if (!file || file.tables.length > 1 || file.encoding !== 'utf-8') throw cannotBeCut(name)
  return file.tables[0]
}

function cannotBeCut(name: string): Failure {
  return new Failure(
    `${name} is too large to be read at once, and not one table in UTF-8, which could be read part by part: split it, and load one after another`,
  )
}

/** The part with the lines of the file in place of its own. @param shift added to lines after the first `headLines` */
function shiftedLines(imported: ImportedDataset, headLines: number, shift: number): ImportedPart {
  const lineOf = (line: number) => (line > headLines ? line + shift : line)
  return {
    ...imported,
    report: {
      ...imported.report,
      files: imported.report.files.map((file) => ({
        ...file,
        tables: file.tables.map((table) => ({
          ...table,
          rejections: table.rejections.map((rejection) => ({
            ...rejection,
            examples: rejection.examples.map((example) => ({
              ...example,
              line: lineOf(example.line),
              lastLine: lineOf(example.lastLine),
            })),
          })),
        })),
      })),
    },
    record(row): Incident {
      const incident = imported.record(row)
      const { original } = incident
      return original ? { ...incident, original: { ...original, line: lineOf(original.line) } } : incident
    },
  }
}
