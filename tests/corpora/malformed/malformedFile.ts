import type { EntryKind } from '../../../src/ingest/readers/fileTable.ts'
import type { FileFaultCode, RejectionCode } from '../../../src/query/importReport.ts'

/** What reading gives for one file: a fault, or what became of its entries. */
export type Expected =
  | { fault: FileFaultCode }
  | {
      /** All kinds of entries that there are. */
      counts: Partial<Record<EntryKind, number>>
      /** Codes of all warnings in any order; not looked at where absent. */
      warnings?: readonly string[]
      /** Why entries were refused, in their order; not looked at where absent. */
      refusals?: readonly RejectionCode[]
      /** Cells of records by table and index of the record, each joined by `|`. */
      cells?: readonly { table?: number; record: number; text: string }[]
    }

/** A file with a defect, made on the spot. */
export interface MalformedFile {
  /** With the extension by which it would come. */
  name: string
  /** What is wrong with it. */
  defect: string
  bytes: Uint8Array
  /** One a file that is read: several for an archive. */
  expected: readonly Expected[]
}

const encoder = new TextEncoder()

/** UTF-8. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** The bytes of all parts. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Columns of the table that all files of the corpus hold. */
export const columns = ['id', 'date', 'place', 'latitude', 'longitude', 'killed'] as const

/** Its records: invented, as many as defects need. */
export const records: readonly (readonly [string, string, string, string, string, string])[] = [
  ['e1', '2024-01-02', 'Idlib', '35.93', '36.63', '2'],
  ['e2', '2024-01-03', 'Homs', '34.73', '36.71', '0'],
  ['e3', '2024-01-05', 'Hama', '35.13', '36.75', '1'],
  ['e4', '2024-02-11', 'حلب', '36.2', '37.16', ''],
  ['e5', '2024-02-29', 'Deir ez-Zor', '35.34', '40.14', '12'],
  ['e6', '2024-03-01', 'Daraa', '32.62', '36.1', '3'],
  ['e7', '2024-03-17', 'Raqqa', '35.95', '39.01', '0'],
  ['e8', '2024-04-30', 'Château', '48.85', '2.35', '4'],
]
