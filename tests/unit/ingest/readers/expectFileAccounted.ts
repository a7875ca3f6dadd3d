import { expect } from 'vitest'
import type { ReadFile } from '../../../../src/ingest/readers/fileTable.ts'

/**
 * The law of accounts for files of all formats: entries follow each other without gap or overlap from the byte order
 * mark to the end, lines never go back, the counts add up, and each record is in one table once.
 */
export function expectFileAccounted(bytes: Uint8Array, { account, tables }: ReadFile): void {
  const counts: Record<string, number> = {}
  let byte = account.entry(0).startByte ?? 0
  let line = 1
  if (byte > 3) throw new Error(`the first entry starts at byte ${byte}`)
  for (let i = 0; i < account.entries; i += 1) {
    const { kind, startByte, endByte, line: first, lastLine } = account.entry(i)
    const follows = startByte === byte && endByte !== undefined && endByte >= startByte
    if (!follows || first < line || lastLine < first)
      throw new Error(
        `entry ${i} does not follow: ${JSON.stringify(account.entry(i))} after ${byte}, ${line}`,
      )
    byte = endByte
    line = lastLine
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  expect(byte).toBe(bytes.length)
  expect(account.counts).toMatchObject(counts)
  const entries = new Set<number>()
  for (const table of tables) {
    let index = 0
    for (const { entry, cells } of table.rows()) {
      if (account.entry(entry).kind !== 'record' || entries.has(entry)) throw new Error(`entry ${entry}`)
      entries.add(entry)
      if (index % 7 === 0) expect(table.record(index)).toEqual({ entry, cells })
      index += 1
    }
    expect(index).toBe(table.records)
  }
  expect(entries.size).toBe(account.counts.record ?? 0)
}
