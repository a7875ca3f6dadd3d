import { growable } from '../../incidents/growable.ts'
import type { EntryKind, FileAccount } from './fileTable.ts'

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
  /** @returns index of the entry. @param line first and last row, from 1 */
  add(kind: EntryKind, line: number, lastLine: number): number
  /** All entries so far. Nothing may be added afterwards. */
  finish(): FileAccount
}

/** An account without entries. */
export function createRowAccount(): RowAccount {
  const ofKind = growable(Uint8Array)
  const lines = growable(Uint32Array)
  const lastLines = growable(Uint32Array)
  return {
    add(kind, line, lastLine) {
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
          return { kind, line: lineAt[index] ?? 0, lastLine: lastLineAt[index] ?? 0 }
        },
      }
    },
  }
}
