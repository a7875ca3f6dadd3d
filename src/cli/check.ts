import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { finished } from 'node:stream/promises'
import Papa from 'papaparse'
import {
  interpretFiles,
  readFiles,
  readGroups,
  type ImportedDataset,
  type ReadGroup,
} from '../ingest/importFiles.ts'
import { givenTables } from '../ingest/interpret/givenTables.ts'
import type { InputFile } from '../ingest/readers/fileGroups.ts'
import { fileFaultTexts } from '../ingest/readers/fileFaultTexts.ts'
import type { FileTable } from '../ingest/readers/fileTable.ts'
import type { DayOrder, ImportReport } from '../query/importReport.ts'
import { describeImport } from './describeImport.ts'
import { localDay } from '../incidents/localDay.ts'
import { readCountryShapes } from './readCountryShapes.ts'
import { readGazetteer } from './readGazetteer.ts'
import { readParquetInThread } from './readParquetInThread.ts'
import { summarizeImport } from './summarizeImport.ts'

/** 0: all records were accepted; 1: some were not; 2: the file could not be read. */
export type CheckCode = 0 | 1 | 2

export interface CheckOutcome {
  code: CheckCode
  /** What to print: text in words, or one line of JSON. */
  output: string
}

export interface CheckOptions {
  json: boolean
  /** Folder that the tables are written to; none are written where it is undefined. */
  rows: string | undefined
  /** Order of day and month in dates that may be read in either order. */
  dayOrder?: DayOrder | undefined
}

/**
 * Reads files together and says of each what is in it, and what became of each record: tables that belong together are
 * joined, whichever file they are in. Files that make up one data set of this program have one outcome.
 * @param paths of files, or of folders whose files are read
 */
export async function checkFiles(paths: readonly string[], options: CheckOptions): Promise<CheckOutcome[]> {
  const inputs = (await Promise.all(paths.map(inputsOf))).flat()
  const given = inputs.flatMap((input) => ('bytes' in input ? [input] : []))
  const groups = await readGroups(given, { readParquet: readParquetInThread })
  for (const group of options.rows === undefined ? [] : groups) await writeGroup(group, options.rows ?? '')
  const read = groups.flatMap((group) => group.read)
  const { dayOrder } = options
  const choices = dayOrder ? givenTables(read).map(({ key }) => [key, { dayOrder }] as const) : []
  const imported = await interpretFiles(read, Object.fromEntries(choices), {
    today: localDay(new Date()),
    shapes: await readCountryShapes(),
    gazetteer: await readGazetteer(),
  })
  const pathOf = new Map<InputFile | undefined, string>(given.map((file) => [file, file.path]))
  const outcomes = new Map(
    groups.map((group) => {
      const [first] = group.files
      const path = pathOf.get(first) ?? ''
      const name = group.files.length > 1 ? `${path} (${group.files.length} files)` : path
      return [first, outcomeOf(name, group.read, { all: read, imported, options })]
    }),
  )
  return inputs.flatMap((input) =>
    'bytes' in input ? (outcomes.get(input) ?? []) : [failed(input.path, input.reason, options)],
  )
}

/** A file with the path that it is named by. */
type GivenFile = InputFile & { path: string }

/** The file at a path, or the files below the folder there, hidden ones left out. */
async function inputsOf(path: string): Promise<(GivenFile | { path: string; reason: string })[]> {
  try {
    if (!(await stat(path)).isDirectory())
      return [{ path, name: basename(path), bytes: await readFile(path) }]
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
    return await Promise.all(
      files.map(async (file) => ({
        path: file,
        name: relative(path, file).replaceAll('\\', '/'),
        bytes: await readFile(file),
      })),
    )
  } catch {
    return [{ path, reason: 'cannot be read: give the path of a file or folder' }]
  }
}

function failed(file: string, message: string, { json }: CheckOptions): CheckOutcome {
  return { code: 2, output: json ? JSON.stringify({ file, error: message }) : `${file}\n  ${message}` }
}

/** @param all that was read together */
function outcomeOf(
  name: string,
  read: ReadGroup['read'],
  {
    all,
    imported: { report, extentOf },
    options,
  }: { all: ReadGroup['read']; imported: ImportedDataset; options: CheckOptions },
): CheckOutcome {
  const [first] = read
  if (first && read.length === 1 && 'fault' in first && first.fault !== 'empty-file')
    return failed(name, fileFaultTexts[first.fault], options)
  const ofFile = report.files.filter((_, i) => read.some((each) => each === all[i]))
  const { actors, days, bounds } = extentOf(read)
  const incidents = ofFile.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.incidents, 0)
  const own = { files: ofFile, incidents, days, bounds }
  return {
    code: codeOf(own),
    output: options.json
      ? JSON.stringify(summarizeImport(name, read, own, actors))
      : describeImport(name, read, own),
  }
}

function codeOf({ files, incidents }: ImportReport): CheckCode {
  if (files.every(({ fault }) => fault !== undefined)) return 2
  const isRejected = files.some(
    ({ fault, tables }) => fault ?? tables.some(({ counts }) => counts.rejected > 0),
  )
  return isRejected || incidents === 0 ? 1 : 0
}

/** Writes the tables of a file as read; those of a file that was given before too. */
async function writeGroup({ files, read }: ReadGroup, folder: string): Promise<void> {
  const [first] = files
  if (!first) return
  const isRepeated = read.some((each) => 'fault' in each && each.fault === 'same-file')
  const own = isRepeated ? await readFiles([first], { readParquet: readParquetInThread }) : read
  await mkdir(folder, { recursive: true })
  const tables = own.flatMap((each) => ('fault' in each ? [] : each.tables))
  const name = first.name.replaceAll('/', '_')
  const pathOf = (i: number) => join(folder, `${name}_converted${i === 0 ? '' : `_${i + 1}`}.csv`)
  await writeTable(tables[0], pathOf(0))
  for (const [i, table] of tables.entries()) if (i > 0) await writeTable(table, pathOf(i))
}

/** Rows written at once. */
const BATCH = 5000

/** Writes a table as RFC 4180 CSV in UTF-8, the header first where there is one; no table is an empty file. */
async function writeTable(table: FileTable | undefined, path: string): Promise<void> {
  const out = createWriteStream(path)
  const write = async (rows: string[][]) => {
    if (rows.length > 0 && !out.write(`${Papa.unparse(rows)}\r\n`)) await once(out, 'drain')
  }
  if (table) {
    let batch: string[][] = table.columns.length > 0 ? [[...table.columns]] : []
    for (const { cells } of table.rows()) {
      batch.push(cells)
      if (batch.length < BATCH) continue
      await write(batch)
      batch = []
    }
    await write(batch)
  }
  out.end()
  await finished(out)
}
