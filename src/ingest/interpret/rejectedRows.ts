import { rejectionCodes, type RejectionCode } from '../../query/importReport.ts'
import { rejectionTexts } from '../rejectionTexts.ts'
import { csvLine } from './csvLine.ts'
import type { Lot } from './lot.ts'
import { rejectedColumns } from './mendedRows.ts'

/** Spreadsheet programs read a file as UTF-8 only if it begins with this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The rejected records of a table as lines of CSV: the original cells, then why, line, column and file. A record that
 * its reader refused has no cells. Given again, the rows join the table.
 */
export function* rejectedRows(
  { given, rejected, mended }: Lot,
  reason: (code: RejectionCode) => string = (code) => rejectionTexts[code],
): Generator<string, void, void> {
  const { table, file, head } = given
  const columns = Array.from({ length: head.width }, (_, i) => table.columns[i] ?? String(i + 1))
  yield BYTE_ORDER_MARK + csvLine([...columns, ...rejectedColumns])
  const [records, entries] = [rejected.records.taken(), rejected.entries.taken()]
  const [codes, atColumn] = [rejected.codes.taken(), rejected.columns.taken()]
  for (let i = 0; i < records.length; i += 1) {
    const record = records[i] ?? -1
    const cells = record === -1 ? [] : table.record(record).cells
    const code = rejectionCodes[codes[i] ?? 0] ?? 'not-a-record'
    const entry = file.account.entry(entries[i] ?? 0)
    const line = mended?.lineOf(record) ?? entry.line
    const whole = [...cells, ...Array.from({ length: Math.max(0, columns.length - cells.length) }, () => '')]
    const column = entry.fault?.field ?? columns[atColumn[i] ?? -1] ?? ''
    yield csvLine([
      ...whole.slice(0, columns.length),
      reason(code),
      String(line),
      column,
      mended?.base?.file.name ?? entry.file ?? file.name,
    ])
  }
}
