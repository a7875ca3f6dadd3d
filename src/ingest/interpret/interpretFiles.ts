import type { ImportChoices, ImportProgress } from '../../query/importReport.ts'
import { createCountryCheck } from '../flags/countryCheck.ts'
import type { ImportedDataset, InterpretOptions } from './importedDataset.ts'
import type { FaultyFile, ReadFile } from '../readers/fileTable.ts'
import { createSlices } from '../slices.ts'
import { aboutFiles } from './aboutFiles.ts'
import { createGathering } from './gathering.ts'
import { givenTables } from './givenTables.ts'
import { reportImport } from './importReport.ts'
import { createLot, type Lot } from './lot.ts'
import { splitMended } from './mendedRows.ts'
import { readLot } from './readLot.ts'
import { rejectRefused } from './refusedEntries.ts'
import { rejectedRows } from './rejectedRows.ts'
import { planTable } from './tablePlan.ts'
import type { Slices } from '../slices.ts'

/**
 * Reads the records of all tables as incidents.
 * @param read as `readFiles` gives them
 * @param choices what the user decided, by key of the table
 */
export async function interpretFiles(
  read: readonly (ReadFile | FaultyFile)[],
  choices: ImportChoices,
  { signal, onProgress, today, shapes }: InterpretOptions,
): Promise<ImportedDataset> {
  const slices = createSlices(signal)
  await slices.rest()
  const lots = await planLots(read, choices, slices)
  const countries = shapes && createCountryCheck(shapes)
  const gathering = createGathering(lots, { today, countries })
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
  const gathered = gathering.gathered()
  return {
    report: reportImport(read, lots, gathered),
    about: aboutFiles(read, lots, today),
    columns: gathered.built,
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
