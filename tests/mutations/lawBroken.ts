import type { FaultyFile, ReadFile } from '../../src/ingest/readers/fileTable.ts'
import { fileFaultCodes, type ImportReport } from '../../src/query/importReport.ts'

/** Records between two that are read again by their index. */
const SAMPLE = 97

/**
 * What is wrong with a file as read, in any format; undefined where nothing is. The law: it is refused for a known
 * reason, or all its entries are accounted for: kinds add up, byte ranges follow each other without a gap from the byte
 * order mark to the end, and every record is in one table and can be read again by its index.
 */
export function lawBroken(file: ReadFile | FaultyFile): string | undefined {
  if ('fault' in file) return fileFaultCodes.includes(file.fault) ? undefined : 'a fault without a name'
  return accountBroken(file) ?? tablesBroken(file)
}

function accountBroken({ account, bytes }: ReadFile): string | undefined {
  const kinds = new Map<string, number>()
  let end: number | undefined
  for (let i = 0; i < account.entries; i += 1) {
    const entry = account.entry(i)
    kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + 1)
    const isAfter = end === undefined ? (entry.startByte ?? 0) <= 3 : entry.startByte === end
    if (!isAfter || entry.lastLine < entry.line || entry.line < 1)
      return `entry ${i} does not follow the one before: ${JSON.stringify(entry)}`
    if (entry.endByte !== undefined) end = entry.endByte
  }
  if (end !== undefined && end !== bytes) return `the last entry ends at ${end} of ${bytes}`
  for (const [kind, count] of Object.entries(account.counts))
    if (count !== (kinds.get(kind) ?? 0)) return `${count} of kind ${kind} are ${kinds.get(kind)}`
  const counted = Object.values(account.counts).reduce((sum, count) => sum + count, 0)
  return counted === account.entries ? undefined : `${account.entries} entries are ${counted}`
}

function tablesBroken({ account, tables }: ReadFile): string | undefined {
  const seen = new Set<number>()
  for (const table of tables) {
    let index = 0
    for (const row of table.rows()) {
      if (account.entry(row.entry).kind !== 'record') return `entry ${row.entry} is no record`
      if (seen.has(row.entry)) return `entry ${row.entry} is in two tables`
      seen.add(row.entry)
      const again = index % SAMPLE === 0 ? table.record(index) : row
      if (again.cells.join('\n') !== row.cells.join('\n')) return `record ${index} is another by its index`
      index += 1
    }
    if (index !== table.records) return `${table.records} records are ${index}`
  }
  const records = account.counts.record ?? 0
  return seen.size === records ? undefined : `${records} records are ${seen.size} in tables`
}

/**
 * What is wrong with a report; undefined where nothing is. The law: accepted, rejected and left out records are all
 * records of a table; these and the rows that are no records are all rows of a file; each rejected record has a reason.
 */
export function reportBroken({ files, incidents }: ImportReport): string | undefined {
  let made = 0
  for (const { rows, others, tables } of files) {
    let accounted = Object.values(others).reduce((sum, count) => sum + count, 0)
    for (const { counts, rejections, incidents: ofTable } of tables) {
      if (counts.accepted + counts.rejected + counts.leftOut !== counts.records)
        return `not all of ${JSON.stringify(counts)}`
      const reasons = rejections.reduce((sum, { count }) => sum + count, 0)
      if (reasons !== counts.rejected) return `${reasons} reasons for ${counts.rejected} rejected records`
      if (ofTable > counts.accepted) return `${ofTable} incidents of ${counts.accepted} accepted records`
      made += ofTable
      accounted += counts.records
    }
    if (accounted !== rows) return `${accounted} of ${rows} rows are accounted for`
  }
  return made === incidents ? undefined : `${made} incidents of tables are ${incidents} in all`
}
