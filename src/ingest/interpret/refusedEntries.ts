import type { ReadFile } from '../readers/fileTable.ts'
import { isRead, reject, type Lot } from './lot.ts'

/**
 * Puts the entries of a file that its reader refused on the lists of its tables: each on that of the last table that
 * begins before it, else of the first.
 * @param lots the tables of the file
 */
export function rejectRefused(file: ReadFile, lots: readonly Lot[]): void {
  const { account } = file
  const [firstLot] = lots
  if (!firstLot || (account.counts.refused ?? 0) === 0) return
  const starts = lots.map(({ given: { table } }) => (table.records > 0 ? table.record(0).entry : Infinity))
  for (let entry = 0; entry < account.entries; entry += 1) {
    const { kind, refusal = 'not-a-record' } = account.entry(entry)
    if (kind !== 'refused') continue
    const lot = lots[starts.findLastIndex((start) => start <= entry)] ?? firstLot
    if (isRead(lot)) reject(lot, { entry, cells: [] }, -1, { code: refusal, column: -1 })
    else lot.leftOut += 1
  }
}
