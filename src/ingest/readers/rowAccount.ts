import { growable } from '../../incidents/growable.ts'
import type { RejectionCode } from '../../query/importReport.ts'
import type { EntryKind, FileAccount, FileEntry } from './fileTable.ts'

const kinds = [
  'record',
  'header',
  'hxl',
  'preamble',
  'blank',
  'comment',
  'footer',
  'refused',
  'structure',
] as const satisfies readonly EntryKind[]

/** The account of a file that is read by rows, not by bytes; grows by one entry a row. */
export interface RowAccount {
  /**
   * Adds an entry.
   * @param line first and last row, from 1
   * @param refusal why it was refused
   * @returns its index
   */
  add(kind: EntryKind, line: number, lastLine: number, refusal?: RejectionCode): number
  /** All entries so far. Nothing may be added afterwards. */
  finish(): FileAccount
}

/** An account without entries. */
export function createRowAccount(): RowAccount {
  const ofKind = growable(Uint8Array)
  const lines = growable(Uint32Array)
  const lastLines = growable(Uint32Array)
  const refusals = new Map<number, RejectionCode>()
  return {
    add(kind, line, lastLine, refusal) {
      if (refusal) refusals.set(ofKind.length(), refusal)
      ofKind.push(kinds.indexOf(kind))
      lines.push(line)
      lastLines.push(lastLine)
      return ofKind.length() - 1
    },
    finish() {
      const [kindAt, lineAt, lastLineAt] = [ofKind.taken(), lines.taken(), lastLines.taken()]
      const totals = kinds.map(() => 0)
      for (const kind of kindAt) totals[kind] = (totals[kind] ?? 0) + 1
      const counts: Partial<Record<EntryKind, number>> = {}
      kinds.forEach((kind, i) => {
        if (totals[i]) counts[kind] = totals[i]
      })
      return {
        entries: kindAt.length,
        counts,
        entry(index) {
          const kind = kinds[kindAt[index] ?? -1]
          if (kind === undefined) throw new RangeError(`no entry ${index}`)
          const refusal = refusals.get(index)
          const entry: FileEntry = { kind, line: lineAt[index] ?? 0, lastLine: lastLineAt[index] ?? 0 }
          return refusal ? { ...entry, refusal } : entry
        },
      }
    },
  }
}
