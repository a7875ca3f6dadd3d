import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { finished } from 'node:stream/promises'
import Papa from 'papaparse'
import { interpretFiles, readFiles } from '../ingest/importFiles.ts'
import { givenTables } from '../ingest/interpret/givenTables.ts'
import { fileFaultTexts } from '../ingest/readers/fileFaultTexts.ts'
import type { FaultyFile, FileTable, ReadFile } from '../ingest/readers/fileTable.ts'
import type { DayOrder, ImportReport } from '../query/importReport.ts'
import { Failure } from './failure.ts'
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

/** Reads one file and says what is in it, and what became of each record. */
export async function checkFile(file: string, options: CheckOptions): Promise<CheckOutcome> {
  const failed = (message: string): CheckOutcome => ({
    code: 2,
    output: options.json ? JSON.stringify({ file, error: message }) : `${file}\n  ${message}`,
  })
  let read: (ReadFile | FaultyFile)[]
  try {
    read = await readOne(file)
  } catch (reason) {
    if (!(reason instanceof Failure)) throw reason
    return failed(reason.message)
  }
  if (options.rows !== undefined) await writeTables(read, options.rows, basename(file))
  const [first] = read
  if (first && read.length === 1 && 'fault' in first && first.fault !== 'empty-file') {
    return failed(fileFaultTexts[first.fault])
  }
  const today = localDay(new Date())
  const shapes = await readCountryShapes()
  const { dayOrder } = options
  const choices = Object.fromEntries(
    dayOrder ? givenTables(read).map(({ key }) => [key, { dayOrder }] as const) : [],
  )
  const { report, columns } = await interpretFiles(read, choices, {
    today,
    shapes,
    gazetteer: await readGazetteer(),
  })
  return {
    code: codeOf(report),
    output: options.json
      ? JSON.stringify(summarizeImport(file, read, report, columns.columns))
      : describeImport(file, read, report),
  }
}

/** Reads a file in a function of its own, so that its bytes are not held while its records are read. */
async function readOne(file: string): Promise<(ReadFile | FaultyFile)[]> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch {
    throw new Failure('cannot be read: give the path of a file')
  }
  return readFiles([{ name: basename(file), bytes }], { readParquet: readParquetInThread })
}

function codeOf({ files, incidents }: ImportReport): CheckCode {
  if (files.every(({ fault }) => fault !== undefined)) return 2
  const isRejected = files.some(
    ({ fault, tables }) => fault ?? tables.some(({ counts }) => counts.rejected > 0),
  )
  return isRejected || incidents === 0 ? 1 : 0
}

async function writeTables(
  read: readonly (ReadFile | FaultyFile)[],
  folder: string,
  name: string,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  const tables = read.flatMap((each) => ('fault' in each ? [] : each.tables))
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
