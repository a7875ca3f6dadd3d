import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import Papa from 'papaparse'
import type { FileTable } from '../ingest/readers/fileTable.ts'
import { readTable, type ReadTables } from '../ingest/readers/readTable.ts'
import { tableFaultTexts } from '../ingest/readers/tableFaultTexts.ts'
import { describeTables, summarizeTables } from './describeTables.ts'

const USAGE = `usage: npm run --silent check -- [--json] [--rows DIR] FILE...

  --json      print one JSON line a file
  --rows DIR  write each table as read to DIR/FILE_converted.csv (a second one to FILE_converted_2.csv ...)

Exit code 0: all records of all files were read; 1: some were kept out; 2: a file could not be read.`

/** 0: all records were read; 1: some were kept out; 2: the file could not be read. */
export type CheckCode = 0 | 1 | 2

export interface CheckOutcome {
  code: CheckCode
  /** What to print: text in words, or one line of JSON. */
  output: string
}

/**
 * Reads one file and says what is in it.
 * @param options.rows folder that the tables are written to; none are written where it is undefined
 */
export async function checkFile(
  file: string,
  options: { json: boolean; rows: string | undefined },
): Promise<CheckOutcome> {
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
  const result = await readTable(bytes)
  if (!result.ok) return failed(tableFaultTexts[result.code])
  if (options.rows !== undefined) await writeTables(result.value, options.rows, basename(file))
  return {
    code: result.value.account.counts.refused > 0 ? 1 : 0,
    output: options.json
      ? JSON.stringify(summarizeTables(file, result.value))
      : describeTables(file, result.value),
  }
}

async function writeTables({ tables }: ReadTables, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
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
    const outcome = await checkFile(file, { json: values.json, rows: values.rows })
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
