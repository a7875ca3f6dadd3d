import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Day } from '../incidents/day.ts'
import { localDay } from '../incidents/localDay.ts'
import type { Language } from '../incidents/vocabulary.ts'
import { interpretFiles, readFiles, type ImportedDataset } from '../ingest/importFiles.ts'
import type { InputFile } from '../ingest/readers/fileGroups.ts'
import { givenTables } from '../ingest/interpret/givenTables.ts'
import { fileFaultTexts } from '../ingest/readers/fileFaultTexts.ts'
import { mappedFields, type DayOrder, type MappedField, type TableChoices } from '../query/importReport.ts'
import { Failure } from './failure.ts'
import { readCountryShapes } from './readCountryShapes.ts'
import { readGazetteer } from './readGazetteer.ts'
import { readParquetInThread } from './readParquetInThread.ts'

const SECONDS_PER_DAY = 86_400

/** What is decided for all tables. */
export interface ReadChoices {
  dayOrder?: DayOrder | undefined
  lang?: Language | undefined
  /** Path of a JSON file that gives columns their fields: `{ "Column": "field" }`. */
  mapping?: string | undefined
}

/**
 * Reads files as incidents.
 * @param onProgress called with the number of records so far
 * @throws Failure where a file cannot be read, or the mapping is none
 */
export async function readImport(
  paths: readonly string[],
  choices: ReadChoices,
  onProgress: (records: number) => void,
): Promise<ImportedDataset> {
  return importInputs(await Promise.all(paths.map(readInput)), choices, { onProgress })
}

interface ImportInputsOptions {
  chosen?: TableChoices
  idsByTable?: boolean
  skipsUnread?: boolean
  onProgress: (records: number) => void
}

/**
 * As `readImport`, of files that are in memory.
 * @param options.chosen how every table is read, where `choices` leave it open
 * @param options.idsByTable as `interpretFiles` takes it
 * @param options.skipsUnread whether a file that cannot be read is only named in the report
 */
export async function importInputs(
  files: readonly InputFile[],
  choices: ReadChoices,
  { chosen = {}, idsByTable = false, skipsUnread = false, onProgress }: ImportInputsOptions,
): Promise<ImportedDataset> {
  const mapping = choices.mapping === undefined ? undefined : await readMapping(choices.mapping)
  const read = await readFiles(files, { readParquet: readParquetInThread })
  for (const file of read)
    if ('fault' in file && file.fault !== 'same-file' && !skipsUnread)
      throw new Failure(`${file.name}: ${fileFaultTexts[file.fault]}`)
  const { dayOrder, lang } = choices
  const ofTables = givenTables(read).map(({ key, table }): [string, TableChoices] => [
    key,
    {
      ...chosen,
      ...(dayOrder && { dayOrder }),
      ...(lang && { lang }),
      ...(mapping && { fields: table.columns.map((name) => mapping.get(name) ?? null) }),
    },
  ])
  return interpretFiles(read, Object.fromEntries(ofTables), {
    today: today(),
    shapes: await readCountryShapes(),
    gazetteer: await readGazetteer(),
    idsByTable,
    onProgress: ({ records }) => onProgress(records),
  })
}

/** @throws Failure where the file cannot be read */
export async function readInput(path: string): Promise<InputFile> {
  try {
    return { name: basename(path), bytes: await readFile(path) }
  } catch {
    throw new Failure(`${path} cannot be read: give the path of a file`)
  }
}

async function readMapping(path: string): Promise<Map<string, MappedField>> {
  const { bytes } = await readInput(path)
  let plain: unknown
  try {
    plain = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    plain = undefined
  }
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    throw new Failure(`${path} is no mapping: write {"Name of a column": "field"} as JSON`)
  return new Map(
    Object.entries(plain).map(([column, field]) => {
      const known = mappedFields.find((each) => each === field)
      if (!known)
        throw new Failure(`${path}: "${String(field)}" is no field: write one of ${mappedFields.join(', ')}`)
      return [column, known]
    }),
  )
}

/** The current day where the program runs; in UTC that of SOURCE_DATE_EPOCH, where that is set. */
function today(): Day {
  const seconds = process.env['SOURCE_DATE_EPOCH']
  return seconds !== undefined && /^\d{1,11}$/.test(seconds)
    ? Math.floor(Number(seconds) / SECONDS_PER_DAY)
    : localDay(new Date())
}
