import { expect } from 'vitest'
import { decodeText } from '../../../../src/ingest/readers/decodeText.ts'
import type { ReadTables } from '../../../../src/ingest/readers/readTable.ts'

/**
 * The law of accounts: byte ranges and lines follow each other without gap or overlap from the byte order mark to the
 * end, the counts of kinds add up, each record is in one table, and its cells hold all its characters but delimiters,
 * quotes, backslashes and white space.
 */
export function expectAccounted(bytes: Uint8Array, { account, tables, dialect, encoding }: ReadTables): void {
  let byte = account.markBytes
  let line = 1
  const kinds: Record<string, number> = {}
  for (let i = 0; i < account.entries; i += 1) {
    const entry = account.entry(i)
    if (entry.startByte !== byte || entry.line !== line || entry.endByte <= entry.startByte)
      throw new Error(`entry ${i} does not follow the one before: ${JSON.stringify(entry)}`)
    byte = entry.endByte
    line = entry.lastLine + 1
    kinds[entry.kind] = (kinds[entry.kind] ?? 0) + 1
  }
  expect(byte).toBe(bytes.length)
  expect(line - 1).toBe(account.lines)
  expect(account.counts).toMatchObject(kinds)
  expect(Object.values(account.counts).reduce((a, b) => a + b, 0)).toBe(account.entries)
  const textOf = decoderOf(bytes, encoding, account.markBytes)
  const structure = new RegExp(`[\\s\\\\"'${dialect.syntax.delimiter.replaceAll(/[\\^\]-]/g, '\\$&')}]`, 'g')
  let records = 0
  for (const table of tables) {
    let inTable = 0
    for (const { entry, cells } of table.rows()) {
      const { kind, startByte, endByte } = account.entry(entry)
      const raw = textOf(startByte, endByte)
      if (kind !== 'record' || raw.replaceAll(structure, '') !== cells.join('').replaceAll(structure, ''))
        throw new Error(`record ${entry} (${kind}) lost text: ${JSON.stringify([raw, cells])}`)
      inTable += 1
    }
    expect(inTable).toBe(table.records)
    records += inTable
  }
  expect(records).toBe(account.counts.record)
}

/** Text of a byte range. Windows-1252 has one character a byte, and some versions of Node decode it wrongly. */
function decoderOf(
  bytes: Uint8Array,
  encoding: string,
  markBytes: number,
): (start: number, end: number) => string {
  if (encoding !== 'windows-1252') {
    const decoder = new TextDecoder(encoding, { ignoreBOM: true })
    return (start, end) => decoder.decode(bytes.subarray(start, end))
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new Error(decoded.code)
  return (start, end) => decoded.value.text.slice(start - markBytes, end - markBytes)
}
