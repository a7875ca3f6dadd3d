import type { FileFaultCode } from '../../../query/importReport.ts'
import { faultOfCompoundFile } from '../compoundFile.ts'
import { FileFault } from '../fileFault.ts'
import type { FaultyFile, FileTable, ReadFile, ReadOptions } from '../fileTable.ts'
import { createPace } from '../pace.ts'
import { createRowAccount } from '../rowAccount.ts'
import { WarningList } from '../warningList.ts'
import { readNumberMeanings } from './numberFormats.ts'
import type { CellContext } from './cellReader.ts'
import { readSheet } from './readSheet.ts'
import { readSharedStrings } from './sharedStrings.ts'
import { createSheetTables } from './sheetTables.ts'
import { readWorkbook } from './workbook.ts'
import { workbookParts, type WorkbookParts } from './workbookParts.ts'
import { zipDirectory } from '../archives/zipDirectory.ts'

/**
 * Reads all sheets of a workbook of Excel 2007 and later (ECMA-376). The rows of each sheet are told apart as those of a
 * CSV file are. Every row is in the account; a workbook that is damaged anywhere is refused as a whole, since what it
 * holds may be wrong anywhere. Addresses that cells lead to are in columns of their own, named `<column> (link)`, where
 * they are not the text of the cell.
 *
 * Read by saxes and fflate, and not by hucre's streaming reader (1.0.0): that compares no checksum of a sheet, takes a
 * sheet that breaks off for one that ends, gives nothing for a text that is missing and the first text for an empty
 * reference, and tells neither hidden sheets and rows nor the format of a number.
 */
export async function readXlsx(
  name: string,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<(ReadFile | FaultyFile)[]> {
  const faulty = (fault: FileFaultCode) => [{ name, bytes: bytes.length, fault }]
  const encrypted = faultOfCompoundFile(bytes)
  if (encrypted) return faulty(encrypted)
  try {
    const sheets = await readSheets(bytes, options)
    if (sheets.account.entries === 0) return faulty('empty-file')
    options.onProgress?.(1)
    return [{ name, format: 'xlsx', bytes: bytes.length, encoding: '', ...sheets }]
  } catch (error) {
    if (error instanceof FileFault) return faulty(error.code)
    throw error
  }
}

async function readSheets(
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<Pick<ReadFile, 'tables' | 'account' | 'warnings'>> {
  const pace = createPace(options)
  const members = zipDirectory(bytes)
  const total = members.reduce((sum, { size }) => sum + size, 1)
  let done = 0
  const parts = workbookParts(bytes, members, (pieceBytes) => {
    done += pieceBytes
    return pace(done / total)
  })
  const workbook = await readWorkbook(parts)
  const context = await readContext(parts, workbook)
  const account = createRowAccount()
  const warnings = new WarningList()
  const tables: FileTable[] = []
  for (const sheet of workbook.sheets) {
    const sheetTables = createSheetTables(sheet.name, warnings)
    await readSheet(parts, sheet.path, context, {
      row: sheetTables.add,
      merge: (line) => warnings.add('merged-cells', line),
      link: sheetTables.addLink,
      comments: () => warnings.add('comments-left-out'),
    })
    const found = sheetTables.finish(account)
    if (sheet.hidden && found.length > 0) warnings.add('hidden-sheet')
    tables.push(...found)
  }
  return { tables, account: account.finish(), warnings: warnings.all() }
}

async function readContext(
  parts: WorkbookParts,
  { sharedStrings, styles, from1904 }: Awaited<ReturnType<typeof readWorkbook>>,
): Promise<CellContext> {
  return {
    strings: sharedStrings === undefined ? [] : await readSharedStrings(parts, sharedStrings),
    meanings: styles === undefined ? [] : await readNumberMeanings(parts, styles),
    from1904,
  }
}
