import type { BuiltColumns } from '../incidents/columnsBuilder.ts'
import type { Day } from '../incidents/day.ts'
import type { DatasetAbout, Incident } from '../incidents/incident.ts'
import type { ImportChoices, ImportProgress, ImportReport, RejectionCode } from '../query/importReport.ts'
import { createCountryCheck } from './flags/countryCheck.ts'
import { aboutFiles } from './interpret/aboutFiles.ts'
import { createGathering, type Extent } from './interpret/gathering.ts'
import { givenTables } from './interpret/givenTables.ts'
import { reportImport } from './interpret/importReport.ts'
import { createLot, type Lot } from './interpret/lot.ts'
import { splitMended } from './interpret/mendedRows.ts'
import { readLot } from './interpret/readLot.ts'
import { rejectRefused } from './interpret/refusedEntries.ts'
import { rejectedRows } from './interpret/rejectedRows.ts'
import { planTable } from './interpret/tablePlan.ts'
import type { CountryShapes } from './laws/countryShapes.ts'
import type { Gazetteer } from './gazetteer/gazetteer.ts'
import { groupFiles, readGroup, type InputFile } from './readers/fileGroups.ts'
import type { FaultyFile, FileReader, ReadFile } from './readers/fileTable.ts'
import { createSlices, type Slices } from './slices.ts'

export interface ImportOptions {
  /** Aborting it rejects the promise with the signal's reason, within half a second. */
  signal?: AbortSignal
  onProgress?: (progress: ImportProgress) => void
}

export interface ReadFilesOptions extends ImportOptions {
  /** Reads Parquet in a process that can be ended; without it Parquet is read like any other format. */
  readParquet?: FileReader
}

export interface InterpretOptions extends ImportOptions {
  /** The current day: later dates are flagged. */
  today: Day
  /** Where countries are; absent: whether positions lie in the stated country is not looked at. */
  shapes?: CountryShapes
  /** Positions of places; absent: records without a position stay without. */
  gazetteer?: Gazetteer
  /**
   * Whether incidents of different tables may have one id, as where a later one corrects an earlier one; absent: the later
   * one gets an id of its own.
   */
  idsByTable?: boolean
}

/** Incidents of files, and what became of every row. */
export interface ImportedDataset {
  report: ImportReport
  about: DatasetAbout
  /** Incidents as columns; `order` of them is of no use here: `record` takes rows. */
  columns: BuiltColumns
  /** What the incidents of some of the files span. */
  extentOf(files: readonly (ReadFile | FaultyFile)[]): Extent
  /** The full record of a row of the columns, read again from its file. @throws RangeError where there is no such row */
  record(row: number): Incident
  /**
   * The rejected records of a table as lines of CSV, header first: the original columns, then `rejected_reason`,
   * `rejected_line`, `rejected_column` and `rejected_file`. Mended and given again, they join the table.
   * @param key of a TableReport
   * @param reason text for a code; English where absent
   * @throws RangeError where no table has that key
   */
  rejectedRows(key: string, reason?: (code: RejectionCode) => string): Generator<string, void, void>
}

/** Files that were read as one, and what they hold. */
export interface ReadGroup {
  files: readonly InputFile[]
  read: (ReadFile | FaultyFile)[]
}

/**
 * Reads the tables of files. Several come from an archive; files that make up one data set of this program are one. A
 * file with the bytes of an earlier one is given back with the fault `same-file`.
 */
export async function readFiles(
  files: readonly InputFile[],
  options: ReadFilesOptions = {},
): Promise<(ReadFile | FaultyFile)[]> {
  const groups = await readGroups(files, options)
  return groups.flatMap(({ read }) => read)
}

/** As `readFiles`, with the files that each was read from. */
export async function readGroups(
  files: readonly InputFile[],
  { signal, onProgress, readParquet }: ReadFilesOptions = {},
): Promise<ReadGroup[]> {
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const isRepeated = ({ bytes }: InputFile, i: number) =>
    files.slice(0, i).some((earlier) => haveSameBytes(earlier.bytes, bytes))
  const repeated = files.filter(isRepeated)
  const groups: ReadGroup[] = []
  let before = 0
  for (const group of groupFiles(files.filter((file) => !repeated.includes(file)))) {
    const start = before
    const bytes = group.files.reduce((sum, file) => sum + file.bytes.length, 0)
    const onShare = (share: number) => onProgress?.({ bytes: start + share * bytes, totalBytes, records: 0 })
    const read = await readGroup(group, {
      ...(signal && { signal }),
      ...(readParquet && { readParquet }),
      onProgress: onShare,
    })
    groups.push({ files: group.files, read })
    before += bytes
  }
  const ofRepeated = repeated.map((file): ReadGroup => {
    const { name, bytes } = file
    return { files: [file], read: [{ name, bytes: bytes.length, fault: 'same-file' }] }
  })
  return inOrderOf(files, [...groups, ...ofRepeated])
}

