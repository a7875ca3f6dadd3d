import { expect } from 'vitest'
import type { FaultyFile, ReadFile } from '../../../../src/ingest/readers/fileTable.ts'
import { fileFaultCodes } from '../../../../src/query/importReport.ts'

/**
 * The law that holds for whatever is read, in any format: a file is refused for a known reason, or all its entries are
 * accounted for: kinds add up, byte ranges follow each other without a gap from the byte order mark to the end, lines
 * do not go back, and every record is in one table and can be read again by its index.
 */
export function expectLawful(file: ReadFile | FaultyFile): void {
  if ('fault' in file) {
    expect(fileFaultCodes).toContain(file.fault)
    return
  }
  const { account, tables, bytes, name } = file
  const kinds = new Map<string, number>()
  let end: number | undefined
  for (let i = 0; i < account.entries; i += 1) {
    const entry = account.entry(i)
    kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + 1)
    const isAfter = end === undefined ? (entry.startByte ?? 0) <= 3 : entry.startByte === end
    if (!isAfter || entry.lastLine < entry.line || entry.line < 1)
      throw new Error(`${name}: entry ${i} does not follow the one before: ${JSON.stringify(entry)}`)
    if (entry.endByte !== undefined) end = entry.endByte
  }
  if (end !== undefined) expect(end).toBe(bytes)
  const counts = Object.entries(account.counts).filter(([, count]) => count > 0)
  expect(new Map(counts)).toEqual(kinds)
  const seen = new Set<number>()
  for (const table of tables) {
    let index = 0
    for (const row of table.rows()) {
      if (account.entry(row.entry).kind !== 'record' || seen.has(row.entry))
        throw new Error(`${name}: entry ${row.entry} is no record, or in two tables`)
      seen.add(row.entry)
      if (index % 97 === 0) expect(table.record(index)).toEqual(row)
      index += 1
    }
    expect(index).toBe(table.records)
    expect(() => table.record(table.records)).toThrow(RangeError)
  }
  expect(seen.size).toBe(kinds.get('record') ?? 0)
}
