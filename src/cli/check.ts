import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import Papa from 'papaparse'
import { interpretFiles, readFiles } from '../ingest/importFiles.ts'
import { givenTables } from '../ingest/interpret/givenTables.ts'
import { fileFaultTexts } from '../ingest/readers/fileFaultTexts.ts'
import type { FaultyFile, FileTable, ReadFile } from '../ingest/readers/fileTable.ts'
import type { DayOrder, ImportReport } from '../query/importReport.ts'
import { describeImport } from './describeImport.ts'
import { localDay } from './localDay.ts'
import { readCountryShapes } from './readCountryShapes.ts'
import { readParquetInThread } from './readParquetInThread.ts'
import { summarizeImport } from './summarizeImport.ts'

const USAGE = `usage: npm run --silent check -- [--json] [--rows DIR] [--day-first | --month-first] FILE...

  --json      print one JSON line a file
  --day-first, --month-first  order of day and month in dates such as 02/03/2024
  --rows DIR  write each table as read to DIR/FILE_converted.csv (a second one to FILE_converted_2.csv ...)

Exit code 0: all records of all files are incidents; 1: some are not; 2: a file could not be read.`

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
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (reason) {
    return failed(reason instanceof Error ? reason.message : String(reason))
  }
  const read = await readFiles([{ name: basename(file), bytes }], { readParquet: readParquetInThread })
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
  const { report, columns } = await interpretFiles(read, choices, { today, shapes })
  return {
    code: codeOf(report),
    output: options.json
      ? JSON.stringify(summarizeImport(file, read, report, columns.columns))
      : describeImport(file, read, report),
  }
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

/** A name that occurs twice: its tables would overwrite each other. */
function repeatedName(files: readonly string[]): string | undefined {
  const names = files.map((file) => basename(file))
  return names.find((name, i) => names.indexOf(name) !== i)
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      rows: { type: 'string' },
      'day-first': { type: 'boolean', default: false },
      'month-first': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  if (positionals.length === 0) throw new Error(USAGE)
  const repeated = values.rows === undefined ? undefined : repeatedName(positionals)
  if (repeated !== undefined) throw new Error(`--rows: two files are named ${repeated}`)
  let code: CheckCode = 0
  for (const file of positionals) {
    const dayOrder = values['day-first'] ? 'day-first' : values['month-first'] ? 'month-first' : undefined
    const outcome = await checkFile(file, { json: values.json, rows: values.rows, dayOrder })
    console.log(outcome.output)
    if (outcome.code > code) code = outcome.code
  }
  process.exitCode = code
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((reason: unknown) => {
    console.error(reason instanceof Error ? reason.message : reason)
    process.exitCode = 2
  })
}