/** The groups in the order of their first files. */
function inOrderOf(files: readonly InputFile[], groups: readonly ReadGroup[]): ReadGroup[] {
  const indexOf = new Map(files.map((file, i) => [file, i]))
  const first = (group: ReadGroup) => Math.min(...group.files.map((file) => indexOf.get(file) ?? Infinity))
  return groups.toSorted((a, b) => first(a) - first(b))
}

function haveSameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length > 0 && a.length === b.length && a.every((byte, i) => byte === b[i])
}

/**
 * Reads the records of all tables as incidents.
 * @param read as `readFiles` gives them
 * @param choices what the user decided, by key of the table
 */
export async function interpretFiles(
  read: readonly (ReadFile | FaultyFile)[],
  choices: ImportChoices,
  { signal, onProgress, today, shapes, gazetteer, idsByTable = false }: InterpretOptions,
): Promise<ImportedDataset> {
  const slices = createSlices(signal)
  await slices.rest()
  const lots = await planLots(read, choices, slices)
  const countries = shapes && createCountryCheck(shapes)
  const gathering = createGathering(lots, { today, countries, gazetteer, idsByTable })
  const progress = progressOf(read, onProgress)
  for (const lot of lots) {
    const base = lots.find(({ given }) => given === lot.mended?.base)
    await readLot(lot, base, (row, flags, records) => gathering.add(lot, row, flags, records), {
      slices,
      onRecord: (records) => progress.within(lot, records),
    })
    progress.done(lot)
  }
  for (const file of read) {
    if (!('fault' in file))
      rejectRefused(
        file,
        lots.filter(({ given }) => given.file === file),
      )
  }
  const gathered = await gathering.gathered(slices)
  return {
    report: reportImport(read, lots, gathered),
    about: aboutFiles(read, lots, today),
    columns: gathered.built,
    extentOf: (files) => gathered.extentOf(lots.filter(({ given }) => files.includes(given.file))),
    record: gathered.record,
    rejectedRows(key, reason) {
      const lot = lots.find(({ given }) => given.key === key)
      if (!lot) throw new RangeError(`no table ${key}`)
      return rejectedRows(lot, reason)
    },
  }
}

/** One lot a table; mended rows come after the tables that they belong to, and are read as these. */
async function planLots(
  read: readonly (ReadFile | FaultyFile)[],
  choices: ImportChoices,
  slices: Slices,
): Promise<Lot[]> {
  const tables = givenTables(read)
  const { whole, mended } = splitMended(tables)
  const lots: Lot[] = []
  for (const given of whole) {
    lots.push(createLot(given, await planTable(given, tables, choices[given.key] ?? {}, slices)))
  }
  for (const each of mended) {
    const base = lots.find(({ given }) => given === each.base)
    const chosen = choices[each.given.key] ?? {}
    const plan = base
      ? { ...base.plan, skipped: base.plan.skipped || chosen.skip === true }
      : await planTable(each.given, tables, chosen, slices)
    lots.push(createLot(each.given, plan, each))
    if (!base || plan.skipped) continue
    for (let record = 0; record < each.given.table.records; record += 1) {
      const line = each.lineOf(record)
      if (line !== undefined) base.mendedLines.set(line, undefined)
    }
  }
  return lots
}

/** Says how far reading has come, in bytes of the files and in records. */
function progressOf(
  read: readonly (ReadFile | FaultyFile)[],
  onProgress: ((progress: ImportProgress) => void) | undefined,
) {
  const totalBytes = read.reduce((sum, { bytes }) => sum + bytes, 0)
  let [bytesBefore, recordsBefore] = [0, 0]
  const share = ({ given: { file, table } }: Lot, records: number) => {
    const all = file.tables.reduce((sum, each) => sum + each.records, 0)
    return all === 0 || table.records === 0 ? 0 : (records / all) * file.bytes
  }
  return {
    within(lot: Lot, records: number) {
      onProgress?.({ bytes: bytesBefore + share(lot, records), totalBytes, records: recordsBefore + records })
    },
    done(lot: Lot) {
      const { records } = lot.given.table
      bytesBefore += share(lot, records)
      recordsBefore += records
      onProgress?.({ bytes: bytesBefore, totalBytes, records: recordsBefore })
    },
  }
}
